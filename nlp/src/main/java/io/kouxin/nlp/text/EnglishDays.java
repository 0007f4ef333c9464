package io.kouxin.nlp.text;

import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days in English: tomorrow, next Wednesday, March 26th, the 20th, in three days. */
final class EnglishDays {
  private static final List<String> WEEKDAYS =
      List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  static final String MONTH =
      "(january|february|march|april|may|june|july|august|september|october|november|december|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\\b\\.?)";
  private static final Pattern RELATIVE =
      Pattern.compile(
          "(the day after tomorrow|day after tomorrow|tomorrow|today|tonight|yesterday|last night|this (?:morning|afternoon|evening))\\b");
  private static final Pattern WEEKDAY =
      Pattern.compile(
          "(?<!\\b(?:every|each|every (?:second|other|single|third)) )(?:(the week after next|next week|last week|last|next|this coming|this|coming|on)(?: on)? (?:(?:um|uh|er|like) )*+)?(monday|tuesday|wednesday|thursday|friday|saturday|sunday|"
              + "(?:(?<=\\b(?:next|last|this|on|by|before|until|for|from|uh|um) )(?:mon|tues?|wed|thurs?|thu|fri|sat|sun)\\b(?!')))\\b(?! to \\w+day)( next week| week| after next)?");
  private static final Pattern MONTH_DAY =
      Pattern.compile(
          MONTH + " (?:the )?(" + EnglishNumber.ORDINAL + "|\\d{1,2})\\b(?:,? (\\d{4}))?");
  private static final Pattern DAY_MONTH =
      Pattern.compile(
          "(?:the )?("
              + EnglishNumber.ORDINAL
              + "|\\d{1,2})(?: of | (?!(?:may|march) (?!i|we|at|in|to|for|and|so|please|\\d)\\w))"
              + MONTH
              + "(?: (\\d{4}))?");

  /** Where a day of the month may stand: "on the second", "deadline is the third". */
  private static final String DATED =
      "(?<=\\b(?:on|by|before|until|till|to|from|for|since|after|around|due|no later than|not later than|(?:deadline|date|demo|meeting|visit|appointment) is)(?: (?:um|uh))? )";

  /** What may follow one: "the second machine" is none. */
  private static final String NO_THING =
      "(?! ?(?!(?:at|in|by|before|after|around|of (?:this|next)|latest|i|i'll|i'm|we|we'll|we're|he|he'll|she|she'll|they|they'll|it|you|that|to|and|so|for|with|on|please|then|but|because|or|if|when|otherwise|as|since|which|again|instead|sharp|noon|midday|(?:early )?morning|afternoon|evening|remind|send|bring|tell|ask|give|prepare|deliver|submit|go|come|meet|see|the|a|my|our|his|her|their|mr|mister|mrs|ms|dr|doctor|"
          + EnglishNumber.TOKEN
          + "|"
          + EnglishActions.IMPERATIVE
          + ")\\b)[a-z])";

  private static final String NO_DATE =
      "(?! (?:floor|time|visit|customer|client|quarter|one|week|hospital|line|round|ward|stop|place|is|was|thing|day|working|business|half|year|attempt|of (?!this|next)))";

  /** A low ordinal mostly counts things, so it is a day only where nothing else fits. */
  private static final Pattern DAY_ONLY =
      Pattern.compile(
          "(?:"
              + DATED
              + "the ("
              + EnglishNumber.ORDINAL
              + ")\\b"
              + NO_DATE
              + NO_THING
              + "|the ((?=\\d|eleven|twel|[a-z]+teen|twent|thirt)"
              + EnglishNumber.ORDINAL
              + "|(?:"
              + EnglishNumber.ORDINAL
              + ")(?= (?:at (?:\\d|noon|half|quarter|"
              + EnglishNumber.HOUR
              + ")|in the (?:morning|afternoon|evening)|of (?:this|next) month)))\\b"
              + NO_DATE
              + NO_THING
              + ")(?: (of (?:this|next) month))?");

  private static final Pattern ISO = Pattern.compile("(\\d{4})-(\\d{1,2})-(\\d{1,2})\\b");

  /** A month and a day in figures, where the word in front says that it is a date. */
  private static final Pattern SLASH =
      Pattern.compile(
          "(?<=\\b(?:on|by|before|until|for|till) )(?:(\\d{1,2})/(\\d{1,2})(?:/(\\d{4}))?)\\b");

  private static final Pattern FROM_DAY =
      Pattern.compile(
          "("
              + EnglishNumber.TOKEN
              + ") (day|week|month|year)s? (?:from|after) (?:this |next )?(today|tomorrow|\\w+day)\\b");
  private static final Pattern LATER =
      Pattern.compile(
          "(?:in ("
              + EnglishNumber.TOKEN
              + ") (day|week|month|year)s?(?:' time|'s time)?|("
              + EnglishNumber.TOKEN
              + ") (day|week|month|year)s? (?:from now|from today|later))\\b(?! of)");

  private EnglishDays() {}

  static Optional<DayMention> at(String text, int from, Today moment) {
    LocalDate today = moment.date();
    try {
      return fromDay(looking(FROM_DAY, text, from), text, moment)
          .or(() -> relative(looking(RELATIVE, text, from), today))
          .or(() -> weekday(looking(WEEKDAY, text, from), today))
          .or(() -> named(looking(MONTH_DAY, text, from), 1, 2, today))
          .or(() -> named(looking(DAY_MONTH, text, from), 2, 1, today))
          .or(() -> named(looking(SLASH, text, from), 1, 2, today))
          .or(() -> EnglishHolidays.workingDay(looking(EnglishHolidays.AFTER, text, from), moment))
          .or(() -> iso(looking(ISO, text, from)))
          .or(() -> dayOnly(looking(DAY_ONLY, text, from), today))
          .or(() -> later(looking(LATER, text, from), today));
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty(); // the thirtieth of February
    }
  }

