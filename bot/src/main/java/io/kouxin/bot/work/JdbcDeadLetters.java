package io.kouxin.bot.work;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Dead letters in the store. */
public final class JdbcDeadLetters implements DeadLetters {
  private static final int REASON = 500;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Supplier<Map<String, Work>> works;

  /**
   * Over all kinds of work.
   *
   * @param works by name; asked when needed, because work itself may need this room
   */
  public JdbcDeadLetters(
      JdbcClient jdbc,
      TransactionOperations transactions,
      Clock clock,
      Supplier<Map<String, Work>> works) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.works = works;
  }

  @Override
  public void add(String work, String subject, String reason, int attempts) {
    jdbc.sql(
            """
            INSERT INTO dead_letter (id, work, subject, reason, attempts, at)
            VALUES (:id, :work, :subject, :reason, :attempts, :at)
            """)
        .param("id", Sequence.next())
        .param("work", work)
        .param("subject", subject)
        .param("reason", reason.length() > REASON ? reason.substring(0, REASON) : reason)
        .param("attempts", attempts)
        .param("at", clock.millis())
        .update();
  }

  @Override
  public void close(String work, String subject) {
    jdbc.sql(
            "UPDATE dead_letter SET retried_at = :now"
                + " WHERE work = :work AND subject = :subject AND retried_at IS NULL")
        .param("now", clock.millis())
        .param("work", work)
        .param("subject", subject)
        .update();
  }

  @Override
  public List<Letter> open(Optional<String> after, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM dead_letter WHERE retried_at IS NULL AND (:after = '' OR id < :after)
            ORDER BY id DESC LIMIT :limit
            """)
        .param("after", after.orElse(""))
        .param("limit", limit)
        .query(JdbcDeadLetters::letter)
        .list();
  }

  @Override
  public long count() {
    return jdbc.sql("SELECT COUNT(*) FROM dead_letter WHERE retried_at IS NULL")
        .query(Long.class)
        .single();
  }

  @Override
  public boolean retry(String id) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              Optional<Letter> letter = claim(id);
              letter.ifPresent(found -> work(found).revive(found.subject()));
              return letter.isPresent();
            }));
  }

  private Optional<Letter> claim(String id) {
    return jdbc.sql(
            "UPDATE dead_letter SET retried_at = :now WHERE id = :id AND retried_at IS NULL"
                + " RETURNING *")
        .param("now", clock.millis())
        .param("id", id)
        .query(JdbcDeadLetters::letter)
        .optional();
  }

  private Work work(Letter letter) {
    Work work = works.get().get(letter.work());
    if (work == null) {
      throw new IllegalStateException("no such work any more: " + letter.work());
    }
    return work;
  }

  private static Letter letter(ResultSet row, int number) throws SQLException {
    long retried = row.getLong("retried_at");
    return new Letter(
        row.getString("id"),
        row.getString("work"),
        row.getString("subject"),
        row.getString("reason"),
        row.getInt("attempts"),
        Instant.ofEpochMilli(row.getLong("at")),
        retried == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(retried)));
  }
}
