package io.kouxin.bot.inbox;

import io.kouxin.bot.inbox.InboundJson.Kind;
import io.kouxin.bot.inbox.Message.State;
import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.media.Media;
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
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
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
  private final InboundJson json;
  private final Keeping keeping;

  /** What the inbox stands on. */
  public record Ground(
      NamedParameterJdbcOperations batches,
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
    this.json = new InboundJson(ground.json());
    this.keeping = new Keeping(ground, json, media);
  }

  @Override
  public Receipt accept(Inbound inbound) {
    return acceptAll(transactions, List.of(inbound)).getFirst();
  }

  /** Keeps messages in one transaction: all of them, or none if this throws. */
  List<Receipt> acceptAll(TransactionOperations together, List<Inbound> all) {
    List<Receipt> receipts = together.execute(status -> keeping.keep(all));
    if (receipts == null) {
      throw new IllegalStateException("the transaction gave no answer");
    }
    return receipts;
  }

  void attach(String id, String bytes) {
    keeping.attach(id, bytes);
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
  public long unheard() {
    return count(State.HEARING);
  }

  @Override
  public long unready() {
    return count(State.PARKED);
  }

  private long count(State state) {
    return jdbc.sql("SELECT COUNT(*) FROM inbox WHERE state = :state AND done_at IS NULL")
        .param("state", state.name())
        .query(Long.class)
        .single();
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
