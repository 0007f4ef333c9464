package io.kouxin.integrations.dingtalk.emulator.gateway;

import com.google.gson.JsonObject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Tickets given and not yet used. */
final class Tickets {
  private static final Duration LIFE = Duration.ofSeconds(90);

  private final Clock clock;
  private final int port;
  private final Map<String, Ticket> open = new ConcurrentHashMap<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  Tickets(Clock clock, int port) {
    this.clock = clock;
    this.port = port;
  }

  void asked(String body) {
    requests.add(body);
  }

  List<String> requests() {
    return List.copyOf(requests);
  }

  JsonObject issue(Set<Subscription> subscriptions) {
    String ticket = UUID.randomUUID().toString();
    open.put(ticket, new Ticket(subscriptions, clock.instant().plus(LIFE)));
    JsonObject answer = new JsonObject();
    answer.addProperty("endpoint", "wss://localhost:" + port + "/connect");
    answer.addProperty("ticket", ticket);
    return answer;
  }

  /** What the ticket was for; empty if it is unknown, used or too old. */
  Optional<Ticket> use(String ticket) {
    return Optional.ofNullable(open.remove(ticket))
        .filter(found -> clock.instant().isBefore(found.until()));
  }
}
