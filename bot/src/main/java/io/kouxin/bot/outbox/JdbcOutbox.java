package io.kouxin.bot.outbox;

import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.work.DeadLetters;
import io.kouxin.bot.work.Sequence;
import io.kouxin.bot.work.Wakes;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Outbound;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/** The outbox in the store. */
public final class JdbcOutbox implements Outbox {
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Wakes wakes;
  private final OutboundJson json;
  private final PushBudget budget;
  private final DeadLetters letters;
  private final Recalls recalls;

  /** What the outbox stands on. */
  public record Ground(
      JdbcClient jdbc,
      TransactionOperations transactions,
      Clock clock,
      Wakes wakes,
      JsonMapper json,
      DeadLetters letters,
      Journal journal) {}

  /** On a store. */
  public JdbcOutbox(Ground ground, PushBudget budget) {
    this.jdbc = ground.jdbc();
    this.transactions = ground.transactions();
    this.clock = ground.clock();
    this.wakes = ground.wakes();
    this.json = new OutboundJson(ground.json());
    this.budget = budget;
    this.letters = ground.letters();
    this.recalls = new Recalls(ground);
  }

  @Override
  public boolean post(Post post) {
    Outbound message = post.message();
    Instant now = clock.instant();
    Instant notBefore = post.notBefore().orElse(now);
    if (message instanceof Outbound.Push
        && !post.punctual()
        && isOverBudget(post.to(), notBefore)) {
      notBefore = budget.later(notBefore);
    }
    int added =
        jdbc.sql(
                """
                INSERT INTO outbox (id, message, channel, recipient, kind, payload, card, owner,
                  subject, push, state, created_at, not_before)
                VALUES (:id, :message, :channel, :recipient, :kind, :payload, :card, :owner,
                  :subject, :push, 'WAITING', :now, :notBefore)
                ON CONFLICT (message) DO NOTHING
                """)
            .param("id", Sequence.next())
            .param("message", message.key())
            .param("channel", post.to().channel())
            .param("recipient", post.to().account())
            .param("kind", OutboundJson.kind(message).name())
            .param("payload", json.write(message))
            .param("card", OutboundJson.card(message).orElse(null))
            .param("owner", post.owner())
            .param("subject", post.subject())
            .param("push", message instanceof Outbound.Push)
            .param("now", now.toEpochMilli())
            .param("notBefore", notBefore.toEpochMilli())
            .update();
    if (added == 1) {
      wakes.wakeAt(Sending.NAME, Sending.key(post.to()), notBefore);
    }
    return added == 1;
  }

  private boolean isOverBudget(Account to, Instant moment) {
    long today =
        jdbc.sql(
                """
                SELECT COUNT(*) FROM outbox
                WHERE channel = :channel AND recipient = :recipient AND push
                  AND not_before >= :start AND not_before <= :moment
                """)
            .param("channel", to.channel())
            .param("recipient", to.account())
            .param("start", budget.startOfDay(moment).toEpochMilli())
            .param("moment", moment.toEpochMilli())
            .query(Long.class)
            .single();
    return today >= budget.perDay(to);
  }

  @Override
  public Optional<Posted> find(String key) {
    return jdbc.sql("SELECT * FROM outbox WHERE message = :key")
        .param("key", key)
        .query(this::posted)
        .optional();
  }

  @Override
  public Optional<Card> face(String card) {
    return jdbc.sql("SELECT * FROM outbox WHERE card = :card ORDER BY id DESC LIMIT 1")
        .param("card", card)
        .query(this::posted)
        .optional()
        .flatMap(posted -> cardOf(posted.message()));
  }

  private static Optional<Card> cardOf(Outbound message) {
    return switch (message) {
      case Outbound.Sheet sheet -> Optional.of(sheet.card());
      case Outbound.Change change -> Optional.of(change.face());
      case Outbound.Push push -> push.card();
      case Outbound.Reply r -> Optional.empty();
      case Outbound.FileDelivery f -> Optional.empty();
      case Outbound.Recall r -> Optional.empty();
    };
  }

  @Override
  public List<Posted> to(String channel, String recipient, int limit) {
    List<Posted> newestFirst =
        jdbc.sql(
                """
                SELECT * FROM outbox WHERE channel = :channel AND recipient = :recipient
                ORDER BY id DESC LIMIT :limit
                """)
            .param("channel", channel)
            .param("recipient", recipient)
            .param("limit", limit)
            .query(this::posted)
            .list();
    return newestFirst.reversed();
  }

  @Override
  public List<Posted> list(Optional<Posted.State> state, Optional<String> after, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM outbox WHERE (:after = '' OR id < :after) AND (:state = '' OR state = :state)
            ORDER BY id DESC LIMIT :limit
            """)
        .param("after", after.orElse(""))
        .param("state", state.map(Enum::name).orElse(""))
        .param("limit", limit)
        .query(this::posted)
        .list();
  }

  @Override
  public long waiting() {
    return jdbc.sql("SELECT COUNT(*) FROM outbox WHERE state = 'WAITING'")
        .query(Long.class)
        .single();
  }

  @Override
  public long held() {
    return jdbc.sql(
            """
            SELECT COUNT(*) FROM outbox
            WHERE state = 'WAITING' AND retry_at IS NOT NULL AND reason <> :pace
            """)
        .param("pace", Pacing.REASON)
        .query(Long.class)
        .single();
  }

  @Override
  public void renew(String card, String handle) {
    new Handles(jdbc).renew(card, handle);
  }

  @Override
  public Optional<Posted> get(String id) {
    return jdbc.sql("SELECT * FROM outbox WHERE id = :id")
        .param("id", id)
        .query(this::posted)
        .optional();
  }

  @Override
  public boolean recall(Posted wrong, String text, Optional<String> by) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              boolean first = Recalls.of(wrong, text).filter(this::post).isPresent();
              if (first) {
                recalls.begin(wrong, by);
              }
              return first;
            }));
  }

  @Override
  public boolean retry(String id) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              Optional<Posted> revived = requeue(id);
              revived.ifPresent(p -> wakes.wake(Sending.NAME, Sending.key(p.to())));
              letters.close(Sending.NAME, id);
              return revived.isPresent();
            }));
  }

  /** With those that would have left with it; their time begins anew. */
  private Optional<Posted> requeue(String id) {
    return jdbc
        .sql(
            """
            UPDATE outbox SET state = 'WAITING', reason = NULL, retry_at = NULL, sent_at = NULL,
              unsure_since = NULL, not_before = :now
            WHERE state IN ('REFUSED', 'DOUBTFUL') AND (id = :id
              OR merged_into = (SELECT COALESCE(merged_into, message) FROM outbox WHERE id = :id)
              OR message = (SELECT merged_into FROM outbox WHERE id = :id))
            RETURNING *
            """)
        .param("now", clock.millis())
        .param("id", id)
        .query(this::posted)
        .list()
        .stream()
        .findFirst();
  }

  Posted posted(ResultSet row, int number) throws SQLException {
    long sent = row.getLong("sent_at");
    return new Posted(
        row.getString("id"),
        new Account(row.getString("channel"), row.getString("recipient")),
        json.read(row.getString("kind"), row.getString("payload")),
        Optional.ofNullable(row.getString("card")),
        row.getString("owner"),
        row.getString("subject"),
        Posted.State.valueOf(row.getString("state")),
        Optional.ofNullable(row.getString("reason")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        sent == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(sent)),
        Optional.ofNullable(row.getString("merged_into")),
        Optional.ofNullable(row.getString("way")).map(Delivered.Way::valueOf));
  }
}
