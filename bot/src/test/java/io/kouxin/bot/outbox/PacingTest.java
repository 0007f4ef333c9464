package io.kouxin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody gets more than the platform takes for one person. */
class PacingTest {
  private static final int MINUTE = Letterbox.PACE.perMinute();
  private static final int HOUR = Letterbox.PACE.perHour();

  private static void show(Counter counter, int from, int to) {
    for (int i = from; i < to; i++) {
      counter.shows("anna", "card" + i);
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_next_one_waits_exactly_until_a_place_is_free(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = new Letterbox(counter.clock);
      counter.through(box);
      show(counter, 0, 1);
      counter.pass(Duration.ofSeconds(20));
      show(counter, 1, MINUTE + 2);
      counter.work();
      assertThat(box.letters).hasSize(MINUTE);
      assertThat(counter.posted("card" + MINUTE).reason()).hasValue("pace");
      assertThat(counter.outbox.held()).as("nothing is wrong").isZero();

      counter.pass(Duration.ofSeconds(40).minusMillis(1));
      assertThat(box.letters).hasSize(MINUTE);
      counter.pass(Duration.ofMillis(1));
      assertThat(box.letters).as("the first one is a minute old").hasSize(MINUTE + 1);
      counter.pass(Duration.ofSeconds(20));
      assertThat(box.letters).hasSize(MINUTE + 2);
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_pace_of_the_hour_is_kept_over_a_restart(Stores kind) {
    try (var counter = new Counter(kind)) {
      Instant begin = counter.clock.instant();
      counter.through(new Letterbox(counter.clock));
      show(counter, 0, HOUR + 1);
      counter.pass(Duration.ofMinutes(10));
      var box = new Letterbox(counter.clock);
      counter.through(box);
      counter.pass(Duration.ofMinutes(60));
      assertThat(box.letters)
          .extracting(Letterbox.Letter::at)
          .containsExactly(begin.plusSeconds(3600));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_changed_card_takes_no_place_and_another_person_has_their_own(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = new Letterbox(counter.clock);
      counter.through(box);
      show(counter, 0, MINUTE - 1);
      for (int i = 0; i < MINUTE; i++) {
        counter.changes("anna", "card0", "change" + i);
      }
      show(counter, MINUTE - 1, MINUTE);
      counter.says("ben", "hello");
      counter.work();
      assertThat(box.texts("anna")).hasSize(2 * MINUTE).endsWith("card" + (MINUTE - 1));
      assertThat(box.texts("ben")).isEqualTo(List.of("hello"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_clock_that_was_set_back_stops_nobody_for_long(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = new Letterbox(counter.clock);
      counter.through(box);
      show(counter, 0, MINUTE);
      counter.work();
      counter.clock.move(Duration.ofHours(-3));
      show(counter, MINUTE, MINUTE + 1);
      counter.pass(Duration.ofHours(3).plusSeconds(1));
      assertThat(box.letters).hasSize(MINUTE + 1);
    }
  }
}
