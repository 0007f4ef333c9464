package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorkCalendarTest {
  private final WorkCalendar china = WorkCalendar.china();

  @ParameterizedTest
  @CsvSource({
    "2026-02-14, true",
    "2026-02-16, false",
    "2026-02-28, true",
    "2026-04-06, false",
    "2026-05-09, true",
    "2026-10-10, true",
    "2026-10-11, false",
    "2025-09-28, true",
    "2025-10-08, false",
    "2031-10-01, true",
    "2031-10-04, false"
  })
  void knows_holidays_and_the_weekends_worked_for_them(LocalDate day, boolean worked) {
    assertThat(china.isWorkingDay(day)).isEqualTo(worked);
  }

  @Test
  void steps_over_the_spring_festival() {
    assertThat(china.workingDayAfter(LocalDate.of(2026, 2, 14)))
        .isEqualTo(LocalDate.of(2026, 2, 24));
    assertThat(china.workingDayBefore(LocalDate.of(2026, 2, 24)))
        .isEqualTo(LocalDate.of(2026, 2, 14));
    assertThat(china.afterWorkingDays(LocalDate.of(2026, 2, 13), 2))
        .isEqualTo(LocalDate.of(2026, 2, 24));
  }
}
