package io.kouxin.bot.access;

import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One-time tickets in the store, by their hash. */
final class Tickets {
  private static final Duration LASTING = Duration.ofMinutes(5);

  private final JdbcClient jdbc;
  private final Clock clock;

  Tickets(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** A new one for this person. Those whose time is over go. */
  String issue(String person) {
    String ticket = Secret.fresh();
    jdbc.sql("DELETE FROM sign_in_ticket WHERE expires_at <= :now")
        .param("now", clock.millis())
        .update();
    jdbc.sql(
            "INSERT INTO sign_in_ticket (sha256, person, expires_at) VALUES (:hash, :person, :end)")
        .param("hash", Secret.hash(ticket))
        .param("person", person)
        .param("end", clock.instant().plus(LASTING).toEpochMilli())
        .update();
    return ticket;
  }

  /** Takes one back for good and says whose it was; empty if it is not valid (any more). */
  Optional<String> redeem(String ticket) {
    return jdbc.sql(
            """
            DELETE FROM sign_in_ticket WHERE sha256 = :hash AND expires_at > :now
            RETURNING person
            """)
        .param("hash", Secret.hash(ticket))
        .param("now", clock.millis())
        .query(String.class)
        .optional();
  }
}
