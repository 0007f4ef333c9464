package io.kouxin.bot.calendar;

import java.time.LocalDate;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Days on which a country does not keep to the week: holidays, and the weekend days that make up
 * for them.
 *
 * @param off days without work
 * @param makeUp weekend days with work
 */
public record PublicHolidays(Set<LocalDate> off, Set<LocalDate> makeUp) {
  public PublicHolidays {
    off = Set.copyOf(off);
    makeUp = Set.copyOf(makeUp);
  }

  /** Nothing but the week. */
  public static PublicHolidays none() {
    return new PublicHolidays(Set.of(), Set.of());
  }

  /** Those of mainland China as shipped. */
  public static PublicHolidays china() {
    return of(io.kouxin.nlp.text.WorkCalendar.china());
  }

  /**
   * Those of the calendar by which memos are read. A year that was not announced yet has its week
   * and what the law fixes: ask the calendar for its standing.
   */
  public static PublicHolidays of(io.kouxin.nlp.text.WorkCalendar calendar) {
    return new PublicHolidays(calendar.daysOff(), calendar.makeUpDays());
  }

  /** Whether the arrangement of this year is known. */
  public boolean knows(int year) {
    return off.stream().anyMatch(day -> day.getYear() == year);
  }

  /** The years that are known, for a page that says when data runs out. */
  public Set<Integer> years() {
    return off.stream().map(LocalDate::getYear).collect(Collectors.toUnmodifiableSet());
  }
}
