package io.kouxin.nlp.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Month;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Spans of time in Chinese and what is due at their end (两小时后, 三个工作日内, 月底前, 国庆节前), and the vague
 * ones that fix nothing (过两天, 下周, 年底).
 */
final class ChinesePeriods {
  private static final String N = "(" + ChineseNumber.TOKEN + ")";
  private static final String IN = "(?:以后|之后|过后|后(?![天台面期续来年]))";
  private static final String WITHIN = "(?:之内|以内|内(?![科部容]))";
  private static final String BEFORE = "(?:之前|以前|前(?![台后面天年]))";
  private static final String YEAR = "(?:(明年)|今年)?的?";
  private static final String MONTH = "(下下个?月|下个?月|次月|这个?月|本月|当月)";

  /** The number of a month; the last nine of 九块九三月底 is money. */
  private static final String NUMBERED = "(?<![十\\d])(?:十[一二]?|[一二三四五六七八九]|1[0-2]|0?[1-9])";

  /** A month by its number or from now, before its own character. */
  private static final String SOME_MONTH =
      "(?:(?:(?:明年|今年)的?)?(?:这个?|本|当|次|下下?个?|" + NUMBERED + "))";

  private static final List<Rule> RULES =
      List.of(
          rule(
              "(?:再过|过)?" + N + "个?(半)?(小时|钟头|分钟)(?:" + IN + "|" + WITHIN + ")",
              ChinesePeriods::clockLater),
          rule("(?:再过|过)" + N + "个?(半)?(小时|钟头|分钟)", ChinesePeriods::clockLater),
          rule("(?:再过|过)?([一三])(刻)()钟?(?:" + IN + "|" + WITHIN + ")", ChinesePeriods::quarters),
          rule(N + "个?工作[日天]" + WITHIN, ChinesePeriods::withinWorkingDays),
          rule(N + "个?(天|周|星期|礼拜|月|年)" + WITHIN, ChinesePeriods::within),
          rule("半(个月|年)" + WITHIN, ChinesePeriods::withinHalf),
          rule(MONTH + "?的?月?(?:底|末)" + BEFORE, ChinesePeriods::monthEnd),
          rule(MONTH + WITHIN, ChinesePeriods::monthEnd),
          rule(YEAR + "(" + NUMBERED + ")月份?(?:底|末)" + BEFORE, ChinesePeriods::namedMonthEnd),
          rule("(下下?个?|这个?|本)?(?:季度|季)(?:结束|末|底)" + BEFORE, ChinesePeriods::quarterEnd),
          rule("(下下?个?|这个?|本)?季度" + WITHIN, ChinesePeriods::quarterEnd),
          rule("第?([一二三四1-4])季度(?:结束|末|底)?" + BEFORE, ChinesePeriods::namedQuarterEnd),
          rule("q([1-4])(?:结束|末|底)?" + BEFORE, ChinesePeriods::namedQuarterEnd),
          rule("(上|下)半年(?:结束|末|底)?(?:" + BEFORE + "|" + WITHIN + ")", ChinesePeriods::halfYearEnd),
          rule("(今|明)?年(?:年?底|年?末|内|终|结束)(?:" + BEFORE + "|(?<=内))", ChinesePeriods::yearEnd),
          rule("(?<![\\d一二两三四五六七八九十几多半去今明这])年前(?![面后])", ChinesePeriods::beforeNewYear),
          rule(
              "(下下|下|这|本)?个?(?:周|星期|礼拜)末?" + "(?:" + WITHIN + "|(?<=末)" + BEFORE + ")",
              ChinesePeriods::weekEnd),
          rule(
              "(元旦|春节|过年|清明|五一|劳动|端午|中秋|国庆|十一)(?:节|假期|长假|放假)*+" + BEFORE,
              ChinesePeriods::beforeHoliday),
          rule(
              "(明年|后年|[2二][0零〇][\\d零〇一二三四五六七八九]{2}年)的?(元旦|春节|清明|五一|劳动|端午|中秋|国庆|十一)(?:节|假期|长假|放假)*+"
                  + BEFORE,
              ChinesePeriods::beforeHolidayOf),
          rule("(节|长假|放假|假期)" + BEFORE, ChinesePeriods::beforeHoliday),
          rule(
              "(?:赶|改)明儿?个?|"
                  + ChineseDays.EITHER
                  + "(?!线|楼)|"
                  + "明后(?:两|这两)?天|今明(?:两|这两)?天|明天后天|(?:下下|下|这|本)?个?(?:周|星期|礼拜)(?:一、?[二三四五六日]|二、?[三四五六日]|三、?[四五六日]|四、?[五六日]|五、?[六日]|六、?日)(?![点个十百千万台家号天周位楼层箱瓶盒套件批趟次人车吨斤份支张条本期][^，。]|[点个十百千万台家号天])|"
                  + "过[两几]天|过(?:一?阵子|一?段时间|些天|些日子|一会儿?)|改天|改日|回头|这[两几]天|等会儿?|等一会儿?|等一下|待会儿?|晚点儿?|晚些时候|开春|"
                  + "开年|年后|年底|年末|年中|(?:"
                  + SOME_MONTH
                  + "月份?)?[上中下]旬|(?:"
                  + SOME_MONTH
                  + ")?月份?[初中底末]|(?:这个?|下下?个?)?周末|"
                  + "下下?个?(?:周|星期|礼拜)(?![一二三四五六日天1-7])|下下?个?月(?!底|末)|下个?季度|明年|有空再|哪天|抽空|"
                  + "(?:元旦|春节|清明|五一|端午|中秋|国庆|十一)节?(?:假期|长假)?(?:以后|之后|过后|后)|节后",
              ChinesePeriods::vague));

