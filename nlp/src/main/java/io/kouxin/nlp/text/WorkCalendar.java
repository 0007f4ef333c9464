package io.kouxin.nlp.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Which days are worked in mainland China. Known are the years of its files ({@link HolidayYear});
 * in any other year Monday to Friday are worked and no holiday has a date.
 */
public final class WorkCalendar {
  private static final List<String> SHIPPED = List.of("2025", "2026", "2027");

  /** Words whose meaning depends on which days are worked. */
  private static final Pattern HANGS =
      Pattern.compile(
          "工作[日天]|元旦|春节|过年|年前|清明|五一|劳动节|端午|中秋|国庆|十一(?!号|日|点)|节[前后]|长假|放假|假期"
              + "|(?i:working|business|work) ?day|(?i:holiday|festival|new year|qingming|national day|may day|golden week)");

  /** Read once, at first use. */
  private static final class Loaded {
    static final WorkCalendar CHINA = shipped();
  }

  /** How well a year is known. */
  public enum Standing {
    /** Its notice was published. */
    OFFICIAL,
    /** Only what the law fixes is known; days off and make-up days may still be added. */
    PRELIMINARY,
    /** Nothing is known but the week. */
    MISSING
  }

  /**
   * A year on which a time hangs and that is not known well.
   *
   * @param year the first such year
   */
  public record Gap(int year, Standing standing) {}

  private final Map<Integer, HolidayYear> years = new TreeMap<>();
  private final Set<LocalDate> off = new HashSet<>();
  private final Set<LocalDate> worked = new HashSet<>();

  private WorkCalendar(Collection<HolidayYear> years) {
    years.forEach(year -> this.years.put(year.year(), year));
    for (HolidayYear year : this.years.values()) {
      for (HolidayYear.Holiday holiday : year.holidays()) {
        holiday.first().datesUntil(holiday.last().plusDays(1)).forEach(off::add);
        worked.addAll(holiday.worked());
      }
    }
  }

  /** The shipped calendar of mainland China. */
  public static WorkCalendar china() {
    return Loaded.CHINA;
  }

  /** This calendar with some of its years replaced or added. */
  public WorkCalendar with(Collection<HolidayYear> others) {
    var all = new TreeMap<>(years);
    others.forEach(year -> all.put(year.year(), year));
    return new WorkCalendar(all.values());
  }

  /** How well a year is known. */
  public Standing standing(int year) {
    HolidayYear known = years.get(year);
    return known == null
        ? Standing.MISSING
        : known.preliminary() ? Standing.PRELIMINARY : Standing.OFFICIAL;
  }

  /**
   * The first year that is not known well and on which a time hangs.
   *
   * @param words the time as it was said; plain days hang on no calendar
   * @param from the day it was said
   * @param to the day it means, or {@code from} when it could not be told
   */
  public Optional<Gap> gap(String words, LocalDate from, LocalDate to) {
    if (!HANGS.matcher(words).find()) {
      return Optional.empty();
    }
    int last = to.equals(from) && standing(from.getYear()) == Standing.OFFICIAL ? 1 : 0;
    for (int year = from.getYear(); year <= to.getYear() + last; year++) {
      if (standing(year) != Standing.OFFICIAL) {
        return Optional.of(new Gap(year, standing(year)));
      }
    }
    return Optional.empty();
  }

  /** Whether this day is worked, make-up weekends included. */
  public boolean isWorkingDay(LocalDate day) {
    return worked.contains(day) || (!weekend(day) && !off.contains(day));
  }

  /** The days without work that the notices name. */
  public Set<LocalDate> daysOff() {
    return Set.copyOf(off);
  }

  /** The weekend days that are worked to make up for them. */
  public Set<LocalDate> makeUpDays() {
    return Set.copyOf(worked);
  }

  /** The first working day after this one. */
  public LocalDate workingDayAfter(LocalDate day) {
    LocalDate next = day.plusDays(1);
    return isWorkingDay(next) ? next : workingDayAfter(next);
  }

  /** The last working day before this one. */
  public LocalDate workingDayBefore(LocalDate day) {
    LocalDate previous = day.minusDays(1);
    return isWorkingDay(previous) ? previous : workingDayBefore(previous);
  }

  /**
   * The day on which a number of working days has passed, the first being the one after {@code
   * from}.
   *
   * @param days zero or more; zero gives {@code from} itself
   */
  public LocalDate afterWorkingDays(LocalDate from, int days) {
    LocalDate day = from;
    for (int i = 0; i < days; i++) {
      day = workingDayAfter(day);
    }
    return day;
  }

  /** The next holiday of that name that is not over yet, or empty when its year is not known. */
  Optional<HolidayYear.Holiday> next(String name, LocalDate today) {
    return years.values().stream()
        .flatMap(year -> year.holidays().stream())
        .filter(h -> name.isEmpty() || h.name().equals(name))
        .filter(h -> !h.last().isBefore(today))
        .min(Comparator.comparing(HolidayYear.Holiday::first));
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static WorkCalendar shipped() {
    return new WorkCalendar(SHIPPED.stream().map(WorkCalendar::shipped).toList());
  }

  private static HolidayYear shipped(String year) {
    String name = "holidays/china-" + year + ".json";
    try (var in = Objects.requireNonNull(WorkCalendar.class.getResourceAsStream(name), name)) {
      return HolidayYear.read(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    } catch (HolidayYear.Faulty e) {
      throw new IllegalStateException(name + " is broken", e);
    }
  }
}
