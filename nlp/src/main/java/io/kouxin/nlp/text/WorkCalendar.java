package io.kouxin.nlp.text;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/**
 * Which days are worked in mainland China. Known are the years of the State Council's notices in
 * {@code china-holidays.csv} (2025 and 2026); in any other year Monday to Friday are worked and no
 * holiday has a date.
 */
public final class WorkCalendar {
  private static final String RESOURCE = "china-holidays.csv";

  /** Read once, at first use. */
  private static final class Loaded {
    static final WorkCalendar CHINA = load();
  }

  private final List<Holiday> holidays = new ArrayList<>();
  private final Set<LocalDate> off = new HashSet<>();
  private final Set<LocalDate> worked = new HashSet<>();

  /**
   * A public holiday.
   *
   * @param name without 节 where it is usual to leave it out: 中秋, 国庆, 劳动节
   */
  record Holiday(String name, LocalDate first, LocalDate last) {}

  private WorkCalendar() {}

  /** The calendar of mainland China. */
  public static WorkCalendar china() {
    return Loaded.CHINA;
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
  Optional<Holiday> next(String name, LocalDate today) {
    return holidays.stream()
        .filter(h -> name.isEmpty() || h.name().equals(name))
        .filter(h -> !h.last().isBefore(today))
        .min(Comparator.comparing(Holiday::first));
  }

  private static boolean weekend(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
  }

  private static WorkCalendar load() {
    var calendar = new WorkCalendar();
    try (var in = Objects.requireNonNull(WorkCalendar.class.getResourceAsStream(RESOURCE));
        var lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      lines.lines().filter(l -> !l.isBlank() && !l.startsWith("#")).forEach(calendar::add);
      return calendar;
    } catch (IOException e) {
      throw new UncheckedIOException(RESOURCE + " cannot be read", e);
    }
  }

  private void add(String line) {
    List<String> fields = List.of(line.split(",", -1));
    var holiday =
        new Holiday(fields.get(1), LocalDate.parse(fields.get(2)), LocalDate.parse(fields.get(3)));
    boolean free = "off".equals(fields.get(0));
    holiday.first().datesUntil(holiday.last().plusDays(1)).forEach((free ? off : worked)::add);
    if (free) {
      holidays.add(holiday);
    }
  }
}