  private record Rule(Pattern pattern, BiFunction<Matcher, Today, Optional<TimeMention>> read) {}

  private static Rule rule(String regex, BiFunction<Matcher, Today, Optional<TimeMention>> read) {
    return new Rule(Pattern.compile(regex), read);
  }

  private ChinesePeriods() {}

  /** The longest expression that begins at this place. */
  static Optional<TimeMention> at(String text, int from, Today today) {
    Optional<TimeMention> best = Optional.empty();
    for (Rule rule : RULES) {
      Matcher m =
          rule.pattern().matcher(text).region(from, text.length()).useTransparentBounds(true);
      if (m.lookingAt() && (best.isEmpty() || m.end() > best.get().end())) {
        Optional<TimeMention> found = safely(rule, m, today);
        best = found.isPresent() ? found : best;
      }
    }
    return best;
  }

  private static Optional<TimeMention> safely(Rule rule, Matcher m, Today today) {
    try {
      return rule.read().apply(m, today);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty();
    }
  }

  private static Optional<TimeMention> clockLater(Matcher m, Today today) {
    var count = ChineseNumber.parse(m.group(1));
    if (count.isEmpty()) {
      return Optional.empty();
    }
    double units = count.get().doubleValue() + (m.group(2) == null ? 0 : 0.5);
    long minutes = Math.round(units * (m.group(3).startsWith("分") ? 1 : 60));
    return Optional.of(minutesLater(m, today.time(), minutes));
  }

  private static Optional<TimeMention> quarters(Matcher m, Today today) {
    return Optional.of(minutesLater(m, today.time(), "一".equals(m.group(1)) ? 15 : 45));
  }

  private static TimeMention minutesLater(Matcher m, LocalDateTime now, long minutes) {
    boolean deadline = m.group().endsWith("内");
    return new TimeMention(
        m.start(),
        m.end(),
        Optional.of(now.plusMinutes(minutes).truncatedTo(ChronoUnit.MINUTES)),
        deadline ? Due.Kind.DEADLINE : Due.Kind.APPOINTMENT,
        false);
  }

  private static Optional<TimeMention> withinWorkingDays(Matcher m, Today today) {
    return ChineseNumber.parseInt(m.group(1))
        .filter(days -> days <= 250)
        .map(days -> today.calendar().afterWorkingDays(today.date(), days))
        .map(date -> deadline(m, date));
  }

  private static Optional<TimeMention> within(Matcher m, Today today) {
    return ChineseNumber.parseInt(m.group(1))
        .map(n -> deadline(m, ChineseDays.plus(today.date(), n, m.group(2))));
  }

  private static Optional<TimeMention> withinHalf(Matcher m, Today today) {
    return Optional.of(
        deadline(
            m, m.group(1).endsWith("年") ? today.date().plusMonths(6) : today.date().plusDays(15)));
  }

  private static Optional<TimeMention> monthEnd(Matcher m, Today today) {
    int ahead = m.group(1) == null ? 0 : ChineseDays.monthsAhead(m.group(1));
    return Optional.of(deadline(m, ChineseDays.monthEnd(today.date(), ahead)));
  }

