package io.kouxin.bot.calendar;

import static java.time.DayOfWeek.FRIDAY;
import static java.time.DayOfWeek.MONDAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WorkCalendarTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private final WorkCalendar calendar = calendar(SHANGHAI, "21:30-07:30");

  @Test
  void a_public_holiday_is_free_and_its_make_up_sunday_is_not() {
    assertThat(calendar.isWorkingDay(LocalDate.parse("2026-10-01"))).isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.parse("2026-09-20"))).isTrue();
    assertThat(calendar.isWorkingDay(LocalDate.parse("2026-09-13"))).isFalse();
    assertThat(calendar.isWorkingDay(LocalDate.parse("2025-10-08"))).isFalse();
  }

  @Test
  void every_make_up_day_is_a_weekend_day_and_no_day_is_both() {
    var china = PublicHolidays.china();

    assertThat(china.makeUp()).allMatch(day -> day.getDayOfWeek().compareTo(FRIDAY) > 0);
    assertThat(china.makeUp()).doesNotContainAnyElementsOf(china.off());
    assertThat(china.off().stream().filter(day -> day.getYear() == 2025)).hasSize(28);
    assertThat(china.off().stream().filter(day -> day.getYear() == 2026)).hasSize(33);
    assertThat(china.years()).containsExactlyInAnyOrder(2025, 2026, 2027);
    assertThat(china.knows(2031)).isFalse();
  }

  @Test
  void quiet_hours_reach_across_midnight() {
    assertThat(calendar.isQuiet(local("2026-03-11T21:29"))).isFalse();
    assertThat(calendar.isQuiet(local("2026-03-11T21:30"))).isTrue();
    assertThat(calendar.isQuiet(local("2026-03-12T03:00"))).isTrue();
    assertThat(calendar.isQuiet(local("2026-03-12T07:30"))).isFalse();
  }

  @Test
  void what_comes_at_night_waits_for_the_morning() {
    Instant morning = local("2026-03-12T07:30");

    assertThat(calendar.nextDecentMoment(local("2026-03-11T23:00"))).isEqualTo(morning);
    assertThat(calendar.nextDecentMoment(local("2026-03-12T02:00"))).isEqualTo(morning);
    assertThat(calendar.nextDecentMoment(morning)).isEqualTo(morning);
  }

  @Test
  void without_quiet_hours_every_moment_is_decent() {
    Instant night = local("2026-03-11T03:00");

    assertThat(calendar(SHANGHAI, "00:00-00:00").nextDecentMoment(night)).isEqualTo(night);
  }

  @Test
  void the_next_working_moment_skips_the_spring_festival() {
    assertThat(calendar.nextWorkingMoment(local("2026-02-14T18:00")))
        .isEqualTo(local("2026-02-24T09:00"));
    assertThat(calendar.nextWorkingMoment(local("2026-02-24T08:00")))
        .isEqualTo(local("2026-02-24T09:00"));
    assertThat(calendar.nextWorkingMoment(local("2026-02-24T10:15")))
        .isEqualTo(local("2026-02-24T10:15"));
  }

  @Test
  void working_days_are_counted_over_holidays_and_make_up_days() {
    assertThat(calendar.addWorkingDays(LocalDate.parse("2026-09-30"), 1)).isEqualTo("2026-10-08");
    assertThat(calendar.addWorkingDays(LocalDate.parse("2026-10-09"), 1)).isEqualTo("2026-10-10");
    assertThat(calendar.addWorkingDays(LocalDate.parse("2026-10-03"), 0)).isEqualTo("2026-10-03");
  }

  @Test
  void a_day_has_a_start_and_an_end_of_work() {
    assertThat(calendar.startOfWork(LocalDate.parse("2026-03-13")))
        .isEqualTo(local("2026-03-13T09:00"));
    assertThat(calendar.endOfWork(LocalDate.parse("2026-03-13")))
        .isEqualTo(local("2026-03-13T18:00"));
  }

  @Test
  void the_decent_moment_is_never_earlier_never_quiet_and_never_a_day_away() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (String zone : new String[] {"Asia/Shanghai", "Europe/Berlin", "America/New_York"}) {
      for (String quiet : new String[] {"21:30-07:30", "01:00-02:30", "12:00-13:30"}) {
        WorkCalendar here = calendar(ZoneId.of(zone), quiet);
        for (int i = 0; i < 2_000; i++) {
          Instant at = Instant.ofEpochSecond(1_767_225_600L + random.nextInt(31_536_000));
          Instant decent = here.nextDecentMoment(at);
          assertThat(decent).as("seed %d, %s %s", seed, zone, at).isAfterOrEqualTo(at);
          assertThat(decent).isBefore(at.plusSeconds(86_400));
          assertThat(here.isQuiet(decent)).as("seed %d, %s %s", seed, zone, at).isFalse();
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "9-18", "09:00", "09:00-25:00", "morning", "09:00-12:00-18:00"})
  void hours_that_are_none_are_refused_in_words(String text) {
    assertThatThrownBy(() -> Hours.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("write it like 09:00-18:00");
  }

  @Test
  void a_calendar_on_which_nobody_ever_works_is_refused() {
    assertThatThrownBy(
            () ->
                new WorkCalendar(
                    SHANGHAI,
                    EnumSet.noneOf(DayOfWeek.class),
                    Hours.parse("09:00-18:00"),
                    Hours.NEVER,
                    PublicHolidays.none()))
        .hasMessageContaining("at least one working day");
  }

  private static WorkCalendar calendar(ZoneId zone, String quiet) {
    Set<DayOfWeek> week = EnumSet.range(MONDAY, FRIDAY);
    return new WorkCalendar(
        zone, week, Hours.parse("09:00-18:00"), Hours.parse(quiet), PublicHolidays.china());
  }

  private static Instant local(String text) {
    return LocalDateTime.parse(text).atZone(SHANGHAI).toInstant();
  }
}
