package io.kouxin.bot.wiring;

import io.kouxin.bot.work.Attempts;
import io.kouxin.bot.work.Wakes;
import io.kouxin.bot.work.Work;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Does work in the order in which it was woken, on the thread of the test. */
public final class Bench {
  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;
  private final Clock clock;
  private final Wakes wakes;
  private final Map<String, Work> works;
  private final Map<Woken, Integer> failures = new HashMap<>();
  private final List<String> setAside = new ArrayList<>();
  private boolean forgiving;

  Bench(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Clock clock,
      Wakes wakes,
      List<Work> works) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.wakes = wakes;
    this.works = works.stream().collect(Collectors.toMap(Work::name, Function.identity()));
  }

  private record Woken(String work, String key) {}

  /** Until nothing is due any more. */
  public void workAll() {
    for (int round = 0; round < 10_000; round++) {
      Optional<Woken> due = woken().stream().filter(this::isDue).findFirst();
      if (due.isEmpty()) {
        return;
      }
      step(due.get());
    }
    throw new AssertionError("the work never ends: " + woken());
  }

  /** Has everybody react to what happened, in the middle of other work. */
  public void reactNow() {
    woken().stream().filter(woken -> woken.work().equals("react")).forEach(this::step);
  }

  /** From now on failures are counted, and what fails too often is put aside, without a pause. */
  public void forgiving() {
    forgiving = true;
  }

  /** What was put aside. */
  public List<String> setAside() {
    return List.copyOf(setAside);
  }

  /** Has something that was put aside tried again. */
  public void revive(String message) {
    transactions.executeWithoutResult(status -> works.get("converse").revive(message));
  }

  private void step(Woken woken) {
    Work work = works.get(woken.work());
    try {
      work.step(woken.key());
      failures.remove(woken);
    } catch (Exception e) {
      if (!forgiving) {
        throw new AssertionError(woken.work() + " failed", e);
      }
      if (failures.merge(woken, 1, Integer::sum) < Attempts.MOST) {
        return;
      }
      failures.remove(woken);
      transactions.executeWithoutResult(
          status -> work.setAside(woken.key(), "it failed").ifPresent(it -> keep(work, it)));
    }
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql("DELETE FROM scheduled_tasks WHERE task_name = :work AND task_instance = :key")
              .param("work", woken.work())
              .param("key", woken.key())
              .update();
          work.next(woken.key()).ifPresent(at -> wakes.wakeAt(woken.work(), woken.key(), at));
        });
  }

  private void keep(Work work, String subject) {
    setAside.add(subject);
    jdbc.sql(
            "INSERT INTO dead_letter (id, work, subject, reason, attempts, at)"
                + " VALUES (:subject, :work, :subject, 'it failed', 5, :now)")
        .param("subject", subject)
        .param("work", work.name())
        .param("now", clock.millis())
        .update();
  }

  private boolean isDue(Woken woken) {
    return works
        .get(woken.work())
        .next(woken.key())
        .filter(at -> !at.isAfter(clock.instant()))
        .isPresent();
  }

  private List<Woken> woken() {
    return jdbc.sql(
            "SELECT task_name, task_instance FROM scheduled_tasks"
                + " ORDER BY execution_time, task_name, task_instance")
        .query((row, number) -> new Woken(row.getString(1), row.getString(2)))
        .list();
  }
}
