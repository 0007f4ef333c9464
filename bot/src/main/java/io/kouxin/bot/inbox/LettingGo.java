package io.kouxin.bot.inbox;

import io.kouxin.bot.media.Media;
import io.kouxin.bot.work.Wakes;
import io.kouxin.bot.work.Work;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets go of what nobody claimed in time: words and bytes are deleted, the row stays, so that a
 * redelivery is still known.
 */
final class LettingGo implements Work {
  static final String NAME = "let-go";

  /** There is one queue, oldest first. */
  static final String KEY = "held";

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Wakes wakes;
  private final JdbcInbox inbox;
  private final Media media;

  LettingGo(JdbcInbox.Ground ground, JdbcInbox inbox, Media media) {
    this.jdbc = ground.jdbc();
    this.transactions = ground.transactions();
    this.clock = ground.clock();
    this.wakes = ground.wakes();
    this.inbox = inbox;
    this.media = media;
  }

  static Instant when(Instant receivedAt) {
    return receivedAt.plus(Held.KEEPING);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Instant> next(String key) {
    return oldest().map(message -> when(message.receivedAt()));
  }

  @Override
  public void step(String key) {
    transactions.executeWithoutResult(
        status ->
            oldest()
                .filter(message -> !when(message.receivedAt()).isAfter(clock.instant()))
                .ifPresent(this::letGo));
  }

  private void letGo(Message message) {
    int claimed =
        jdbc.sql(
                """
                UPDATE inbox SET state = 'FORGOTTEN', kind = 'NOTICE', payload = :nothing,
                  transcript = NULL, done_at = :now
                WHERE id = :id AND state IN ('HELD', 'TURNED_AWAY')
                """)
            .param("nothing", inbox.withoutWords())
            .param("now", clock.millis())
            .param("id", message.id())
            .update();
    if (claimed == 1) {
      message.media().ifPresent(media::forget);
    }
  }

  /** The next ones are let go without it; a dead letter shows that it is still there. */
  @Override
  public Optional<String> setAside(String key, String reason) {
    Optional<String> stuck = oldest().map(Message::id);
    stuck.ifPresent(id -> mark(id, Optional.of("not let go")));
    return stuck;
  }

  @Override
  public void revive(String id) {
    mark(id, Optional.empty());
    wakes.wake(NAME, KEY);
  }

  private void mark(String id, Optional<String> note) {
    jdbc.sql("UPDATE inbox SET note = :note WHERE id = :id")
        .param("note", note.orElse(null))
        .param("id", id)
        .update();
  }

  private Optional<Message> oldest() {
    return jdbc.sql(
            """
            SELECT * FROM inbox WHERE state IN ('HELD', 'TURNED_AWAY') AND note IS NULL
            ORDER BY received_at, id LIMIT 1
            """)
        .query(inbox::message)
        .optional();
  }
}
