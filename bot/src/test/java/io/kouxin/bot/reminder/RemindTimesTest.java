package io.kouxin.bot.reminder;

import static io.kouxin.bot.store.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.calendar.PublicHolidays;
import io.kouxin.bot.followup.DueTime.Kind;
import io.kouxin.bot.pack.Manners;
import io.kouxin.bot.store.Scene;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** 4 March 2026 is a Wednesday; quiet is from 21:30 to 07:30, the list comes at 08:10. */
class RemindTimesTest {
  private final RemindTimes times =
      new RemindTimes(
          Manners.USUAL.calendar(Scene.ZONE, PublicHolidays.china()), LocalTime.of(8, 10));

  @ParameterizedTest(name = "{0} {1}, said {2}: {3}")
  @CsvSource({
    // An appointment comes up at its time, in quiet hours too; what is past does not.
    "APPOINTMENT, 2026-03-11T15:00, 2026-03-04T10:30, 2026-03-11T15:00",
    "APPOINTMENT, 2026-03-05T06:00, 2026-03-04T10:30, 2026-03-05T06:00",
    "APPOINTMENT, 2026-03-04T10:29, 2026-03-04T10:30, ",
    // A deadline three hours before, at a decent hour.
    "DEADLINE, 2026-03-06T18:00, 2026-03-04T10:30, 2026-03-06T15:00",
    "DEADLINE, 2026-03-06T09:00, 2026-03-04T10:30, 2026-03-06T07:30",
    "DEADLINE, 2026-03-06T07:00, 2026-03-04T10:30, 2026-03-05T21:20",
    "DEADLINE, 2026-03-06T02:00, 2026-03-04T10:30, 2026-03-05T21:20",
    // Less than three hours ahead: half-way; too near to be told again, or past: not.
    "DEADLINE, 2026-03-04T12:30, 2026-03-04T10:30, 2026-03-04T11:30",
    "DEADLINE, 2026-03-04T10:50, 2026-03-04T10:30, ",
    "DEADLINE, 2026-03-04T10:00, 2026-03-04T10:30, ",
    "DEADLINE, 2026-03-05T07:00, 2026-03-04T23:00, ",
    // A day stands in its morning's list, and comes by itself only where there is none.
    "DAY, 2026-03-11T09:00, 2026-03-04T10:30, ",
    "DAY, 2026-03-07T09:00, 2026-03-04T10:30, 2026-03-07T08:10",
    "DAY, 2026-03-04T09:00, 2026-03-04T10:30, 2026-03-04T14:00",
    "DAY, 2026-03-04T09:00, 2026-03-04T13:50, 2026-03-04T17:00",
    "DAY, 2026-03-04T09:00, 2026-03-04T17:00, 2026-03-04T20:00",
    "DAY, 2026-03-04T09:00, 2026-03-04T20:00, ",
    "DAY, 2026-03-03T09:00, 2026-03-04T10:30, ",
  })
  void knows_when_a_step_is_brought_up(Kind kind, String due, String now, String expected) {
    Optional<Instant> wanted = Optional.ofNullable(expected).map(Scene::at);

    assertThat(times.plan(at(due), kind, at(now)).remindAt()).isEqualTo(wanted);
  }

  @Test
  void stands_in_the_list_of_the_day_it_is_due() {
    assertThat(times.plan(at("2026-03-11T00:00"), Kind.DAY, at("2026-03-04T10:30")).listDay())
        .isEqualTo(LocalDate.of(2026, 3, 11));
  }

  @Test
  void tomorrow_morning_is_the_list_or_that_hour_on_a_day_without_one() {
    assertThat(times.heardAt(times.tomorrow(at("2026-03-04T10:30"))))
        .isEqualTo(at("2026-03-05T08:10"));
    assertThat(times.tomorrow(at("2026-03-04T10:30")).remindAt()).isEmpty();
    assertThat(times.tomorrow(at("2026-03-06T10:30")).remindAt()).contains(at("2026-03-07T08:10"));
  }

  @Test
  void never_brings_up_the_past_or_what_is_not_an_appointment_in_quiet_hours() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      Instant now = at("2026-03-04T00:00").plusSeconds(random.nextInt(30 * 86_400));
      Instant due = now.plusSeconds(random.nextInt(10 * 86_400) - 86_400);
      Kind kind = Kind.values()[random.nextInt(3)];
      Optional<Instant> at = times.plan(due, kind, now).remindAt();

      assertThat(at.stream())
          .as("seed %d: %s %s said %s", seed, kind, due, now)
          .allMatch(moment -> !moment.isBefore(now))
          .allMatch(moment -> kind == Kind.DAY || !moment.isAfter(due))
          .allMatch(moment -> kind == Kind.APPOINTMENT || !times.calendar().isQuiet(moment));
    }
  }
}
