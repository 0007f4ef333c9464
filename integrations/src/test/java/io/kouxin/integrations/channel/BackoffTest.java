package io.kouxin.integrations.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class BackoffTest {
  private static final Instant NOW = Instant.parse("2026-03-11T07:00:00Z");
  private final Backoff backoff = new Backoff(new Random(3));

  private boolean isDueAfter(double seconds) {
    return backoff.isDue(NOW.plusMillis((long) (seconds * 1000)));
  }

  @Test
  void the_first_try_is_at_once_and_the_next_a_second_later() {
    assertThat(isDueAfter(0)).isTrue();
    backoff.tried(NOW);
    assertThat(isDueAfter(0.9)).isFalse();
    assertThat(isDueAfter(1)).isTrue();
  }

  @Test
  void each_failure_doubles_the_wait_up_to_a_minute() {
    for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60}) {
      backoff.failed(NOW);
      assertThat(isDueAfter(seconds * 0.79)).isFalse();
      assertThat(isDueAfter(seconds)).isTrue();
    }
  }

  @Test
  void a_connection_that_lived_is_followed_at_once() {
    backoff.failed(NOW);
    backoff.failed(NOW);
    backoff.tried(NOW);
    backoff.ended(NOW, NOW.plusSeconds(10));
    assertThat(isDueAfter(10)).isTrue();
    backoff.failed(NOW);
    assertThat(isDueAfter(1)).isTrue();
  }

  @Test
  void connections_that_break_young_are_followed_more_and_more_slowly() {
    Instant at = NOW;
    for (int i = 0; i < 4; i++) {
      backoff.tried(at);
      backoff.ended(at, at.plusSeconds(1));
      at = at.plusSeconds(1);
    }
    assertThat(backoff.isDue(at.plus(Duration.ofSeconds(6)))).isFalse();
    assertThat(backoff.isDue(at.plus(Duration.ofSeconds(8)))).isTrue();
  }
}