  static Matcher looking(Pattern pattern, String text, int from) {
    return pattern.matcher(text).region(from, text.length()).useTransparentBounds(true);
  }

  /** The part of the day that a word names. */
  static DayPart part(String said) {
    return switch (said) {
      case "noon", "midday", "lunchtime", "lunch time" -> DayPart.NOON;
      case "afternoon" -> DayPart.AFTERNOON;
      case "evening", "night" -> DayPart.EVENING;
      default -> DayPart.MORNING;
    };
  }

  private static Optional<DayMention> relative(Matcher m, LocalDate today) {
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    String said = m.group(1);
    if (said.startsWith("this ")) {
      return Optional.of(DayMention.fixed(m.end(), today).in(part(said.substring(5))));
    }
    return Optional.of(
        switch (said) {
          case "yesterday", "last night" -> DayMention.fixed(m.end(), today.minusDays(1));
          case "today" -> DayMention.fixed(m.end(), today);
          case "tonight" -> DayMention.fixed(m.end(), today).in(DayPart.EVENING);
          case "tomorrow" -> DayMention.fixed(m.end(), today.plusDays(1));
          default -> DayMention.fixed(m.end(), today.plusDays(2));
        });
  }

  private static Optional<DayMention> weekday(Matcher m, LocalDate today) {
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    int day = WEEKDAYS.indexOf(m.group(2).substring(0, 3));
    LocalDate here = today.with(previousOrSame(DayOfWeek.MONDAY)).plusDays(day);
    String prefix = m.group(1) == null ? "" : m.group(1);
    String suffix = m.group(3) == null ? "" : m.group(3);
    if (prefix.contains("after next") || suffix.contains("after")) {
      return Optional.of(DayMention.fixed(m.end(), here.plusWeeks(2)));
    }
    if (prefix.startsWith("last")) {
      return Optional.of(DayMention.fixed(m.end(), here.minusWeeks(1)));
    }
    if (prefix.startsWith("next") || suffix.contains("next")) {
      return Optional.of(DayMention.fixed(m.end(), here.plusWeeks(1)));
    }
    LocalDate next = here.isBefore(today) ? here.plusWeeks(1) : here;
    return Optional.of(
        DayMention.rolling(
            m.end(), suffix.isEmpty() ? next : next.plusWeeks(1), d -> d.plusWeeks(1)));
  }

  private static Optional<DayMention> named(
      Matcher m, int monthGroup, int dayGroup, LocalDate today) {
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    int month = month(m.group(monthGroup));
    int day = EnglishNumber.ordinal(m.group(dayGroup)).orElse(0);
    if (m.group(3) != null) {
      return Optional.of(
          DayMention.fixed(m.end(), LocalDate.of(Integer.parseInt(m.group(3)), month, day)));
    }
    LocalDate here = LocalDate.of(today.getYear(), month, day);
    boolean nextYear = here.plusMonths(6).isBefore(today);
    return Optional.of(DayMention.fixed(m.end(), nextYear ? here.plusYears(1) : here));
  }

  /** The number of a month, from its name or its figure. */
  static int month(String said) {
    return Character.isDigit(said.charAt(0))
        ? Integer.parseInt(said)
        : MONTHS.indexOf(said.substring(0, 3)) + 1;
  }

  /** "a week from Friday". */
  private static Optional<DayMention> fromDay(Matcher m, String text, Today moment) {
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    return at(text, m.start(3), moment)
        .filter(day -> day.end() == m.end())
        .flatMap(
            day ->
                EnglishNumber.parse(m.group(1))
                    .map(Double::intValue)
                    .map(n -> DayMention.fixed(m.end(), plus(day.date(), n, m.group(2)))));
  }

  private static Optional<DayMention> iso(Matcher m) {
    return m.lookingAt()
        ? Optional.of(
            DayMention.fixed(
                m.end(),
                LocalDate.of(
                    Integer.parseInt(m.group(1)),
                    Integer.parseInt(m.group(2)),
                    Integer.parseInt(m.group(3)))))
        : Optional.empty();
  }

  private static Optional<DayMention> dayOnly(Matcher m, LocalDate today) {
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    int day = EnglishNumber.ordinal(m.group(1) != null ? m.group(1) : m.group(2)).orElse(0);
    if (day < 1 || day > 31) {
      return Optional.empty();
    }
    if (m.group(3) != null) {
      LocalDate month = m.group(3).contains("next") ? today.plusMonths(1) : today;
      return Optional.of(DayMention.fixed(m.end(), month.withDayOfMonth(day)));
    }
    return Optional.of(
        DayMention.rolling(m.end(), next(today, day), d -> next(d.plusDays(1), day)));
  }

  private static LocalDate next(LocalDate from, int day) {
    return from.getDayOfMonth() == day ? from : next(from.plusDays(1), day);
  }

  private static Optional<DayMention> later(Matcher m, LocalDate today) {
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    String unit = m.group(2) != null ? m.group(2) : m.group(4);
    return EnglishNumber.parse(m.group(1) != null ? m.group(1) : m.group(3))
        .filter(n -> n == Math.rint(n))
        .map(Double::intValue)
        .map(n -> DayMention.fixed(m.end(), plus(today, n, unit)));
  }

  static LocalDate plus(LocalDate today, int n, String unit) {
    return switch (unit) {
      case "day" -> today.plusDays(n);
      case "week" -> today.plusWeeks(n);
      case "month" -> today.plusMonths(n);
      default -> today.plusYears(n);
    };
  }
}
