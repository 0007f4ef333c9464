package io.kouxin.nlp.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public holidays of one year and the weekend days that are worked for them, as one JSON file
 * says them:
 *
 * <pre>{"year":2026,"preliminary":false,"source":"…","holidays":[
 *   {"name":"元旦","from":"2026-01-01","to":"2026-01-03","worked":["2026-01-04"]}]}</pre>
 *
 * @param year the calendar year
 * @param preliminary whether the year's notice is still to come and only the law is in here
 * @param source where the days were announced
 * @param holidays in the order of the file
 */
public record HolidayYear(int year, boolean preliminary, String source, List<Holiday> holidays) {
  private static final Set<String> NAMES =
      new TreeSet<>(Set.of("元旦", "春节", "清明", "劳动节", "端午", "中秋", "国庆"));
  private static final int LONGEST = 15;

  public HolidayYear {
    holidays = List.copyOf(holidays);
  }

  /**
   * A public holiday.
   *
   * @param name one of 元旦, 春节, 清明, 劳动节, 端午, 中秋, 国庆
   * @param first the first day off
   * @param last the last day off
   * @param worked weekend days that are worked in exchange
   */
  public record Holiday(String name, LocalDate first, LocalDate last, Set<LocalDate> worked) {
    public Holiday {
      worked = Set.copyOf(worked);
    }
  }

  /** A file that is no year of holidays; the message names every fault and how to mend it. */
  public static final class Faulty extends Exception {
    private static final long serialVersionUID = 1L;

    Faulty(List<String> faults) {
      super(String.join("; ", faults));
    }
  }

  /**
   * Reads and checks one file.
   *
   * @param json the file's text
   * @throws Faulty if anything about it is wrong
   */
  public static HolidayYear read(String json) throws Faulty {
    var faults = new ArrayList<String>();
    try {
      JsonNode file = JsonMapper.shared().readTree(json);
      int year = file.path("year").asInt(0);
      if (year < 2000 || year > 2100) {
        faults.add("\"year\" must be a year such as 2027");
      }
      var holidays = new ArrayList<Holiday>();
      for (JsonNode one : file.path("holidays")) {
        holiday(one, year, holidays, faults);
      }
      if (holidays.isEmpty() && faults.isEmpty()) {
        faults.add("\"holidays\" must list at least one holiday");
      }
      if (!faults.isEmpty()) {
        throw new Faulty(faults);
      }
      return new HolidayYear(
          year,
          file.path("preliminary").asBoolean(false),
          file.path("source").asString(""),
          holidays);
    } catch (JacksonException e) {
      throw new Faulty(List.of("no JSON: " + e.getOriginalMessage()));
    }
  }

  private static void holiday(JsonNode one, int year, List<Holiday> holidays, List<String> faults) {
    String name = one.path("name").asString("");
    if (!NAMES.contains(name)) {
      faults.add("\"" + name + "\" is no holiday; use one of " + String.join(" ", NAMES));
      return;
    }
    try {
      LocalDate first = LocalDate.parse(one.path("from").asString(""));
      LocalDate last = LocalDate.parse(one.path("to").asString(""));
      var worked = new TreeSet<LocalDate>();
      one.path("worked").forEach(day -> worked.add(LocalDate.parse(day.asString(""))));
      var holiday = new Holiday(name, first, last, worked);
      check(holiday, year, faults);
      holidays.add(holiday);
    } catch (DateTimeException e) {
      faults.add(name + ": days are written as 2027-10-01: " + e.getMessage());
    }
  }

  private static void check(Holiday holiday, int year, List<String> faults) {
    String name = holiday.name();
    if (holiday.last().isBefore(holiday.first())
        || holiday.first().plusDays(LONGEST).isBefore(holiday.last())) {
      faults.add(name + ": \"to\" must be 0 to " + LONGEST + " days behind \"from\"");
    }
    // New Year's days off may begin in the December before.
    if (holiday.last().getYear() != year) {
      faults.add(name + ": " + holiday.last() + " is not in " + year);
    }
    for (LocalDate day : holiday.worked()) {
      if (day.getDayOfWeek().compareTo(DayOfWeek.FRIDAY) <= 0) {
        faults.add(
            name + ": " + day + " is no weekend day; \"worked\" lists Saturdays and Sundays");
      }
      if (!day.isBefore(holiday.first()) && !day.isAfter(holiday.last())) {
        faults.add(name + ": " + day + " is a day off and worked at once");
      }
    }
  }
}
