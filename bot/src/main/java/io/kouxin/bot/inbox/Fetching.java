package io.kouxin.bot.inbox;

import io.kouxin.bot.inbox.Message.State;
import io.kouxin.bot.media.Media;
import io.kouxin.bot.work.Wakes;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.MediaRef;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Brings the bytes of notes and pictures at once, because platforms forget them. What a platform
 * does not give now is asked for again when it said, while the others of the lane go on, and given
 * up only shortly before the platform forgets it.
 */
public final class Fetching implements Work {
  static final String NAME = "fetch";
  private static final long MOST_BYTES = 32L << 20;

  /** WeCom keeps media for three days (document 90253); the rest is for a person to try again. */
  static final Duration LONGEST = Duration.ofHours(60);

  /** So long others of the same conversation wait for it; then they may overtake it. */
  static final Duration IN_ORDER = Duration.ofMinutes(10);

  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(Fetching.class);
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Wakes wakes;
  private final JdbcInbox inbox;
  private final Media media;
  private final Map<String, Channel> channels;

  /** From these channels, by name. */
  public Fetching(
      JdbcInbox.Ground ground, JdbcInbox inbox, Media media, Map<String, Channel> channels) {
    this.jdbc = ground.jdbc();
    this.transactions = ground.transactions();
    this.clock = ground.clock();
    this.wakes = ground.wakes();
    this.inbox = inbox;
    this.media = media;
    this.channels = Map.copyOf(channels);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Instant> next(String lane) {
    return jdbc.sql(
            """
            SELECT MIN(COALESCE(fetch_at, received_at)) FROM inbox
            WHERE state = 'FETCHING' AND lane = :lane AND done_at IS NULL
            """)
        .param("lane", lane)
        .query((row, number) -> Optional.ofNullable((Number) row.getObject(1)))
        .single()
        .map(millis -> Instant.ofEpochMilli(millis.longValue()));
  }

  @Override
  public void step(String lane) throws Exception {
    Optional<Message> first = first(lane);
    if (first.isEmpty()) {
      return;
    }
    Message message = first.get();
    try {
      var ref = (MediaRef.Remote) JdbcInbox.mediaOf(message.inbound()).orElseThrow();
      byte[] bytes = channel(message).fetch(ref, MOST_BYTES);
      transactions.executeWithoutResult(status -> arrived(message, bytes, ref.contentType()));
    } catch (ChannelException.Refused gone) {
      transactions.executeWithoutResult(status -> goOnWithout(message.id()));
    } catch (ChannelException.Retry retry) {
      if (isOlder(message, LONGEST)) {
        throw retry;
      }
      transactions.executeWithoutResult(status -> later(message, retry));
    }
  }

  private boolean isOlder(Message message, Duration age) {
    return message.receivedAt().plus(age).isBefore(clock.instant());
  }

  private void later(Message message, ChannelException.Retry retry) {
    Duration pause = retry.after().compareTo(LEAST) < 0 ? LEAST : retry.after();
    String reason = String.valueOf(retry.getMessage());
    boolean known = waits(message.id(), clock.instant().plus(pause), reason);
    if (!known) {
      LOG.info("The bytes of message {} come later: {}", message.id(), reason);
    }
    if (isOlder(message, IN_ORDER)) {
      inbox.wakeConversation(message.id());
    }
  }

  private Channel channel(Message message) throws ChannelException {
    Channel channel = channels.get(message.channel());
    if (channel == null) {
      throw new ChannelException.Refused("no such channel");
    }
    return channel;
  }

  /** Writes down until when and why; whether that reason was known already. */
  private boolean waits(String id, Instant until, String reason) {
    String before =
        jdbc.sql("SELECT COALESCE(fetch_reason, '') FROM inbox WHERE id = :id")
            .param("id", id)
            .query(String.class)
            .single();
    jdbc.sql("UPDATE inbox SET fetch_at = :at, fetch_reason = :reason WHERE id = :id")
        .param("at", until.toEpochMilli())
        .param("reason", reason)
        .param("id", id)
        .update();
    return before.equals(reason);
  }

  private void arrived(Message message, byte[] bytes, String contentType) {
    inbox.attach(message.id(), media.keep(bytes, contentType));
    waitsNoMore(message.id());
    if (message.inbound() instanceof Inbound.Voice) {
      inbox.move(message.id(), State.HEARING);
      wakes.wake(HearingQueue.WORK, Lanes.of(message.id()));
    } else {
      goOnWithout(message.id());
    }
  }

  /** The conversation tells the rep that the platform did not give us the bytes. */
  private void goOnWithout(String id) {
    waitsNoMore(id);
    inbox.move(id, State.READY);
    inbox.wakeConversation(id);
  }

  private void waitsNoMore(String id) {
    jdbc.sql("UPDATE inbox SET fetch_at = NULL, fetch_reason = NULL WHERE id = :id")
        .param("id", id)
        .update();
  }

  @Override
  public Optional<String> setAside(String lane, String reason) {
    Optional<Message> first = first(lane);
    first.ifPresent(message -> goOnWithout(message.id()));
    return first.map(Message::id);
  }

  @Override
  public void revive(String id) {
    inbox.move(id, State.FETCHING);
    jdbc.sql("UPDATE inbox SET done_at = NULL WHERE id = :id").param("id", id).update();
    wakes.wake(NAME, Lanes.of(id));
  }

  private Optional<Message> first(String lane) {
    return jdbc.sql(
            """
            SELECT * FROM inbox WHERE state = 'FETCHING' AND lane = :lane AND done_at IS NULL
              AND COALESCE(fetch_at, received_at) <= :now
            ORDER BY id LIMIT 1
            """)
        .param("lane", lane)
        .param("now", clock.millis())
        .query(inbox::message)
        .optional();
  }
}
