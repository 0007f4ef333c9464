package io.kouxin.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.springframework.transaction.support.TransactionOperations;

class TurnsTest {
  private static final Duration LONG = Duration.ofSeconds(20);
  private final Turns turns = new Turns();
  private final List<String> served = Collections.synchronizedList(new ArrayList<>());

  @Test
  void those_who_must_not_wait_go_before_those_who_came_earlier() throws Exception {
    try (var threads = Executors.newCachedThreadPool()) {
      assertThat(turns.take(LONG)).isTrue();
      List<Future<?>> all = List.of(wants("a", false, threads), wants("b", false, threads));
      Future<?> door = wants("door", true, threads);
      turns.leave();
      door.get();
      for (Future<?> each : all) {
        each.get();
      }
      assertThat(served).containsExactly("door", "a", "b");
    }
  }

  @Test
  void others_have_their_time_between_two_of_the_first() throws Exception {
    try (var threads = Executors.newCachedThreadPool()) {
      assertThat(turns.take(LONG)).isTrue();
      List<Future<?>> all =
          List.of(
              wants("door 1", true, threads),
              wants("door 2", true, threads),
              wants("door 3", true, threads),
              wants("a", false, threads));
      turns.leave();
      for (Future<?> each : all) {
        each.get();
      }
      assertThat(served).containsExactly("door 1", "a", "door 2", "door 3");
    }
  }

  @Test
  void only_one_has_a_turn_whatever_happens_to_those_who_wait() throws Exception {
    var inside = new AtomicInteger();
    var together = new AtomicBoolean();
    var count = new AtomicInteger();
    try (var threads = Executors.newFixedThreadPool(12)) {
      List<Future<?>> all = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        boolean first = i % 4 == 0;
        Duration patience = i % 3 == 0 ? Duration.ofNanos(50_000) : LONG;
        all.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < 500; n++) {
                    if (asked(first, patience)) {
                      together.compareAndSet(false, inside.incrementAndGet() != 1);
                      count.incrementAndGet();
                      inside.decrementAndGet();
                      turns.leave();
                    }
                  }
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    }
    assertThat(together).isFalse();
    assertThat(count.get()).isGreaterThanOrEqualTo(8 * 500);
    assertThat(turns.take(Duration.ZERO)).as("nobody has it at the end").isTrue();
  }

  @Test
  void who_loses_patience_or_is_interrupted_takes_nothing_along() throws Exception {
    assertThat(turns.take(LONG)).isTrue();
    assertThat(turns.take(Duration.ofMillis(1))).isFalse();
    var ended = new AtomicBoolean();
    Thread interrupted =
        Thread.ofPlatform()
            .start(
                () -> {
                  try {
                    turns.take(LONG);
                  } catch (InterruptedException e) {
                    ended.set(true);
                  }
                });
    interrupted.interrupt();
    interrupted.join();
    assertThat(ended).isTrue();
    turns.leave();
    assertThat(turns.take(Duration.ZERO)).isTrue();
  }

  /** Somebody who stands in the queue when this returns. */
  private Future<?> wants(String who, boolean first, ExecutorService threads) {
    int before = turns.waiting();
    Future<?> future =
        threads.submit(
            () -> {
              asked(first, LONG);
              served.add(who);
              // Turns last some time: the others get half as much as the first.
              LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
              turns.leave();
            });
    while (turns.waiting() == before) {
      Thread.onSpinWait();
    }
    return future;
  }

  private boolean asked(boolean first, Duration patience) {
    TransactionOperations plain = TransactionOperations.withoutTransaction();
    Boolean taken =
        (first ? Turns.first(plain) : plain)
            .execute(
                status -> {
                  try {
                    return turns.take(patience);
                  } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                  }
                });
    return Boolean.TRUE.equals(taken);
  }
}
