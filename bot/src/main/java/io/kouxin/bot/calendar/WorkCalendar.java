package io.kouxin.bot.calendar;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Set;

/**
 * When people of one zone work and when they want quiet. Pure: the moment is always given.
 *
 * @param zone where the people are
 * @param workingDays the days of an ordinary week on which they work
 * @param workingHours of a working day; must not run across midnight
 * @param quietHours in which nothing is pushed, every day; may run across midnight
 * @param holidays what breaks the week
 */
public record WorkCalendar(
    ZoneId zone,
    Set<DayOfWeek> workingDays,
    Hours workingHours,
    Hours quietHours,
    PublicHolidays holidays) {
  public WorkCalendar {
    workingDays = Set.copyOf(workingDays);
    if (workingDays.isEmpty()) {
      throw new IllegalArgumentException("a calendar needs at least one working day a week");
    }
    if (!workingHours.from().isBefore(workingHours.to())) {
      throw new IllegalArgumentException("work must end after it began: " + workingHours);
    }
  }

  /** Whether people work on this day: the week, corrected by holidays and make-up days. */
  public boolean isWorkingDay(LocalDate day) {
    if (holidays.makeUp().contains(day)) {
      return true;
    }
    return workingDays.contains(day.getDayOfWeek()) && !holidays.off().contains(day);
  }

  /** Whether nothing should be pushed at this moment. */
  public boolean isQuiet(Instant at) {
    return quietHours.contains(at.atZone(zone).toLocalTime());
  }

  /** Whether this moment lies in the working hours of a working day. */
  public boolean isWorkingTime(Instant at) {
    ZonedDateTime local = at.atZone(zone);
    return isWorkingDay(local.toLocalDate()) && workingHours.contains(local.toLocalTime());
  }

  /** This moment, or the end of the quiet hours that it lies in. */
  public Instant nextDecentMoment(Instant at) {
    if (!isQuiet(at)) {
      return at;
    }
    ZonedDateTime local = at.atZone(zone);
    boolean evening =
        quietHours.acrossMidnight() && !local.toLocalTime().isBefore(quietHours.from());
    LocalDateTime end = local.toLocalDate().plusDays(evening ? 1 : 0).atTime(quietHours.to());
    // The offset of now wins where clocks go back, or the answer could lie before the question.
    return ZonedDateTime.ofLocal(end, zone, local.getOffset()).toInstant();
  }

  /** This moment, or the next start of work when it lies outside working time. */
  public Instant nextWorkingMoment(Instant at) {
    if (isWorkingTime(at)) {
      return at;
    }
    ZonedDateTime local = at.atZone(zone);
    LocalDate day = local.toLocalDate();
    boolean todayIsOver = !local.toLocalTime().isBefore(workingHours.from());
    return startOfWork(firstWorkingDay(todayIsOver ? day.plusDays(1) : day));
  }

  /** When work starts on this day, whether or not it is a working day. */
  public Instant startOfWork(LocalDate day) {
    return at(day, workingHours.from());
  }

  /** When work ends on this day: the hour of a deadline that was given without one. */
  public Instant endOfWork(LocalDate day) {
    return at(day, workingHours.to());
  }

  /** This time of this day, here. */
  public Instant at(LocalDate day, LocalTime time) {
    return day.atTime(time).atZone(zone).toInstant();
  }

  /** This day, or the first working day behind it. */
  public LocalDate firstWorkingDay(LocalDate from) {
    LocalDate day = from;
    while (!isWorkingDay(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  /**
   * The day so many working days later; 0 is the day itself, whatever it is.
   *
   * @param count 0 or more
   */
  public LocalDate addWorkingDays(LocalDate from, int count) {
    if (count < 0) {
      throw new IllegalArgumentException("working days are counted forward: " + count);
    }
    LocalDate day = from;
    for (int left = count; left > 0; left--) {
      day = firstWorkingDay(day.plusDays(1));
    }
    return day;
  }
}
