package io.kouxin.bot.inbox;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Who sent something last, for whoever connects a channel. */
public final class Arrivals {
  private final JdbcClient jdbc;

  /** On a store. */
  public Arrivals(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * What arrived.
   *
   * @param sender the account
   * @param at when it was kept
   */
  public record Arrival(String sender, Instant at) {}

  /** The last of a channel; ids grow with time. */
  public Optional<Arrival> latest(String channel) {
    return jdbc.sql(
            "SELECT sender, received_at FROM inbox WHERE channel = :channel"
                + " ORDER BY id DESC LIMIT 1")
        .param("channel", channel)
        .query((row, number) -> new Arrival(row.getString(1), Instant.ofEpochMilli(row.getLong(2))))
        .optional();
  }
}
