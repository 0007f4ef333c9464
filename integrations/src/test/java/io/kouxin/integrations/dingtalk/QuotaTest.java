package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.YearMonth;
import java.util.Collections;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class QuotaTest {
  private final MovingClock clock = new MovingClock();
  private final Quota quota = new Quota(clock);

  @Test
  void counts_calls_and_messages_apart() {
    quota.call();
    quota.message();
    quota.message();
    assertThat(quota.used()).isEqualTo(new Quota.Used(YearMonth.of(2026, 3), 1, 2));
  }

  @Test
  void begins_anew_when_it_is_midnight_of_the_first_in_shanghai() {
    quota.call();
    // 2026-03-11T07:00Z; April begins in Shanghai on 03-31T16:00Z.
    clock.advance(Duration.ofDays(20).plusHours(9).minusMillis(1));
    assertThat(quota.used().calls()).isEqualTo(1);
    clock.advance(Duration.ofMillis(1));
    assertThat(quota.used()).isEqualTo(new Quota.Used(YearMonth.of(2026, 4), 0, 0));
  }

  @Test
  void loses_nothing_among_many_threads() throws InterruptedException {
    Callable<Void> count =
        () -> {
          quota.call();
          return null;
        };
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      threads.invokeAll(Collections.nCopies(1000, count));
    }
    assertThat(quota.used().calls()).isEqualTo(1000);
  }
}
