package io.kouxin.bot.inbox;

import io.kouxin.bot.inbox.Message.State;
import io.kouxin.bot.media.Media;
import io.kouxin.bot.work.Wakes;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.MediaRef;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Brings the bytes of notes and pictures at once, because platforms forget them. */
public final class Fetching implements Work {
  static final String NAME = "fetch";
  private static final long MOST_BYTES = 32L << 20;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Wakes wakes;
  private final JdbcInbox inbox;
  private final Media media;
  private final Map<String, Channel> channels;

  /** From these channels, by name. */
  public Fetching(
      JdbcInbox.Ground ground, JdbcInbox inbox, Media media, Map<String, Channel> channels) {
    this.jdbc = ground.jdbc();
    this.transactions = ground.transactions();
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
    return first(lane).map(Message::receivedAt);
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
    }
  }

  private Channel channel(Message message) throws ChannelException {
    Channel channel = channels.get(message.channel());
    if (channel == null) {
      throw new ChannelException.Refused("no such channel");
    }
    return channel;
  }

  private void arrived(Message message, byte[] bytes, String contentType) {
    inbox.attach(message.id(), media.keep(bytes, contentType));
    if (message.inbound() instanceof Inbound.Voice) {
      inbox.move(message.id(), State.HEARING);
      wakes.wake(HearingQueue.WORK, Lanes.of(message.id()));
    } else {
      goOnWithout(message.id());
    }
  }

  /** The conversation tells the rep that the platform did not give us the bytes. */
  private void goOnWithout(String id) {
    inbox.move(id, State.READY);
    inbox.wakeConversation(id);
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
            ORDER BY id LIMIT 1
            """)
        .param("lane", lane)
        .query(inbox::message)
        .optional();
  }
}
