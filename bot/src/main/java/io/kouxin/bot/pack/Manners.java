package io.kouxin.bot.pack;

import io.kouxin.bot.calendar.Hours;
import io.kouxin.bot.calendar.PublicHolidays;
import io.kouxin.bot.calendar.WorkCalendar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Set;

/**
 * How much the bot says, and when.
 *
 * @param repliesPerMemo the most messages back for one memo
 * @param pushesPerDayRep the most pushes a day to a rep; what is over goes into the next digest
 * @param pushesPerDayManager the same for a manager
 * @param workingDays of an ordinary week
 * @param workingHours of a working day
 * @param quietHours in which nothing is pushed
 * @param morningList when a rep gets the list of the day
 * @param eveningSweep when a rep is asked about what nobody looked at
 * @param joinWithin how soon a second memo about the same customer joins the first one's draft
 * @param teamSeesAlerts whether a team's group may read what its leader is alerted to
 */
public record Manners(
    int repliesPerMemo,
    int pushesPerDayRep,
    int pushesPerDayManager,
    Set<DayOfWeek> workingDays,
    Hours workingHours,
    Hours quietHours,
    LocalTime morningList,
    LocalTime eveningSweep,
    Duration joinWithin,
    boolean teamSeesAlerts) {

  /** Where no pack says otherwise. */
  public static final Manners USUAL =
      new Manners(
          2,
          6,
          5,
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
          Hours.parse("09:00-18:00"),
          Hours.parse("21:30-07:30"),
          LocalTime.of(8, 10),
          LocalTime.of(18, 40),
          Duration.ofMinutes(30),
          false);

  public Manners {
    workingDays = Set.copyOf(workingDays);
  }

  /** The calendar of people in this zone who keep to these hours and holidays. */
  public WorkCalendar calendar(ZoneId zone, PublicHolidays holidays) {
    return new WorkCalendar(zone, workingDays, workingHours, quietHours, holidays);
  }
}
