package io.kouxin.bot.conversation;

import io.kouxin.bot.people.People.Account;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** What each chat is about right now, in the store, so that a restart does not lose the thread. */
public final class Matters {
  private static final Duration LIFE = Duration.ofMinutes(10);
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Clock clock;

  /** On a store. */
  public Matters(JdbcClient jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  Optional<Matter> of(Account account) {
    return jdbc.sql(
            """
            SELECT data FROM matter
            WHERE channel = :channel AND account = :account AND until > :now
            """)
        .param("channel", account.channel())
        .param("account", account.account())
        .param("now", clock.millis())
        .query((row, number) -> json.readValue(row.getString("data"), Matter.class))
        .optional();
  }

  void set(Account account, Matter matter) {
    jdbc.sql(
            """
            INSERT INTO matter (channel, account, data, until)
            VALUES (:channel, :account, :data, :until)
            ON CONFLICT (channel, account) DO UPDATE
              SET data = excluded.data, until = excluded.until
            """)
        .param("channel", account.channel())
        .param("account", account.account())
        .param("data", json.writeValueAsString(matter))
        .param("until", clock.instant().plus(LIFE).toEpochMilli())
        .update();
  }

  /** The next words may be the time of this follow-up. */
  public void awaitsTime(Account account, String followUp) {
    set(account, Matter.time(followUp));
  }

  void clear(Account account) {
    jdbc.sql("DELETE FROM matter WHERE channel = :channel AND account = :account")
        .param("channel", account.channel())
        .param("account", account.account())
        .update();
  }
}
