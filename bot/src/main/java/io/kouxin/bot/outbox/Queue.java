package io.kouxin.bot.outbox;

import io.kouxin.bot.people.People.Account;
import io.kouxin.integrations.channel.Delivered;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What waits for one recipient, as rows. What may leave by now leaves in the order of its ids; one
 * that was tried in vain ({@code retry_at}) holds back all of them, so that nothing overtakes it.
 * What was put off ({@code not_before}) is not in the queue before its time.
 */
final class Queue {
  private static final int REASON = 500;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final JdbcOutbox outbox;

  Queue(JdbcOutbox.Ground ground, JdbcOutbox outbox) {
    this.jdbc = ground.jdbc();
    this.clock = ground.clock();
    this.outbox = outbox;
  }

  /**
   * A message whose time has come.
   *
   * @param since when it might have left first
   * @param begun whether it was tried before, so that what leaves with it is decided
   * @param unsure since when nobody knows whether it arrived; empty if it did not
   */
  record Due(Posted posted, Instant since, boolean begun, Optional<Instant> unsure) {
    String id() {
      return posted.id();
    }

    String key() {
      return posted.message().key();
    }
  }

  /** When the first of them may be tried; empty if nothing waits. */
  Optional<Instant> next(Account to) {
    return jdbc.sql(
            """
            SELECT MIN(not_before) AS soonest, MAX(retry_at) AS held FROM outbox
            WHERE state = 'WAITING' AND channel = :channel AND recipient = :recipient
              AND merged_into IS NULL
            """)
        .param("channel", to.channel())
        .param("recipient", to.account())
        .query(
            (row, number) -> {
              var soonest = Optional.ofNullable((Number) row.getObject("soonest"));
              long held = row.getLong("held");
              return soonest.map(millis -> Math.max(millis.longValue(), held));
            })
        .single()
        .map(Instant::ofEpochMilli);
  }

  /** Those whose time has come, in order; whether they are held back is {@link #next}'s to say. */
  List<Due> due(Account to, int most) {
    return jdbc.sql(
            """
            SELECT * FROM outbox
            WHERE state = 'WAITING' AND channel = :channel AND recipient = :recipient
              AND merged_into IS NULL AND not_before <= :now
            ORDER BY id LIMIT :most
            """)
        .param("channel", to.channel())
        .param("recipient", to.account())
        .param("now", clock.millis())
        .param("most", most)
        .query(
            (row, number) ->
                new Due(
                    outbox.posted(row, number),
                    Instant.ofEpochMilli(row.getLong("not_before")),
                    row.getLong("begun_at") != 0,
                    Optional.of(row.getLong("unsure_since"))
                        .filter(millis -> millis != 0)
                        .map(Instant::ofEpochMilli)))
        .list();
  }

  /** The first of them. */
  Optional<Due> head(Account to) {
    return due(to, 1).stream().findFirst();
  }

  /** It leaves now: should we die before we know more, this is what we know. */
  void leaves(Due due) {
    jdbc.sql(
            "UPDATE outbox SET begun_at = COALESCE(begun_at, :now),"
                + " unsure_since = COALESCE(unsure_since, :now) WHERE id = :id")
        .param("now", clock.millis())
        .param("id", due.id())
        .update();
  }

  /** It waits until then, and all behind it; what this attempt was unsure of is known. */
  void hold(Due due, Instant until, String reason) {
    hold(due, until, reason, due.unsure());
  }

  /** The same, and nobody knows since when whether it arrived. */
  void hold(Due due, Instant until, String reason, Optional<Instant> unsure) {
    jdbc.sql(
            "UPDATE outbox SET retry_at = :until, reason = :reason, unsure_since = :unsure"
                + " WHERE id = :id")
        .param("until", until.toEpochMilli())
        .param("reason", cut(reason))
        .param("unsure", unsure.map(Instant::toEpochMilli).orElse(null))
        .param("id", due.id())
        .update();
  }

  /** It has left, with those that were merged into it. */
  void sent(Due due, Optional<String> handle, Delivered delivered, int parts) {
    jdbc.sql(
            """
            UPDATE outbox SET state = CASE WHEN state = 'RECALLED' THEN state ELSE 'SENT' END,
              handle = :handle, sent_at = :now, reason = NULL, retry_at = NULL,
              unsure_since = NULL, parts = :parts, way = :way, receipts = :receipts
            WHERE id = :id
            """)
        .param("way", delivered.way().name())
        .param(
            "receipts",
            delivered.receipts().isEmpty() ? null : String.join("\n", delivered.receipts()))
        .param("handle", handle.orElse(null))
        .param("now", clock.millis())
        .param("parts", parts)
        .param("id", due.id())
        .update();
    jdbc.sql(
            """
            UPDATE outbox SET state = 'SENT', sent_at = :now, reason = NULL, parts = 0, way = :way
            WHERE merged_into = :key
            """)
        .param("way", delivered.way().name())
        .param("now", clock.millis())
        .param("key", due.key())
        .update();
  }

  /** It will not leave, nor those that were merged into it. */
  void refuse(Due due, String reason) {
    jdbc.sql(
            """
            UPDATE outbox SET state = 'REFUSED', reason = :reason, retry_at = NULL,
              unsure_since = NULL
            WHERE message = :key OR merged_into = :key
            """)
        .param("reason", cut(reason))
        .param("key", due.key())
        .update();
  }

  /** It is not tried again by itself, nor those that left with it: nobody knows whether it did. */
  void doubt(Due due, String reason, int parts) {
    jdbc.sql(
            """
            UPDATE outbox SET state = 'DOUBTFUL', reason = :reason, retry_at = NULL,
              unsure_since = NULL, sent_at = :now,
              parts = CASE WHEN message = :key THEN :parts ELSE 0 END
            WHERE message = :key OR merged_into = :key
            """)
        .param("reason", cut(reason))
        .param("now", clock.millis())
        .param("parts", parts)
        .param("key", due.key())
        .update();
  }

  private static String cut(String reason) {
    return reason.length() > REASON ? reason.substring(0, REASON) : reason;
  }
}
