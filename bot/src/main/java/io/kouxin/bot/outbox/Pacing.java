package io.kouxin.bot.outbox;

import io.kouxin.bot.people.People.Account;
import io.kouxin.integrations.channel.Pace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps to what a platform takes for one person, by what the store says was sent: so it holds over
 * restarts and on many nodes. A message counts from when the platform had answered, which is never
 * before it counted there; what may have arrived counts as well.
 */
final class Pacing {
  /** Why a message waits that nothing is wrong with. */
  static final String REASON = "pace";

  private static final Duration MINUTE = Duration.ofMinutes(1);
  private static final Duration HOUR = Duration.ofHours(1);
  private final JdbcClient jdbc;
  private final Clock clock;

  Pacing(JdbcOutbox.Ground ground) {
    this.jdbc = ground.jdbc();
    this.clock = ground.clock();
  }

  /** From when on so many more may be sent; empty for at once. */
  Optional<Instant> free(Account to, Pace pace, int parts) {
    if (pace.equals(Pace.ANY) || parts == 0) {
      return Optional.empty();
    }
    return Stream.of(
            free(to, MINUTE, pace.perMinute() - parts), free(to, HOUR, pace.perHour() - parts))
        .flatMap(Optional::stream)
        .max(Instant::compareTo);
  }

  /**
   * Counted from the newest: the first that finds no room any more must be older than the window.
   * What a clock that was set back left far in the future does not count.
   */
  private Optional<Instant> free(Account to, Duration window, int room) {
    return jdbc.sql(
            """
            SELECT MAX(sent_at) FROM (
              SELECT sent_at, SUM(parts) OVER (ORDER BY sent_at DESC, id DESC) AS used FROM outbox
              WHERE channel = :channel AND recipient = :recipient
                AND sent_at > :from AND sent_at < :to AND parts > 0) AS counted
            WHERE used > :room
            """)
        .param("channel", to.channel())
        .param("recipient", to.account())
        .param("from", clock.millis() - window.toMillis())
        .param("to", clock.millis() + window.toMillis())
        .param("room", Math.max(0, room))
        .query((row, number) -> Optional.ofNullable((Number) row.getObject(1)))
        .single()
        .map(millis -> Instant.ofEpochMilli(millis.longValue()).plus(window));
  }

  /** Whether this recipient has got half of what may come in a minute. */
  boolean isBusy(Account to, Pace pace) {
    long used =
        jdbc.sql(
                """
                SELECT COALESCE(SUM(parts), 0) FROM outbox
                WHERE channel = :channel AND recipient = :recipient
                  AND sent_at > :from AND sent_at < :to
                """)
            .param("channel", to.channel())
            .param("recipient", to.account())
            .param("from", clock.millis() - MINUTE.toMillis())
            .param("to", clock.millis() + MINUTE.toMillis())
            .query(Long.class)
            .single();
    return used * 2 >= pace.perMinute();
  }
}
