package io.kouxin.bot.work;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.TreeSet;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Wakes work by its row in the scheduler's table. The row is always written, even where it is there
 * already: that takes its lock, so that a worker that is just finishing either sees what was added
 * or lets this insert a new row. The form "insert if absent" strands about 2 messages in 10,000.
 */
public final class JdbcWakes implements Wakes {
  private static final String WAKE =
      """
      INSERT INTO scheduled_tasks
        (task_name, task_instance, execution_time, picked, version, consecutive_failures, priority)
      VALUES (:work, :key, :at, FALSE, 1, 0, 0)
      ON CONFLICT (task_name, task_instance) DO UPDATE SET
        execution_time = CASE
          WHEN scheduled_tasks.picked OR COALESCE(scheduled_tasks.consecutive_failures, 0) > 0
            OR scheduled_tasks.execution_time <= excluded.execution_time
          THEN scheduled_tasks.execution_time ELSE excluded.execution_time END
      """;

  private final NamedParameterJdbcOperations jdbc;
  private final Clock clock;
  private final Runnable lookNow;

  /**
   * With a way to look for due work at once.
   *
   * @param lookNow called after the commit, so that nobody waits for the next poll
   */
  public JdbcWakes(NamedParameterJdbcOperations jdbc, Clock clock, Runnable lookNow) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.lookNow = lookNow;
  }

  @Override
  public void wake(String work, String key) {
    wakeAt(work, key, clock.instant());
  }

  @Override
  public void wakeAt(String work, String key, Instant at) {
    jdbc.update(WAKE, row(new Call(work, key), at));
    if (!at.isAfter(clock.instant())) {
      lookAfterCommit();
    }
  }

  @Override
  public void wakeAll(Collection<Call> calls) {
    if (calls.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    jdbc.batchUpdate(
        WAKE,
        new TreeSet<>(calls)
            .stream().map(call -> row(call, now)).toArray(SqlParameterSource[]::new));
    lookAfterCommit();
  }

  private static SqlParameterSource row(Call call, Instant at) {
    return new MapSqlParameterSource("work", call.work())
        .addValue("key", call.key())
        .addValue("at", Timestamp.from(at));
  }

  private void lookAfterCommit() {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      lookNow.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            lookNow.run();
          }
        });
  }
}
