package io.kouxin.bot.outbox;

import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Outbound;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Sends what waits, in order per recipient. */
public final class Sending implements Work {
  static final String NAME = "send";
  private final JdbcClient jdbc;
  private final Clock clock;
  private final JdbcOutbox outbox;
  private final Map<String, Channel> channels;

  /** Through these channels, by name. */
  public Sending(JdbcOutbox.Ground ground, JdbcOutbox outbox, Map<String, Channel> channels) {
    this.jdbc = ground.jdbc();
    this.clock = ground.clock();
    this.outbox = outbox;
    this.channels = Map.copyOf(channels);
  }

  static String key(Account to) {
    return to.channel() + ":" + to.account();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Instant> next(String key) {
    return jdbc.sql(
            """
            SELECT MIN(not_before) FROM outbox
            WHERE state = 'WAITING' AND channel = :channel AND recipient = :recipient
            """)
        .param("channel", channel(key))
        .param("recipient", recipient(key))
        .query((row, number) -> Optional.ofNullable((Number) row.getObject(1)))
        .single()
        .map(millis -> Instant.ofEpochMilli(millis.longValue()));
  }

  @Override
  public void step(String key) throws Exception {
    Optional<Posted> first = first(key);
    if (first.isEmpty()) {
      return;
    }
    Posted posted = first.get();
    Channel channel = channels.get(posted.to().channel());
    if (channel == null) {
      refuse(posted.id(), "no such channel");
      return;
    }
    try {
      sent(posted.id(), channel.deliver(posted.to().account(), withHandle(posted.message())));
    } catch (ChannelException.Refused refused) {
      refuse(posted.id(), String.valueOf(refused.getMessage()));
    } catch (ChannelException.Retry retry) {
      later(posted.id(), clock.instant().plus(retry.after()));
    }
  }

  private Outbound withHandle(Outbound message) {
    if (!(message instanceof Outbound.Change change)) {
      return message;
    }
    Optional<String> handle =
        jdbc.sql("SELECT handle FROM outbox WHERE message = :card AND handle IS NOT NULL")
            .param("card", change.card())
            .query(String.class)
            .optional();
    return new Outbound.Change(change.key(), change.card(), handle, change.face(), change.text());
  }

  private void sent(String id, String handle) {
    jdbc.sql("UPDATE outbox SET state = 'SENT', handle = :handle, sent_at = :now WHERE id = :id")
        .param("handle", handle)
        .param("now", clock.millis())
        .param("id", id)
        .update();
  }

  private void refuse(String id, String reason) {
    jdbc.sql("UPDATE outbox SET state = 'REFUSED', reason = :reason WHERE id = :id")
        .param("reason", reason)
        .param("id", id)
        .update();
  }

  private void later(String id, Instant when) {
    jdbc.sql("UPDATE outbox SET not_before = :when WHERE id = :id")
        .param("when", when.toEpochMilli())
        .param("id", id)
        .update();
  }

  @Override
  public Optional<String> setAside(String key, String reason) {
    Optional<Posted> first = first(key);
    first.ifPresent(posted -> refuse(posted.id(), reason));
    return first.map(Posted::id);
  }

  @Override
  public void revive(String id) {
    outbox.retry(id);
  }

  private Optional<Posted> first(String key) {
    return jdbc.sql(
            """
            SELECT * FROM outbox
            WHERE state = 'WAITING' AND channel = :channel AND recipient = :recipient
              AND not_before <= :now
            ORDER BY id LIMIT 1
            """)
        .param("channel", channel(key))
        .param("recipient", recipient(key))
        .param("now", clock.millis())
        .query(outbox::posted)
        .optional();
  }

  private static String channel(String key) {
    return key.substring(0, key.indexOf(':'));
  }

  private static String recipient(String key) {
    return key.substring(key.indexOf(':') + 1);
  }
}
