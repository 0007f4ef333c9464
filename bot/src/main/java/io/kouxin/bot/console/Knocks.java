package io.kouxin.bot.console;

import io.kouxin.integrations.channel.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Who knocked last at each door since this start, and what came of it: for an administrator who is
 * connecting a platform.
 */
@Component
class Knocks {
  /** Strangers must not fill the log. */
  private static final Duration BETWEEN_LINES = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<String, Last> last = new ConcurrentHashMap<>();

  Knocks(Clock clock) {
    this.clock = clock;
  }

  /**
   * The last of each kind.
   *
   * @param verified the platform asked whether the address is ours, and was satisfied
   * @param taken a message was kept
   * @param refused somebody was turned away
   * @param reason why, in words for the log; empty if nobody was
   */
  record Last(
      Optional<Instant> verified,
      Optional<Instant> taken,
      Optional<Instant> refused,
      String reason,
      Instant logged) {
    static final Last NONE =
        new Last(Optional.empty(), Optional.empty(), Optional.empty(), "", Instant.EPOCH);
  }

  /** What is known of a door. */
  Last at(String channel) {
    return last.getOrDefault(channel, Last.NONE);
  }

  /** Notes what was answered. True if a refusal is due to be logged. */
  boolean note(String channel, String method, Webhook.Answer answer) {
    Instant now = clock.instant();
    Last noted =
        last.merge(
            channel,
            with(Last.NONE, method, answer, now),
            (old, first) -> with(old, method, answer, now));
    return answer.status() != 200 && noted.logged().equals(now);
  }

  private static Last with(Last old, String method, Webhook.Answer answer, Instant now) {
    if (answer.status() != 200) {
      boolean due = !now.isBefore(old.logged().plus(BETWEEN_LINES));
      return new Last(
          old.verified(), old.taken(), Optional.of(now), answer.reason(), due ? now : old.logged());
    }
    return method.equals("GET")
        ? new Last(Optional.of(now), old.taken(), old.refused(), old.reason(), old.logged())
        : new Last(old.verified(), Optional.of(now), old.refused(), old.reason(), old.logged());
  }
}