  private static Optional<TimeMention> namedMonthEnd(Matcher m, Today today) {
    LocalDate from = m.group(1) == null ? today.date() : today.date().withDayOfYear(1).plusYears(1);
    return ChineseNumber.parseInt(m.group(2))
        .map(Month::of)
        .map(month -> deadline(m, endOf(month, from)));
  }

  private static LocalDate endOf(Month month, LocalDate today) {
    LocalDate end = ChineseDays.monthEnd(today.withDayOfMonth(1).withMonth(month.getValue()), 0);
    return end.isBefore(today) ? ChineseDays.monthEnd(end.plusYears(1), 0) : end;
  }

  private static Optional<TimeMention> quarterEnd(Matcher m, Today today) {
    String said = m.group(1) == null ? "" : m.group(1);
    int ahead = said.startsWith("下下") ? 6 : said.startsWith("下") ? 3 : 0;
    int left = 2 - (today.date().getMonthValue() - 1) % 3;
    return Optional.of(deadline(m, ChineseDays.monthEnd(today.date(), left + ahead)));
  }

  private static Optional<TimeMention> halfYearEnd(Matcher m, Today today) {
    Month last = "上".equals(m.group(1)) ? Month.JUNE : Month.DECEMBER;
    return Optional.of(deadline(m, endOf(last, today.date())));
  }

  /** 年前 is before the Spring Festival, but only when that is near. */
  private static Optional<TimeMention> beforeNewYear(Matcher m, Today today) {
    return today
        .calendar()
        .next("春节", today.date())
        .filter(h -> h.first().isBefore(today.date().plusDays(100)))
        .map(h -> deadline(m, today.calendar().workingDayBefore(h.first())));
  }

  private static Optional<TimeMention> namedQuarterEnd(Matcher m, Today today) {
    int quarter = ("一二三四1234".indexOf(m.group(1)) % 4) + 1;
    return Optional.of(deadline(m, endOf(Month.of(quarter * 3), today.date())));
  }

  private static Optional<TimeMention> yearEnd(Matcher m, Today today) {
    int year = today.date().getYear() + ("明".equals(m.group(1)) ? 1 : 0);
    return Optional.of(deadline(m, LocalDate.of(year, 12, 31)));
  }

  /** 这周内, 周末前: the last day that is worked in that week. */
  private static Optional<TimeMention> weekEnd(Matcher m, Today today) {
    long weeks = m.group(1) != null && m.group(1).startsWith("下") ? m.group(1).length() : 0;
    LocalDate sunday =
        today.date().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY)).plusWeeks(weeks);
    return Optional.of(deadline(m, today.calendar().workingDayBefore(sunday)));
  }

  private static Optional<TimeMention> beforeHoliday(Matcher m, Today today) {
    var calendar = today.calendar();
    return calendar
        .next(ChineseDays.holidayName(m.group(1)), today.date())
        .map(h -> deadline(m, calendar.workingDayBefore(h.first())))
        .or(() -> vague(m, today));
  }

  /** 2028年春节前: of that year, and of no other; vague where its holidays are not known. */
  private static Optional<TimeMention> beforeHolidayOf(Matcher m, Today today) {
    String said = m.group(1);
    int year =
        switch (said) {
          case "明年" -> today.date().getYear() + 1;
          case "后年" -> today.date().getYear() + 2;
          default -> ChineseNumber.parseInt(said.substring(0, said.length() - 1)).orElse(0);
        };
    var calendar = today.calendar();
    return calendar
        .next(ChineseDays.holidayName(m.group(2)), LocalDate.of(year, 1, 1).minusDays(5))
        .filter(h -> h.last().getYear() == year && h.first().isAfter(today.date()))
        .map(h -> deadline(m, calendar.workingDayBefore(h.first())))
        .or(() -> vague(m, today));
  }

  private static TimeMention deadline(Matcher m, LocalDate date) {
    return new TimeMention(
        m.start(),
        m.end(),
        Optional.of(date.atTime(LocalTime.of(18, 0))),
        Due.Kind.DEADLINE,
        false);
  }

  private static Optional<TimeMention> vague(Matcher m, Today today) {
    return Optional.of(TimeMention.vague(m.start(), m.end()));
  }
}
