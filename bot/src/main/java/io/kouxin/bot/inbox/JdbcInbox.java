package io.kouxin.bot.inbox;

import io.kouxin.bot.inbox.InboundJson.Kind;
import io.kouxin.bot.inbox.Message.State;
import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.media.Media;
import io.kouxin.bot.work.Sequence;
import io.kouxin.bot.work.Wakes;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Inbound.Envelope;
import io.kouxin.integrations.channel.MediaRef;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The inbox in the store. */
public final class JdbcInbox implements Inbox, HearingQueue {
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Wakes wakes;
  private final Journal journal;
  private final Media media;
  private final InboundJson json;

  /** What the inbox stands on. */
  public record Ground(
      JdbcClient jdbc,
      TransactionOperations transactions,
      Clock clock,
      Wakes wakes,
      Journal journal,
      JsonMapper json) {}

  /** On a store. */
  public JdbcInbox(Ground ground, Media media) {
    this.jdbc = ground.jdbc();
    this.transactions = ground.transactions();
    this.clock = ground.clock();
    this.wakes = ground.wakes();
    this.journal = ground.journal();
    this.media = media;
    this.json = new InboundJson(ground.json());
  }

  @Override
  public Receipt accept(Inbound inbound) {
    Receipt receipt = transactions.execute(status -> keepOnce(inbound));
    if (receipt == null) {
      throw new IllegalStateException("the transaction gave no answer");
    }
    return receipt;
  }

  /** Keeps a message in the caller's transaction. */
  Receipt keepOnce(Inbound inbound) {
    Envelope envelope = inbound.envelope();
    String id = Sequence.next();
    State state = firstState(inbound);
    if (insert(id, inbound, state) == 0) {
      // It came before, or another node was faster with it: the first row counts.
      return new Receipt(known(envelope).orElseThrow(), true);
    }
    if (mediaOf(inbound).orElse(null) instanceof MediaRef.Inline inline) {
      attach(id, media.keep(inline.bytes(), inline.contentType()));
    }
    wake(id, envelope, state);
    return new Receipt(id, false);
  }

  private static State firstState(Inbound inbound) {
    if (mediaOf(inbound).orElse(null) instanceof MediaRef.Remote) {
      return State.FETCHING;
    }
    return inbound instanceof Inbound.Voice ? State.HEARING : State.READY;
  }

  void attach(String id, String bytes) {
    jdbc.sql("UPDATE inbox SET media = :media WHERE id = :id")
        .param("media", bytes)
        .param("id", id)
        .update();
  }

  private void wake(String id, Envelope envelope, State state) {
    switch (state) {
      case FETCHING -> wakes.wake(Fetching.NAME, Lanes.of(id));
      case HEARING -> wakes.wake(WORK, Lanes.of(id));
      default -> wakes.wake(Conversing.NAME, Lanes.conversation(envelope));
    }
  }

  private int insert(String id, Inbound inbound, State state) {
    Envelope envelope = inbound.envelope();
    return jdbc.sql(
            """
            INSERT INTO inbox (id, channel, message_id, sender, conversation, kind, payload,
              state, lane, starts, said_at, received_at)
            VALUES (:id, :channel, :message, :sender, :conversation, :kind, :payload,
              :state, :lane, 0, :said, :received)
            ON CONFLICT (channel, message_id) DO NOTHING
            """)
        .param("id", id)
        .param("channel", envelope.channel())
        .param("message", envelope.id())
        .param("sender", envelope.sender())
        .param("conversation", envelope.conversation())
        .param("kind", InboundJson.kind(inbound).name())
        .param("payload", json.write(inbound))
        .param("state", state.name())
        .param("lane", Lanes.of(id))
        .param("said", envelope.at().toEpochMilli())
        .param("received", clock.millis())
        .update();
  }

  private Optional<String> known(Envelope envelope) {
    return jdbc.sql("SELECT id FROM inbox WHERE channel = :channel AND message_id = :message")
        .param("channel", envelope.channel())
        .param("message", envelope.id())
        .query(String.class)
        .optional();
  }

  static Optional<MediaRef> mediaOf(Inbound inbound) {
    return switch (inbound) {
      case Inbound.Voice voice -> Optional.of(voice.media());
      case Inbound.Picture picture -> Optional.of(picture.media());
      case Inbound.File file -> Optional.of(file.media());
      default -> Optional.empty();
    };
  }

