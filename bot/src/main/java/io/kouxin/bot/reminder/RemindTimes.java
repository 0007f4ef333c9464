package io.kouxin.bot.reminder;

import io.kouxin.bot.calendar.WorkCalendar;
import io.kouxin.bot.followup.DueTime;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a step is brought up, which is not when it is due. An appointment comes up at its time, a
 * deadline three hours before, a mere day in the list of its morning. What was promised too late
 * for that comes up half-way (deadline) or that afternoon (day); what is past does not.
 *
 * @param calendar when people work and want quiet
 * @param morning when the list of the day comes
 */
record RemindTimes(WorkCalendar calendar, LocalTime morning) {
  private static final Duration BEFORE_DEADLINE = Duration.ofHours(3);

  /** Who has just said it need not be told sooner than this. */
  private static final Duration FRESH = Duration.ofMinutes(30);

  /** How long before the quiet hours that is said which must not wait for their end. */
  private static final Duration BEFORE_QUIET = Duration.ofMinutes(10);

  private static final LocalTime AFTERNOON = LocalTime.of(14, 0);
  private static final LocalTime LAST_CALL = LocalTime.of(20, 0);

  /**
   * When it is brought up.
   *
   * @param remindAt by itself; empty for never
   * @param listDay in the list of which morning
   */
  record Plan(Optional<Instant> remindAt, LocalDate listDay) {}

  Plan plan(Instant dueAt, DueTime.Kind kind, Instant now) {
    LocalDate day = day(dueAt);
    return new Plan(
        switch (kind) {
          case APPOINTMENT -> Optional.of(dueAt).filter(at -> !at.isBefore(now));
          case DEADLINE -> beforeDeadline(dueAt, now);
          case DAY -> onDay(day, now);
        },
        day);
  }

  /** Tomorrow morning: in the list, or by itself where tomorrow has none. */
  Plan tomorrow(Instant now) {
    LocalDate tomorrow = day(now).plusDays(1);
    return new Plan(onDay(tomorrow, now), tomorrow);
  }

  /** When that plan is heard of. */
  Instant heardAt(Plan plan) {
    return plan.remindAt().orElseGet(() -> calendar.at(plan.listDay(), morning));
  }

  /** What may be said at this moment; only an appointment breaks the quiet. */
  Instant decent(Instant at, DueTime.Kind kind) {
    return kind == DueTime.Kind.APPOINTMENT ? at : calendar.nextDecentMoment(at);
  }

  LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, calendar.zone());
  }

  private Optional<Instant> beforeDeadline(Instant dueAt, Instant now) {
    Duration left = Duration.between(now, dueAt);
    if (left.compareTo(FRESH) < 0) {
      return Optional.empty();
    }
    Instant wanted = dueAt.minus(BEFORE_DEADLINE);
    Instant at = wanted.isAfter(now) ? wanted : now.plus(left.dividedBy(2));
    Instant decent = calendar.nextDecentMoment(at);
    return decent.isBefore(dueAt) ? Optional.of(decent) : beforeQuiet(at, now);
  }

  private Optional<Instant> beforeQuiet(Instant at, Instant now) {
    LocalTime from = calendar.quietHours().from();
    LocalDate day = day(at);
    boolean begunYesterday = at.isBefore(calendar.at(day, from));
    Instant begin = calendar.at(begunYesterday ? day.minusDays(1) : day, from);
    return Optional.of(begin.minus(BEFORE_QUIET)).filter(moment -> moment.isAfter(now));
  }

  private Optional<Instant> onDay(LocalDate day, Instant now) {
    Instant list = calendar.at(day, morning);
    if (list.isAfter(now)) {
      return calendar.isWorkingDay(day)
          ? Optional.empty()
          : Optional.of(calendar.nextDecentMoment(list));
    }
    return day.isBefore(day(now)) ? Optional.empty() : laterOn(day, now);
  }

  private Optional<Instant> laterOn(LocalDate day, Instant now) {
    return Stream.of(
            calendar.at(day, AFTERNOON),
            calendar.endOfWork(day).minus(Duration.ofHours(1)),
            calendar.at(day, LAST_CALL))
        .filter(at -> !at.isBefore(now.plus(FRESH)) && !calendar.isQuiet(at))
        .findFirst();
  }
}
