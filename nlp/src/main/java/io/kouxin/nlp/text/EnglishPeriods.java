package io.kouxin.nlp.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Spans of time in English and what is due at their end, and the vague ones that fix nothing. */
final class EnglishPeriods {
  private static final String N = "(" + EnglishNumber.TOKEN + ")";
  private static final Pattern CLOCK_LATER =
      Pattern.compile(
          "(in|within|after)? ?(?:"
              + N
              + "( and a half)? (minute|min|hour)s?( and a half)?|(half an hour))( from now| later)?\\b(?! (?:late|long|drive|ago|away))");
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?:with)?in (?:the next )?"
              + N
              + " (working day|business day|day|week|month|year)s?\\b");
  private static final Pattern END =
      Pattern.compile(
          "(?:the )?(?:end of|close of) (?:the |this )?(business|day(?:(?<=\\bby (?:the )?end of (?:the |this )?day)|(?! (?:it|they|he|she|what|the) ))|week|month|quarter|year|next week|next month|today|"
              + EnglishDays.MONTH
              + "\\b(?! \\d))\\b|(eod|eow|eom|cob)\\b|(?:the )?(month|quarter|year|week)[ -]end\\b");
  private static final Pattern VAGUE =
      Pattern.compile(
          "(?:in a few days|sooner or later|(?:mid|late) (?:january|february|march|april|may|june|july|august|september|october|november|december)|in a couple of days|some ?time(?: (?:next|this) (?:week|month|year))?|one of these days|next (?:week|month|year|quarter)|later(?: on| this week)?|soon|after the holidays?|some other time|early (?:next )?(?:january|february|march|april|may|june|july|august|september|october|november|december|month)|this weekend|the weekend)\\b(?!'s )");

  private EnglishPeriods() {}

  /** The expression at this place. */
  static Optional<TimeMention> at(String text, int from, Today today) {
    return clockLater(looking(CLOCK_LATER, text, from), today)
        .or(() -> within(looking(WITHIN, text, from), today))
        .or(() -> end(looking(END, text, from), today))
        .or(() -> beforeHoliday(looking(EnglishHolidays.BEFORE, text, from), today))
        .or(() -> vague(looking(VAGUE, text, from)));
  }

  private static Matcher looking(Pattern pattern, String text, int from) {
    return pattern.matcher(text).region(from, text.length()).useTransparentBounds(true);
  }

  private static Optional<TimeMention> clockLater(Matcher m, Today today) {
    if (!m.lookingAt() || (m.group(1) == null && m.group(7) == null)) {
      return Optional.empty();
    }
    boolean deadline = "within".equals(m.group(1));
    return minutes(m)
        .map(minutes -> today.time().plusMinutes(minutes).truncatedTo(ChronoUnit.MINUTES))
        .map(
            at ->
                new TimeMention(
                    m.start(),
                    m.end(),
                    Optional.of(at),
                    deadline ? Due.Kind.DEADLINE : Due.Kind.APPOINTMENT,
                    false));
  }

  private static Optional<Long> minutes(Matcher m) {
    if (m.group(2) == null) {
      return Optional.of(30L);
    }
    double half = m.group(3) == null && m.group(5) == null ? 0 : 0.5;
    return EnglishNumber.parse(m.group(2))
        .map(n -> Math.round((n + half) * ("hour".equals(m.group(4)) ? 60 : 1)));
  }

  private static Optional<TimeMention> within(Matcher m, Today today) {
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    boolean working = m.group(2).endsWith("g day") || m.group(2).startsWith("business");
    if (!working && !m.group().startsWith("within")) {
      return Optional.empty();
    }
    LocalDate date = today.date();
    return EnglishNumber.parse(m.group(1))
        .map(Double::intValue)
        .filter(n -> n > 0 && n <= 250)
        .map(
            n ->
                working
                    ? today.calendar().afterWorkingDays(date, n)
                    : EnglishDays.plus(date, n, m.group(2)))
        .map(day -> deadline(m, day));
  }

  private static Optional<TimeMention> end(Matcher m, Today today) {
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    String said = m.group(1) != null ? m.group(1) : m.group(3) != null ? m.group(3) : m.group(4);
    LocalDate date = today.date();
    if (m.group(2) != null) {
      return Optional.of(deadline(m, monthEnd(EnglishDays.month(m.group(2)), date)));
    }
    LocalDate sunday = date.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    return Optional.of(
        deadline(
            m,
            switch (said) {
              case "week", "eow" -> today.calendar().workingDayBefore(sunday);
              case "next week" -> today.calendar().workingDayBefore(sunday.plusWeeks(1));
              case "month", "eom" -> ChineseDays.monthEnd(date, 0);
              case "next month" -> ChineseDays.monthEnd(date, 1);
              case "quarter" -> ChineseDays.monthEnd(date, 2 - (date.getMonthValue() - 1) % 3);
              case "year" -> LocalDate.of(date.getYear(), 12, 31);
              default -> date;
            }));
  }

  private static LocalDate monthEnd(int month, LocalDate today) {
    LocalDate end = ChineseDays.monthEnd(today.withDayOfMonth(1).withMonth(month), 0);
    return end.isBefore(today) ? ChineseDays.monthEnd(end.plusYears(1), 0) : end;
  }

  private static Optional<TimeMention> beforeHoliday(Matcher m, Today today) {
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    return Optional.of(
        EnglishHolidays.next(m.group(1), today)
            .map(h -> deadline(m, today.calendar().workingDayBefore(h.first())))
            .orElse(TimeMention.vague(m.start(), m.end())));
  }

  private static TimeMention deadline(Matcher m, LocalDate date) {
    return new TimeMention(
        m.start(),
        m.end(),
        Optional.of(date.atTime(LocalTime.of(18, 0))),
        Due.Kind.DEADLINE,
        false);
  }

  private static Optional<TimeMention> vague(Matcher m) {
    return m.lookingAt() ? Optional.of(TimeMention.vague(m.start(), m.end())) : Optional.empty();
  }
}
