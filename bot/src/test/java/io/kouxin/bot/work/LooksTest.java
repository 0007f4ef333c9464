package io.kouxin.bot.work;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LooksTest {

  @Test
  void the_first_look_is_immediate_and_a_crowd_of_more_becomes_one() throws Exception {
    var count = new AtomicInteger();
    var two = new CountDownLatch(2);
    var looks =
        new Looks(
            Duration.ofMillis(300),
            () -> {
              count.incrementAndGet();
              two.countDown();
            });
    looks.ask();
    assertThat(count.get()).isEqualTo(1);
    for (int i = 0; i < 100; i++) {
      looks.ask();
    }
    assertThat(two.await(20, TimeUnit.SECONDS)).as("what came later is seen too").isTrue();
    assertThat(count.get()).isEqualTo(2);
  }
}