  @Override
  public Optional<Message> find(String id) {
    return jdbc.sql("SELECT * FROM inbox WHERE id = :id")
        .param("id", id)
        .query(this::message)
        .optional();
  }

  @Override
  public List<Message> of(String channel, String sender, int limit) {
    List<Message> newestFirst =
        jdbc.sql(
                """
                SELECT * FROM inbox WHERE channel = :channel AND sender = :sender
                ORDER BY id DESC LIMIT :limit
                """)
            .param("channel", channel)
            .param("sender", sender)
            .param("limit", limit)
            .query(this::message)
            .list();
    return newestFirst.reversed();
  }

  @Override
  public long waiting() {
    return jdbc.sql("SELECT COUNT(*) FROM inbox WHERE done_at IS NULL").query(Long.class).single();
  }

  @Override
  public long unfetched() {
    return jdbc.sql(
            "SELECT COUNT(*) FROM inbox WHERE state = 'FETCHING' AND done_at IS NULL"
                + " AND fetch_at IS NOT NULL")
        .query(Long.class)
        .single();
  }

  @Override
  public Optional<Message> first(String lane) {
    return jdbc.sql(
            """
            SELECT * FROM inbox WHERE state = 'HEARING' AND lane = :lane AND done_at IS NULL
            ORDER BY id LIMIT 1
            """)
        .param("lane", lane)
        .query(this::message)
        .optional();
  }

  @Override
  public int begin(String id) {
    return jdbc.sql("UPDATE inbox SET starts = starts + 1 WHERE id = :id RETURNING starts")
        .param("id", id)
        .query(Integer.class)
        .single();
  }

  @Override
  public void heard(String id, String transcript) {
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql("UPDATE inbox SET transcript = :transcript, state = 'READY' WHERE id = :id")
              .param("transcript", transcript)
              .param("id", id)
              .update();
          wakeConversation(id);
        });
  }

  @Override
  public void park(String id) {
    transactions.executeWithoutResult(
        status -> {
          move(id, State.PARKED);
          wakeConversation(id);
          note("note.parked", id);
        });
  }

  @Override
  public List<Message> slow(Instant before) {
    return jdbc.sql(
            """
            SELECT * FROM inbox WHERE state IN ('FETCHING', 'HEARING') AND done_at IS NULL
              AND received_at < :before
            ORDER BY id LIMIT 100
            """)
        .param("before", before.toEpochMilli())
        .query(this::message)
        .list();
  }

  @Override
  public List<Message> parked() {
    return jdbc.sql("SELECT * FROM inbox WHERE state = 'PARKED' AND done_at IS NULL ORDER BY id")
        .query(this::message)
        .list();
  }

  @Override
  public void again(String id) {
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql(
                  "UPDATE inbox SET state = 'HEARING', transcript = NULL, starts = 0,"
                      + " done_at = NULL WHERE id = :id")
              .param("id", id)
              .update();
          wakes.wake(WORK, Lanes.of(id));
        });
  }

  /** Writes down what happened to a message or a sender, in the caller's transaction. */
  void note(String kind, String subject) {
    journal.append(new Happening(kind, Optional.empty(), Optional.empty(), subject, "{}"));
  }

  String withoutWords() {
    return json.forgotten();
  }

  void wakeConversation(String id) {
    find(id)
        .map(message -> Lanes.conversation(message.inbound().envelope()))
        .ifPresent(key -> wakes.wake(Conversing.NAME, key));
  }

  void move(String id, State state) {
    jdbc.sql("UPDATE inbox SET state = :state WHERE id = :id")
        .param("state", state.name())
        .param("id", id)
        .update();
  }

  Message message(ResultSet row, int number) throws SQLException {
    var envelope =
        new Envelope(
            row.getString("message_id"),
            row.getString("channel"),
            row.getString("sender"),
            row.getString("conversation"),
            Instant.ofEpochMilli(row.getLong("said_at")));
    return new Message(
        row.getString("id"),
        json.read(Kind.valueOf(row.getString("kind")), envelope, row.getString("payload")),
        State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("media")),
        Optional.ofNullable(row.getString("transcript")),
        Instant.ofEpochMilli(row.getLong("received_at")));
  }
}
