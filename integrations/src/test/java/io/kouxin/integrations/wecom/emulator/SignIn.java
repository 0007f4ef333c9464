package io.kouxin.integrations.wecom.emulator;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Codes of people who sign in (once, within five minutes) and tickets for pages (100 an hour). */
public final class SignIn {
  /** Signs in somebody of another corp. */
  public static final String OUTSIDER = "";

  static final Duration CODE_LIFE = Duration.ofMinutes(5);
  private static final Duration HOUR = Duration.ofHours(1);
  private static final int MOST_TICKETS = 100;

  private final Clock clock;
  private final Map<String, Grant> codes = new HashMap<>();
  private final Map<String, Grant> details = new HashMap<>();
  private final Deque<Long> tickets = new ArrayDeque<>();
  private Optional<String> owner = Optional.empty();

  private record Grant(String user, long until) {}

  SignIn(Clock clock) {
    this.clock = clock;
  }

  /** Whose WeCom the next page opens in: inside, nobody is asked. Before that, the page asks. */
  public synchronized void owner(String userId) {
    owner = Optional.of(userId);
  }

  synchronized Optional<String> owner() {
    return owner;
  }

  /** A code that says it is this member, or {@link #OUTSIDER}. */
  public synchronized String code(String userId) {
    return grant(codes, userId);
  }

  /** Whose code it is; it is used up by asking. */
  synchronized Optional<String> redeem(String code) {
    return valid(Optional.ofNullable(codes.remove(code)));
  }

  synchronized String userTicket(String userId) {
    return grant(details, userId);
  }

  synchronized Optional<String> behind(String userTicket) {
    return valid(Optional.ofNullable(details.get(userTicket)));
  }

  /** A ticket for pages; empty if there were too many in the last hour. */
  synchronized Optional<String> ticket() {
    long now = clock.millis();
    tickets.removeIf(at -> at <= now - HOUR.toMillis());
    if (tickets.size() >= MOST_TICKETS) {
      return Optional.empty();
    }
    tickets.add(now);
    return Optional.of(EmulatorConfig.letters(86));
  }

  private String grant(Map<String, Grant> where, String user) {
    String secret = EmulatorConfig.letters(43);
    where.put(secret, new Grant(user, clock.millis() + CODE_LIFE.toMillis()));
    return secret;
  }

  private Optional<String> valid(Optional<Grant> grant) {
    return grant.filter(each -> clock.millis() < each.until()).map(Grant::user);
  }
}
