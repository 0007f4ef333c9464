package io.kouxin.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.work.Work;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RushTest {
  private final Rush rush = new Rush(1);

  @Test
  void a_message_now_and_then_is_no_rush() {
    rush.arrival();
    rush.arrival();
    assertThat(rush.isOn()).isFalse();
  }

  @Test
  void many_at_once_are_a_rush_and_it_ends_by_itself() {
    for (int i = 0; i < 20; i++) {
      rush.arrival();
    }
    assertThat(rush.isOn()).isTrue();
    while (rush.isOn()) {
      Thread.onSpinWait();
    }
    assertThat(rush.isOn()).isFalse();
  }

  @Test
  void in_a_rush_steps_take_turns_and_all_are_done() throws Exception {
    var steps = new Steps();
    Work work = rush.holdingBack(steps);
    var over = new AtomicBoolean();
    try (var threads = Executors.newFixedThreadPool(5)) {
      threads.submit(
          () -> {
            while (!over.get()) {
              rush.arrival();
            }
          });
      while (!rush.isOn()) {
        Thread.onSpinWait();
      }
      var all = new java.util.ArrayList<java.util.concurrent.Future<?>>();
      for (int i = 0; i < 4; i++) {
        all.add(
            threads.submit(
                () -> {
                  for (int n = 0; n < 50; n++) {
                    work.step("key");
                  }
                  return null;
                }));
      }
      for (var each : all) {
        each.get();
      }
      over.set(true);
    }
    assertThat(steps.done.get()).isEqualTo(200);
    assertThat(steps.most.get()).isEqualTo(1);
  }

  private static final class Steps implements Work {
    final AtomicInteger done = new AtomicInteger();
    final AtomicInteger most = new AtomicInteger();
    private final AtomicInteger inside = new AtomicInteger();

    @Override
    public String name() {
      return "steps";
    }

    @Override
    public Optional<Instant> next(String key) {
      return Optional.empty();
    }

    @Override
    public void step(String key) {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      Thread.yield();
      inside.decrementAndGet();
      done.incrementAndGet();
    }

    @Override
    public Optional<String> setAside(String key, String reason) {
      return Optional.empty();
    }

    @Override
    public void revive(String subject) {}
  }
}
