package io.kouxin.integrations.channel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LocalCoordinationTest implements CoordinationContract {
  private final Hands hands = new Hands();
  private final Coordination alone = new LocalCoordination(hands);

  /** Time that passes when a test says so. */
  private static final class Hands extends Clock {
    private volatile Instant at = Instant.parse("2026-03-11T07:00:00Z");

    @Override
    public Instant instant() {
      return at;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }

  @Override
  public Coordination one() {
    return alone;
  }

  @Override
  public Coordination other() {
    return alone;
  }

  @Override
  public void pass(Duration time) {
    hands.at = hands.at.plus(time);
  }

  @Test
  void says_that_it_reaches_this_process() {
    assertThat(alone.reach()).isEqualTo(Coordination.Reach.PROCESS);
  }

  @Test
  void any_minute_and_any_hour_keep_to_the_pace() {
    var pace = new Pace(3, 7);
    Duration step = Duration.ofSeconds(20);
    int taken = 0;
    for (Duration gone = Duration.ZERO; gone.compareTo(LONG) < 0; gone = gone.plus(step)) {
      for (int i = 0; i < 2; i++) {
        taken += alone.budgets().take("zhangsan", pace).isEmpty() ? 1 : 0;
      }
      pass(step);
    }
    assertThat(taken).isEqualTo(7);
  }

  @Test
  void whoever_waits_as_long_as_was_said_finds_room() {
    var pace = new Pace(2, 4);
    for (int i = 0; i < 12; i++) {
      pass(Duration.ofSeconds(7));
      Optional<Duration> wait = alone.budgets().take("zhangsan", pace);
      if (wait.isPresent()) {
        pass(wait.get().minusMillis(1));
        assertThat(alone.budgets().take("zhangsan", pace)).contains(Duration.ofMillis(1));
        pass(Duration.ofMillis(1));
        assertThat(alone.budgets().take("zhangsan", pace)).isEmpty();
      }
    }
  }

  @Test
  void a_clock_that_was_set_back_keeps_nobody_waiting_for_a_day() {
    var pace = new Pace(1, 1);
    assertThat(alone.budgets().take("zhangsan", pace)).isEmpty();
    pass(Duration.ofDays(-1));
    assertThat(alone.budgets().take("zhangsan", pace)).isEmpty();
  }

  @Test
  void many_strangers_do_not_fill_the_memory() {
    var pace = new Pace(1, 1);
    for (int i = 0; i < 100_000; i++) {
      assertThat(alone.budgets().take("person" + i, pace)).isEmpty();
    }
    assertThat(alone.budgets().take("person99999", pace)).isPresent();
    assertThat(alone.budgets().take("person0", pace)).isEmpty();
  }
}
