package io.kouxin.bot.inbox;

import io.kouxin.bot.inbox.Inbox.Receipt;
import io.kouxin.bot.inbox.Message.State;
import io.kouxin.bot.media.Media;
import io.kouxin.bot.work.Sequence;
import io.kouxin.bot.work.Wakes;
import io.kouxin.bot.work.Wakes.Call;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Inbound.Envelope;
import io.kouxin.integrations.channel.MediaRef;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Keeps messages once, in the caller's transaction: all of them by one statement, and whoever works
 * on them is woken by another. Each is prepared once and travels once, however many messages wait.
 */
final class Keeping {
  private static final String INSERT =
      """
      INSERT INTO inbox (id, channel, message_id, sender, conversation, kind, payload,
        state, lane, starts, said_at, received_at)
      VALUES (:id, :channel, :message, :sender, :conversation, :kind, :payload,
        :state, :lane, 0, :said, :received)
      ON CONFLICT (channel, message_id) DO NOTHING
      """;

  private final NamedParameterJdbcOperations batches;
  private final JdbcClient jdbc;
  private final Wakes wakes;
  private final Clock clock;
  private final InboundJson json;
  private final Media media;

  Keeping(JdbcInbox.Ground ground, InboundJson json, Media media) {
    this.batches = ground.batches();
    this.jdbc = ground.jdbc();
    this.wakes = ground.wakes();
    this.clock = ground.clock();
    this.json = json;
    this.media = media;
  }

  /** A message on its way into the store, and its place among those that came with it. */
  private record Row(int place, String id, Inbound inbound, State state) {
    // Two transactions that keep the same messages must not wait for each other.
    static final Comparator<Row> ORDER =
        Comparator.comparing((Row row) -> row.envelope().channel())
            .thenComparing(row -> row.envelope().id())
            .thenComparing(Row::place);

    Envelope envelope() {
      return inbound.envelope();
    }

    Call call() {
      return switch (state) {
        case FETCHING -> new Call(Fetching.NAME, Lanes.of(id));
        case HEARING -> new Call(HearingQueue.WORK, Lanes.of(id));
        default -> new Call(Conversing.NAME, Lanes.conversation(envelope()));
      };
    }
  }

  /** Their receipts, in their order. */
  List<Receipt> keep(List<Inbound> all) {
    List<Row> rows = new ArrayList<>(all.size());
    for (Inbound inbound : all) {
      rows.add(new Row(rows.size(), Sequence.next(), inbound, firstState(inbound)));
    }
    boolean[] isNew = insert(rows);
    rows.stream().filter(row -> isNew[row.place()]).forEach(this::keepBytes);
    wakes.wakeAll(rows.stream().filter(row -> isNew[row.place()]).map(Row::call).toList());
    return rows.stream().map(row -> receipt(row, isNew[row.place()])).toList();
  }

  private static State firstState(Inbound inbound) {
    MediaRef media = JdbcInbox.mediaOf(inbound).orElseGet(MediaRef.None::new);
    return switch (media) {
      case MediaRef.Remote remote -> State.FETCHING;
      case MediaRef.Inline inline -> inbound instanceof Inbound.Voice ? State.HEARING : State.READY;
      // Of a note without sound, the platform's words are all there is.
      case MediaRef.None none -> State.READY;
    };
  }

  /** Which of them were not there before, by their places. */
  private boolean[] insert(List<Row> rows) {
    List<Row> ordered = rows.stream().sorted(Row.ORDER).toList();
    int[] counts =
        batches.batchUpdate(
            INSERT, ordered.stream().map(this::columns).toArray(SqlParameterSource[]::new));
    boolean[] isNew = new boolean[rows.size()];
    for (int i = 0; i < counts.length; i++) {
      isNew[ordered.get(i).place()] = counts[i] > 0;
    }
    return isNew;
  }

  private SqlParameterSource columns(Row row) {
    Envelope envelope = row.envelope();
    return new MapSqlParameterSource("id", row.id())
        .addValue("channel", envelope.channel())
        .addValue("message", envelope.id())
        .addValue("sender", envelope.sender())
        .addValue("conversation", envelope.conversation())
        .addValue("kind", InboundJson.kind(row.inbound()).name())
        .addValue("payload", json.write(row.inbound()))
        .addValue("state", row.state().name())
        .addValue("lane", Lanes.of(row.id()))
        .addValue("said", envelope.at().toEpochMilli())
        .addValue("received", clock.millis());
  }

  private void keepBytes(Row row) {
    if (JdbcInbox.mediaOf(row.inbound()).orElse(null) instanceof MediaRef.Inline inline) {
      attach(row.id(), media.keep(inline.bytes(), inline.contentType()));
    }
  }

  /** These bytes belong to that message. */
  void attach(String id, String bytes) {
    jdbc.sql("UPDATE inbox SET media = :media WHERE id = :id")
        .param("media", bytes)
        .param("id", id)
        .update();
  }

  private Receipt receipt(Row row, boolean isNew) {
    // Else it came before, or another node was faster with it: the first row counts.
    return isNew ? new Receipt(row.id(), false) : new Receipt(known(row.envelope()), true);
  }

  private String known(Envelope envelope) {
    return jdbc.sql("SELECT id FROM inbox WHERE channel = :channel AND message_id = :message")
        .param("channel", envelope.channel())
        .param("message", envelope.id())
        .query(String.class)
        .single();
  }
}
