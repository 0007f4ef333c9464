package io.kouxin.nlp.text;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
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
          "(in|within|after)? ?"
              + N
              + "( and a half)? (minute|min|hour)s?( from now| later)?\\b(?! (?:late|long|drive|ago|away))");
  private static final Pattern WITHIN =
      Pattern.compile(
          "(?:with)?in (?:the next )?"
              + N
              + " (working day|business day|day|week|month|year)s?\\b");
  private static final Pattern END =
      Pattern.compile(
          "(?:the )?(?:end of|close of) (?:the |this )?(business|day|week|month|quarter|year|next week|next month|today)\\b|(eod|eow|eom|cob)\\b|(?:the )?(month|quarter|year|week)[ -]end\\b");
  private static final Pattern VAGUE =
      Pattern.compile(
          "(?:in a few days|in a couple of days|sometime(?: (?:next|this) (?:week|month|year))?|one of these days|next (?:week|month|year|quarter)|later(?: on| this week)?|soon|after the holidays?|some other time|early (?:next )?(?:january|february|march|april|may|june|july|august|september|october|november|december|month)|this weekend|the weekend)\\b");

  private EnglishPeriods() {}

  /** The expression at this place. */
  static Optional<TimeMention> at(String text, int from, LocalDateTime now) {
    return clockLater(looking(CLOCK_LATER, text, from), now)
        .or(() -> within(looking(WITHIN, text, from), now))
        .or(() -> end(looking(END, text, from), now))
        .or(() -> vague(looking(VAGUE, text, from)));
  }

  private static Matcher looking(Pattern pattern, String text, int from) {
    return pattern.matcher(text).region(from, text.length()).useTransparentBounds(true);
  }

  private static Optional<TimeMention> clockLater(Matcher m, LocalDateTime now) {
    if (!m.lookingAt() || (m.group(1) == null && m.group(5) == null)) {
      return Optional.empty();
    }
    boolean deadline = "within".equals(m.group(1));
    return EnglishNumber.parse(m.group(2))
        .map(
            n ->
                Math.round(
                    (n + (m.group(3) == null ? 0 : 0.5)) * ("hour".equals(m.group(4)) ? 60 : 1)))
        .map(minutes -> now.plusMinutes(minutes).truncatedTo(ChronoUnit.MINUTES))
        .map(
            at ->
                new TimeMention(
                    m.start(),
                    m.end(),
                    Optional.of(at),
                    deadline ? Due.Kind.DEADLINE : Due.Kind.APPOINTMENT,
                    false));
  }

  private static Optional<TimeMention> within(Matcher m, LocalDateTime now) {
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    boolean working = m.group(2).endsWith("g day") || m.group(2).startsWith("business");
    if (!working && !m.group().startsWith("within")) {
      return Optional.empty();
    }
    LocalDate today = now.toLocalDate();
    return EnglishNumber.parse(m.group(1))
        .map(Double::intValue)
        .filter(n -> n > 0 && n <= 250)
        .map(
            n ->
                working
                    ? WorkCalendar.china().afterWorkingDays(today, n)
                    : EnglishDays.plus(today, n, m.group(2)))
        .map(date -> deadline(m, date));
  }

  private static Optional<TimeMention> end(Matcher m, LocalDateTime now) {
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    String said = m.group(1) != null ? m.group(1) : m.group(2) != null ? m.group(2) : m.group(3);
    LocalDate today = now.toLocalDate();
    LocalDate sunday = today.with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
    return Optional.of(
        deadline(
            m,
            switch (said) {
              case "week", "eow" -> WorkCalendar.china().workingDayBefore(sunday);
              case "next week" -> WorkCalendar.china().workingDayBefore(sunday.plusWeeks(1));
              case "month", "eom" -> ChineseDays.monthEnd(today, 0);
              case "next month" -> ChineseDays.monthEnd(today, 1);
              case "quarter" -> ChineseDays.monthEnd(today, 2 - (today.getMonthValue() - 1) % 3);
              case "year" -> LocalDate.of(today.getYear(), 12, 31);
              default -> today;
            }));
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
