package io.kouxin.nlp.text;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Chinese public holidays by their English names, and the working days beside them. */
final class EnglishHolidays {
  /** English names with the calendar's. */
  private static final Map<String, String> NAMES =
      Map.ofEntries(
          Map.entry("new year", "元旦"),
          Map.entry("spring festival", "春节"),
          Map.entry("chinese new year", "春节"),
          Map.entry("lunar new year", "春节"),
          Map.entry("qingming", "清明"),
          Map.entry("tomb sweeping", "清明"),
          Map.entry("may day", "劳动节"),
          Map.entry("labor day", "劳动节"),
          Map.entry("labour day", "劳动节"),
          Map.entry("dragon boat", "端午"),
          Map.entry("mid autumn", "中秋"),
          Map.entry("national day", "国庆"),
          Map.entry("golden week", "国庆"),
          Map.entry("holiday", ""),
          Map.entry("holidays", ""));

  private static final String NAME =
      "(new year|spring festival|chinese new year|lunar new year|qingming|tomb sweeping|may day|labou?r day|dragon boat|mid[- ]autumn|national day|golden week|holidays?)(?:'s)?(?: (?:day|festival|holidays?|break)){0,3}\\b";

  static final Pattern AFTER =
      Pattern.compile(
          "(?:the |on the )?(first|second|third) (?:working|business|work) ?day (?:back )?after (?:the )?"
              + NAME);
  static final Pattern BEFORE = Pattern.compile("before (?:the )?" + NAME);

  private EnglishHolidays() {}

  static Optional<DayMention> workingDay(Matcher m, Today today) {
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    int count = EnglishNumber.ordinal(m.group(1)).orElse(1);
    return next(m.group(2), today)
        .map(h -> today.calendar().afterWorkingDays(h.last(), count))
        .map(day -> DayMention.fixed(m.end(), day));
  }

  /** The holiday that is meant, as far as the calendar has it. */
  static Optional<HolidayYear.Holiday> next(String name, Today today) {
    return today.calendar().next(NAMES.getOrDefault(name.replace('-', ' '), name), today.date());
  }
}
