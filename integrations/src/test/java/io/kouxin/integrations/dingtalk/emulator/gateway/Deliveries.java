package io.kouxin.integrations.dingtalk.emulator.gateway;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What is on its way to clients. At least once: what was not answered comes again, in the order of
 * the first time, when its socket dies or when it is a minute old. Guarded by itself.
 */
final class Deliveries {
  private static final Duration AGAIN = Duration.ofSeconds(60);

  private final Clock clock;
  private final Faults faults;
  private final Random random = new Random(7);
  private final List<Connection> connections = new ArrayList<>();
  private final List<Push> unanswered = new ArrayList<>();
  private final List<Push> waiting = new ArrayList<>();
  private final Map<String, Sent> sent = new HashMap<>();
  private Optional<Push> overtaken = Optional.empty();
  private final List<String> unasked = new ArrayList<>();

  /** One delivery of a push. */
  private record Sent(Push push, long nanos) {}

  Deliveries(Clock clock, Faults faults) {
    this.clock = clock;
    this.faults = faults;
  }

  synchronized void push(Push push) {
    boolean ping = push.wants().type().equals("SYSTEM");
    if (!ping) {
      unanswered.add(push);
    }
    if (faults.takesSwap()) {
      overtaken = Optional.of(push);
      return;
    }
    waiting.add(push);
    overtaken.ifPresent(waiting::add);
    overtaken = Optional.empty();
    flush();
  }

  synchronized void opened(Connection connection) {
    connections.add(connection);
    flush();
    notifyAll();
  }

  synchronized void closed(Connection connection) {
    connections.remove(connection);
    takeBack(unanswered.stream().filter(push -> push.isOn(connection)).toList());
    flush();
    notifyAll();
  }

  /** Sends again what is older than a minute and has no answer. */
  synchronized void repeat() {
    Instant old = clock.instant().minus(AGAIN);
    takeBack(unanswered.stream().filter(push -> push.isSent() && push.isOlderThan(old)).toList());
    flush();
  }

  synchronized void answered(String text) {
    JsonObject reply = JsonParser.parseString(text).getAsJsonObject();
    String id = reply.getAsJsonObject("headers").get("messageId").getAsString();
    Sent to = sent.get(id);
    if (to == null) {
      unasked.add(text);
    } else if (!faults.isDeaf()) {
      to.push().answered(reply, Duration.ofNanos(System.nanoTime() - to.nanos()));
      if (isDone(reply)) {
        unanswered.remove(to.push());
      }
    }
  }

  /** Answers to what was no push: to a frame written as it stands. */
  synchronized List<String> unasked() {
    return List.copyOf(unasked);
  }

  synchronized List<Connection> connections() {
    return List.copyOf(connections);
  }

  synchronized boolean awaitOpen(int count, Duration atMost) throws InterruptedException {
    long until = System.nanoTime() + atMost.toNanos();
    while (open() != count) {
      long left = (until - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  private long open() {
    return connections.stream().filter(connection -> !connection.isLeaving()).count();
  }

  private static boolean isDone(JsonObject reply) {
    boolean later = reply.has("data") && reply.get("data").getAsString().contains("\"LATER\"");
    return reply.get("code").getAsInt() == 200 && !later;
  }

  /** Before everything that was never sent, so that their order stays. */
  private void takeBack(List<Push> again) {
    again.forEach(Push::takenBack);
    waiting.addAll(0, again);
  }

  private void flush() {
    List<Push> now = new ArrayList<>(waiting);
    waiting.clear();
    for (Push push : now) {
      deliver(push);
      if (faults.takesTwice()) {
        deliver(push);
      }
    }
  }

  private void deliver(Push push) {
    Optional<Connection> target = any(push.wants());
    if (target.isEmpty()) {
      waiting.add(push);
      return;
    }
    String text = push.sent(target.get(), clock.instant());
    sent.put(push.messageId(), new Sent(push, System.nanoTime()));
    if (!faults.isZombie()) {
      target.get().send(text);
    }
  }

  private Optional<Connection> any(Subscription wanted) {
    List<Connection> able = connections.stream().filter(c -> c.takes(wanted)).toList();
    return able.isEmpty() ? Optional.empty() : Optional.of(able.get(random.nextInt(able.size())));
  }
}
