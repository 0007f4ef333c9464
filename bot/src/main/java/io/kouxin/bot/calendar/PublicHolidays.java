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

  /**
   * Those of mainland China as the State Council announced them: the very days by which memos are
   * read. A year that was not announced yet has only its week: ask {@link #knows}.
   */
  public static PublicHolidays china() {
    var china = io.kouxin.nlp.text.WorkCalendar.china();
    return new PublicHolidays(china.daysOff(), china.makeUpDays());
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
