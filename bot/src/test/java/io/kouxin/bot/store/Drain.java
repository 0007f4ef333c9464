package io.kouxin.bot.store;

import io.kouxin.bot.work.Wakes;
import io.kouxin.bot.work.Work;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * A workshop without threads: does whatever is due, in the order it is due, and returns when
 * nothing is. It keeps to the promises of the real one: only what was woken runs, a key is asked
 * again in the transaction that ends its work, and an exception stops the test.
 */
public final class Drain {
  private static final int TOO_MANY = 10_000;
  private static final int MOST = 500;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Wakes wakes;

  /** One queue of a work. */
  private record Due(String work, String key) {}

  /** Over a store. */
  public Drain(JdbcClient jdbc, TransactionOperations transactions, Clock clock, Wakes wakes) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.wakes = wakes;
  }

  /** Does these kinds of work until nothing of them is due. */
  public void run(Collection<? extends Work> works) {
    int steps = 0;
    for (var due = due(works); due.isPresent(); due = due(works)) {
      if (++steps > TOO_MANY) {
        throw new IllegalStateException("no end of " + due.get());
      }
      run(work(works, due.get()), due.get().key());
    }
  }

  /**
   * The same with many hands: what is due at one moment is done side by side, each key by one of
   * them.
   */
  public void run(Collection<? extends Work> works, ExecutorService hands) {
    int steps = 0;
    for (var all = due(works, MOST); !all.isEmpty(); all = due(works, MOST)) {
      steps += all.size();
      if (steps > TOO_MANY) {
        throw new IllegalStateException("no end of " + all);
      }
      all.stream()
          .map(due -> CompletableFuture.runAsync(() -> run(work(works, due), due.key()), hands))
          .toList()
          .forEach(CompletableFuture::join);
    }
  }

  /** When the next of these is due, were nothing else to happen. */
  public Optional<Instant> next(Collection<? extends Work> works) {
    return jdbc.sql(
            "SELECT execution_time FROM scheduled_tasks WHERE task_name IN (:names)"
                + " ORDER BY execution_time LIMIT 1")
        .param("names", names(works))
        .query((row, number) -> row.getTimestamp("execution_time").toInstant())
        .optional();
  }

  private Optional<Due> due(Collection<? extends Work> works) {
    return due(works, 1).stream().findFirst();
  }

  private List<Due> due(Collection<? extends Work> works, int most) {
    return jdbc.sql(
            """
            SELECT task_name, task_instance FROM scheduled_tasks
            WHERE execution_time <= :now AND task_name IN (:names)
            ORDER BY execution_time, task_name, task_instance LIMIT :most
            """)
        .param("most", most)
        .param("now", Timestamp.from(clock.instant()))
        .param("names", names(works))
        .query((row, number) -> new Due(row.getString(1), row.getString(2)))
        .list();
  }

  private static List<String> names(Collection<? extends Work> works) {
    return works.stream().map(Work::name).toList();
  }

  private static Work work(Collection<? extends Work> works, Due due) {
    return works.stream().filter(work -> work.name().equals(due.work())).findFirst().orElseThrow();
  }

  private void run(Work work, String key) {
    try {
      while (work.next(key).filter(at -> !at.isAfter(clock.instant())).isPresent()) {
        work.step(key);
      }
    } catch (Exception e) {
      throw new IllegalStateException(work.name() + " " + key, e);
    }
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql("DELETE FROM scheduled_tasks WHERE task_name = :work AND task_instance = :key")
              .param("work", work.name())
              .param("key", key)
              .update();
          work.next(key).ifPresent(at -> wakes.wakeAt(work.name(), key, at));
        });
  }
}
