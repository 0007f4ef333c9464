package io.kouxin.bot.work;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerBuilder;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.logging.LogLevel;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.TransactionAwareDataSourceProxy;
import org.springframework.transaction.support.TransactionOperations;

/** Has all kinds of work done, by db-scheduler on the store. */
public final class Workshop implements AutoCloseable {
  private static final int STEPS_IN_A_ROW = 50;

  /** One key's long queue must not keep a thread from everybody else's. */
  private static final Duration LONGEST_RUN = Duration.ofMillis(500);

  private static final Duration LOOKS_APART = Duration.ofMillis(20);
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Wakes wakes;
  private final JdbcDeadLetters deadLetters;
  private final Scheduler scheduler;
  private final Looks looks;

  /** What the workshop stands on. */
  public record Ground(
      DataSource store, JdbcClient jdbc, TransactionOperations transactions, Clock clock) {}

  /**
   * Over these kinds of work.
   *
   * @param settings how it runs
   * @param works each kind once
   */
  public Workshop(
      Ground ground,
      WorkSettings settings,
      Wakes wakes,
      JdbcDeadLetters deadLetters,
      Collection<Work> works) {
    this.jdbc = ground.jdbc();
    this.transactions = ground.transactions();
    this.clock = ground.clock();
    this.wakes = wakes;
    this.deadLetters = deadLetters;
    List<Task<?>> tasks = works.stream().<Task<?>>map(this::task).toList();
    SchedulerBuilder builder =
        Scheduler.create(new TransactionAwareDataSourceProxy(ground.store()), tasks)
            .clock(clock::instant)
            .schedulerName(new SchedulerName.Fixed(settings.node()))
            .threads(settings.threads())
            .pollingInterval(settings.poll())
            .heartbeatInterval(settings.heartbeat())
            .missedHeartbeatsLimit(4)
            .shutdownMaxWait(settings.shutdownWait())
            .enablePriority()
            .failureLogging(LogLevel.WARN, true);
    this.scheduler =
        (settings.manyNodes()
                ? builder.pollUsingLockAndFetch(0.5, 1.0)
                : builder.pollUsingFetch(0.5, 3.0))
            .build();
    this.looks = new Looks(LOOKS_APART, scheduler::triggerCheckForDueExecutions);
  }

  /** Begins; what a killed process left behind is taken up again. */
  public void start(boolean alone) {
    if (alone) {
      // Nobody else can hold this store: what is marked as picked belonged to a process that is
      // gone.
      jdbc.sql(
              "UPDATE scheduled_tasks SET picked = FALSE, picked_by = NULL, last_heartbeat = NULL,"
                  + " version = version + 1 WHERE picked")
          .update();
    }
    scheduler.start();
  }

  /** Looks for due work now instead of at the next poll. */
  public void lookNow() {
    looks.ask();
  }

  @Override
  public void close() {
    scheduler.stop();
  }

  private Task<Void> task(Work work) {
    return Tasks.custom(work.name(), Void.class)
        .onFailure((complete, operations) -> failed(work, complete, operations))
        .onDeadExecutionRevive()
        .execute(
            (instance, context) -> {
              run(work, instance.getId());
              return (complete, operations) -> finish(work, instance.getId(), operations);
            });
  }

  private void run(Work work, String key) {
    try {
      long begin = System.nanoTime();
      for (int step = 0; step < STEPS_IN_A_ROW && isDue(work, key); step++) {
        work.step(key);
        if (System.nanoTime() - begin > LONGEST_RUN.toNanos()) {
          return;
        }
      }
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      if (e instanceof InterruptedException) {
        Thread.currentThread().interrupt();
      }
      throw new WorkFailed(work.name(), e);
    }
  }

  private boolean isDue(Work work, String key) {
    return work.next(key).filter(at -> !at.isAfter(clock.instant())).isPresent();
  }

  private void finish(Work work, String key, ExecutionOperations<Void> operations) {
    transactions.executeWithoutResult(
        status -> {
          operations.remove();
          // What is left queues up again behind what has become due meanwhile: were it to keep its
          // place, no answer would leave before the last of a thousand notes is understood.
          Instant now = clock.instant();
          work.next(key)
              .ifPresent(at -> wakes.wakeAt(work.name(), key, at.isBefore(now) ? now : at));
        });
  }

  private void failed(Work work, ExecutionComplete complete, ExecutionOperations<Void> operations) {
    String key = complete.getExecution().taskInstance.getId();
    int failures = complete.getExecution().consecutiveFailures + 1;
    if (failures < Attempts.MOST) {
      Duration pause = Attempts.pauseAfter(failures);
      operations.reschedule(complete, clock.instant().plus(pause));
      return;
    }
    String reason = reason(complete);
    transactions.executeWithoutResult(
        status -> {
          work.setAside(key, reason)
              .ifPresent(subject -> deadLetters.add(work.name(), subject, reason, failures));
          operations.remove();
          work.next(key).ifPresent(at -> wakes.wakeAt(work.name(), key, at));
        });
  }

  private static String reason(ExecutionComplete complete) {
    Throwable cause = complete.getCause().orElseThrow();
    while (cause instanceof WorkFailed && cause.getCause() != null) {
      cause = cause.getCause();
    }
    String message = cause.getMessage();
    return cause.getClass().getSimpleName() + (message == null ? "" : ": " + message);
  }

  /** The moment the oldest due work has been waiting since; for health and metrics. */
  public Duration lag() {
    return jdbc.sql("SELECT MIN(execution_time) AS oldest FROM scheduled_tasks WHERE NOT picked")
        .query((row, number) -> row.getTimestamp("oldest"))
        .optional()
        .map(Timestamp::toInstant)
        .map(oldest -> Duration.between(oldest, clock.instant()))
        .filter(Duration::isPositive)
        .orElse(Duration.ZERO);
  }

  private static final class WorkFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    WorkFailed(String work, Exception cause) {
      super(work, cause);
    }
  }
}
