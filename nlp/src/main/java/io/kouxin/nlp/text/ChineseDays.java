package io.kouxin.nlp.text;

import static java.time.temporal.TemporalAdjusters.lastDayOfMonth;
import static java.time.temporal.TemporalAdjusters.previousOrSame;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Days in Chinese: 大后天, 下周三, 三月二十六号, 下个月十五号, 三天后, 节后头一个工作日. */
final class ChineseDays {
  private static final String N = ChineseNumber.TOKEN;
  private static final String WEEK = "(?:周|星期|礼拜)";
  private static final String ON = "(?:以后|之后|过后|后(?![天台面期续来年]))";

  /** Nobody counts days, weeks or months over so many years. */
  private static final int FAR = 3;

  /** What counts with 号 but is no day of the month: 三号线, 二号楼. */
  private static final String DAY_UNIT =
      "(?:号(?![线楼机库厂院店门馆色公车位床仓柜桌人员文泵炉馆码房病口站井窗台梯团罐池地段标样批箱产设系服电工])(?!实验[室楼]|会议室|办公[室楼]|教室|教学楼|宿舍|展[厅位馆]|包[间厢]|手术室|冷[库藏])|日(?![期常用报志记内元本]))";

  /** 周一鸣老师 is a person. */
  private static final String GIVEN_NAME = "[鸣凡帆峰锋航然诺涵轩宁波涛琳珊娜婷婉楠]" + Titles.TITLE;

  /** Two days in one breath: 二十一二号. */
  static final String EITHER = "二?十?(?:一二|二三|三四|四五|五六|六七|七八|八九)[号日]";

  private static final String SOON = "(?=上午|下午|早上|晚上|中午|之前|以前|前(?![台面后])|截止)";
  private static final String HOLIDAY =
      "(元旦|春节|过年|年|清明|五一|劳动|端午|中秋|国庆|十一|节|小?长假|放假|假期?)节?(?:假期|小?长假|放假|假)?";

  private static final List<Rule> RULES =
      List.of(
          rule("(?:今天|今日|今儿个?)", ChineseDays::today),
          rule("(大前天|前天|昨天|昨日|昨儿个?|昨晚|前晚)", ChineseDays::past),
          rule(
              "上(上)?个?" + WEEK + "的?([一二三四五六日天1-7])",
              (m, today) -> Optional.of(DayMention.fixed(m.end(), today.minusWeeks(1)))),
          rule("(明早|明晚|明晨|今早|今晚|今夜|后晚)(?:上(?![线课班门会市]))?", ChineseDays::dayWithPart),
          rule(
              "(大后天|大后日|(?<!往)后天|后日|后儿个?|明天|明日|(?<![赶改])明儿个?|明朝(?=上午|下午|早上|晚上))(?!再说)",
              ChineseDays::relativeDay),
          rule(
              "(?<!每(?:周|星期|礼拜)[一二三四五六日天][、和及跟]?)(?<![每逢两几\\d])(?<!每[个一]|每一个|(?<![周期拜])一到)(?:(?<!(?<![周期拜])[一二三四五六七八九十])|(?<=[百千万块][一二三四五六七八九])(?=(?:周|星期|礼拜)[一二三四五六日天](?:上午|下午|早上|晚上|中午)))(下下|下|这|本)?个?"
                  + WEEK
                  + "的?([一二三四五六日天末1-7])(?![次回趟遍个家套台万千百]|十(?![一二三四五六七八九]?点)|\\d+[次回趟遍]|"
                  + GIVEN_NAME
                  + ")",
              ChineseDays::weekday),
          rule(
              "(今年|明年|\\d{4}年)?的?(?<![腊正闰])(元|"
                  + N
                  + ")月份?的?("
                  + N
                  + ")(?:"
                  + DAY_UNIT
                  + "|"
                  + SOON
                  + ")",
              ChineseDays::monthDay),
          rule(
              "(今年)?(?<![\\d/.])(\\d{1,2})[/.](\\d{1,2})(?:[号日]|(?![\\d/.]|[万千百元块个台])" + SOON + ")",
              ChineseDays::monthDay),
          rule("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?", ChineseDays::isoDate),
          rule(
              "(下下个?月|下个?月|次月|这个?月|本月|当月)的?(" + N + ")(?:" + DAY_UNIT + "|" + SOON + ")",
              ChineseDays::dayOfNamedMonth),
          rule(
              "(?<![\\d零一二三四五六七八九十百第月几型])(?!" + EITHER + ")(" + N + ")" + DAY_UNIT,
              ChineseDays::dayOfMonth),
          rule(
              "(?<![\\d零一二三四五六七八九十百千万第到从降涨过少多])(?<!腊月|正月|农历|阴历)(?!十一)([一二]?十[一二三四五六七八九]?|三十一?)(?=之前|以前)",
              ChineseDays::dayOfMonth),
          rule(
              "(?:再过|过)?(" + N + ")个?多?(天|周|星期|礼拜|月|年)" + ON + "(?:的?(?:周|星期|礼拜)([一二三四五六日天]))?",
              ChineseDays::later),
          rule("(?:再过|过)(?![两几])(" + N + ")个?(天|周|星期|礼拜|月|年)(?![内之以左])", ChineseDays::later),
          rule("(?:再过|过)?(半)(个月|年)" + ON, ChineseDays::later),
          worked("(" + N + ")个?工作[日天]" + ON, ChineseDays::workingDaysLater),
          worked(
              "(下下|下|这|本)?个?(周|星期|礼拜|月)的?(第[一二三四五六七八九十]|头一|首|最后一)个?工作[日天]",
              ChineseDays::workingDayOf),
          worked(
              "(?:(?:过完|放完|收)"
                  + HOLIDAY
                  + ON
                  + "?|"
                  + HOLIDAY
                  + "(?:(?:结束|回来|上来|放完)"
                  + ON
                  + "?|"
                  + ON
                  + "))的?(?:第([一二三四五六七八九十])个工作[日天]|第一天上班|上班(?:的)?(?:第一天|当天|首日|头一天)|首个工作[日天]|头一个工作[日天]|一上班|第一天)",
              ChineseDays::afterHoliday),
          worked(HOLIDAY + "(?:之前|以前|前)的?最后一个工作[日天]", ChineseDays::beforeHoliday),
          worked(HOLIDAY + "的?(?:前一天|前天|头一天|头天)", ChineseDays::eve));

  private record Rule(Pattern pattern, BiFunction<Matcher, Today, Optional<DayMention>> read) {}

  private static Rule rule(
      String regex, BiFunction<Matcher, LocalDate, Optional<DayMention>> read) {
    return worked(regex, (m, today) -> read.apply(m, today.date()));
  }

  /** A rule that asks which days are worked. */
  private static Rule worked(String regex, BiFunction<Matcher, Today, Optional<DayMention>> read) {
    return new Rule(Pattern.compile(regex), read);
  }

  private ChineseDays() {}

  /** The longest day that begins at this place. */
  static Optional<DayMention> at(String text, int from, Today today) {
    Optional<DayMention> best = Optional.empty();
    for (Rule rule : RULES) {
      Matcher m = rule.pattern().matcher(text).region(from, text.length());
      m.useTransparentBounds(true);
      if (m.lookingAt()) {
        Optional<DayMention> found = safely(rule, m, today);
        if (found.isPresent() && (best.isEmpty() || found.get().end() > best.get().end())) {
          best = found;
        }
      }
    }
    return best;
  }

  private static Optional<DayMention> safely(Rule rule, Matcher m, Today today) {
    try {
      return rule.read().apply(m, today);
    } catch (DateTimeException | ArithmeticException e) {
      return Optional.empty(); // 二月三十号, 一万亿年后
    }
  }

  private static Optional<DayMention> today(Matcher m, LocalDate today) {
    return Optional.of(DayMention.fixed(m.end(), today));
  }

  private static Optional<DayMention> dayWithPart(Matcher m, LocalDate today) {
    String said = m.group(1);
    int days = "今明后".indexOf(said.charAt(0));
    DayPart part = "早晨".indexOf(said.charAt(1)) >= 0 ? DayPart.MORNING : DayPart.EVENING;
    return Optional.of(DayMention.fixed(m.end(), today.plusDays(days)).in(part));
  }

  /** Days gone by are read so that their hours are not taken for today's. */
  private static Optional<DayMention> past(Matcher m, LocalDate today) {
    String said = m.group(1);
    int days = said.startsWith("大") ? 3 : said.startsWith("前") ? 2 : 1;
    DayPart part = said.endsWith("晚") ? DayPart.EVENING : DayPart.NONE;
    return Optional.of(DayMention.fixed(m.end(), today.minusDays(days)).in(part));
  }

  private static Optional<DayMention> relativeDay(Matcher m, LocalDate today) {
    String said = m.group(1);
    int days = said.startsWith("大") ? 3 : said.startsWith("后") ? 2 : 1;
    return Optional.of(DayMention.fixed(m.end(), today.plusDays(days)));
  }

  private static Optional<DayMention> weekday(Matcher m, LocalDate today) {
    char said = m.group(2).charAt(0);
    if (said == '末') {
      return Optional.empty();
    }
    DayOfWeek day = dayOfWeek(said);
    LocalDate inThisWeek =
        today.with(previousOrSame(DayOfWeek.MONDAY)).plusDays(day.getValue() - 1L);
    String prefix = m.group(1);
    if (prefix == null) {
      LocalDate next = inThisWeek.isBefore(today) ? inThisWeek.plusWeeks(1) : inThisWeek;
      return Optional.of(DayMention.rolling(m.end(), next, d -> d.plusWeeks(1)));
    }
    long weeks = prefix.startsWith("下") ? prefix.length() : 0;
    return Optional.of(DayMention.fixed(m.end(), inThisWeek.plusWeeks(weeks)));
  }

  private static DayOfWeek dayOfWeek(char said) {
    int at = "一二三四五六日1234567".indexOf(said);
    return DayOfWeek.of(at < 0 ? 7 : at % 7 + 1);
  }

  private static Optional<DayMention> monthDay(Matcher m, LocalDate today) {
    int month = "元".equals(m.group(2)) ? 1 : number(m.group(2));
    int day = number(m.group(3));
    String year = m.group(1);
    if (year != null) {
      int named =
          year.startsWith("今")
              ? today.getYear()
              : year.startsWith("明") ? today.getYear() + 1 : number(year.substring(0, 4));
      return Optional.of(DayMention.fixed(m.end(), LocalDate.of(named, month, day)));
    }
    LocalDate here = LocalDate.of(today.getYear(), month, day);
    // A month or more ago is talk of the past; a few months ahead of the year's turn is not.
    boolean nextYear = here.isBefore(today) && here.plusMonths(6).isBefore(today);
    return Optional.of(DayMention.fixed(m.end(), nextYear ? here.plusYears(1) : here));
  }

  private static Optional<DayMention> isoDate(Matcher m, LocalDate today) {
    return Optional.of(
        DayMention.fixed(
            m.end(), LocalDate.of(number(m.group(1)), number(m.group(2)), number(m.group(3)))));
  }

  private static Optional<DayMention> dayOfNamedMonth(Matcher m, LocalDate today) {
    YearMonth month = YearMonth.from(today).plusMonths(monthsAhead(m.group(1)));
    return Optional.of(DayMention.fixed(m.end(), month.atDay(number(m.group(2)))));
  }

  /** How many months ahead 下个月, 这个月 and the like are. */
  static int monthsAhead(String said) {
    return said.startsWith("下下") ? 2 : said.startsWith("下") || said.startsWith("次") ? 1 : 0;
  }

  private static Optional<DayMention> dayOfMonth(Matcher m, LocalDate today) {
    int day = number(m.group(1));
    if (day < 1 || day > 31) {
      return Optional.empty();
    }
    LocalDate first = nextWithDay(today, day);
    return Optional.of(DayMention.rolling(m.end(), first, d -> nextWithDay(d.plusDays(1), day)));
  }

  private static LocalDate nextWithDay(LocalDate from, int day) {
    LocalDate candidate = from;
    while (candidate.getDayOfMonth() != day) {
      candidate = candidate.plusDays(1);
    }
    return candidate;
  }

  private static Optional<DayMention> later(Matcher m, LocalDate today) {
    String unit = m.group(2);
    if ("半".equals(m.group(1))) {
      LocalDate date =
          unit.endsWith("年") ? today.plusMonths(6) : today.plusDays(unit.endsWith("月") ? 15 : 0);
      return date.equals(today) ? Optional.empty() : Optional.of(DayMention.fixed(m.end(), date));
    }
    LocalDate date = plus(today, number(m.group(1)), unit);
    if (!"年".equals(unit) && date.isAfter(today.plusYears(FAR))) {
      return Optional.empty(); // 写的是六千三天之后: six thousand, and then three days
    }
    if (m.groupCount() > 2 && m.group(3) != null) {
      date =
          date.with(previousOrSame(DayOfWeek.MONDAY))
              .plusDays(dayOfWeek(m.group(3).charAt(0)).getValue() - 1L);
    }
    return Optional.of(DayMention.fixed(m.end(), date));
  }

  /** A day some days, weeks, months or years on. */
  static LocalDate plus(LocalDate today, int count, String unit) {
    return switch (unit) {
      case "天" -> today.plusDays(count);
      case "月" -> today.plusMonths(count);
      case "年" -> today.plusYears(count);
      default -> today.plusWeeks(count);
    };
  }

  private static Optional<DayMention> workingDaysLater(Matcher m, Today today) {
    int days = number(m.group(1));
    return days > 250
        ? Optional.empty()
        : Optional.of(
            DayMention.fixed(m.end(), today.calendar().afterWorkingDays(today.date(), days)));
  }

  /** 下周第一个工作日, 这个月最后一个工作日. */
  private static Optional<DayMention> workingDayOf(Matcher m, Today today) {
    WorkCalendar calendar = today.calendar();
    boolean month = "月".equals(m.group(2));
    String prefix = m.group(1) == null ? "" : m.group(1);
    long ahead = prefix.startsWith("下") ? prefix.length() : 0;
    LocalDate first =
        month
            ? today.date().withDayOfMonth(1).plusMonths(ahead)
            : today.date().with(previousOrSame(DayOfWeek.MONDAY)).plusWeeks(ahead);
    LocalDate next = month ? first.plusMonths(1) : first.plusWeeks(1);
    String which = m.group(3);
    int count = which.startsWith("第") ? number(which.substring(1)) : 1;
    return Optional.of(
        DayMention.fixed(
            m.end(),
            which.startsWith("最")
                ? calendar.workingDayBefore(next)
                : calendar.afterWorkingDays(first.minusDays(1), count)));
  }

  private static Optional<DayMention> afterHoliday(Matcher m, Today today) {
    WorkCalendar calendar = today.calendar();
    int count = m.group(3) == null ? 1 : number(m.group(3));
    return calendar
        .next(holidayName(m.group(1) == null ? m.group(2) : m.group(1)), today.date())
        .map(h -> DayMention.fixed(m.end(), calendar.afterWorkingDays(h.last(), count)));
  }

  private static Optional<DayMention> beforeHoliday(Matcher m, Today today) {
    return today
        .calendar()
        .next(holidayName(m.group(1)), today.date())
        .map(h -> DayMention.fixed(m.end(), today.calendar().workingDayBefore(h.first())));
  }

  /** 中秋前一天: whether it is worked or not. */
  private static Optional<DayMention> eve(Matcher m, Today today) {
    return today
        .calendar()
        .next(holidayName(m.group(1)), today.date())
        .map(h -> DayMention.fixed(m.end(), h.first().minusDays(1)));
  }

  /** The calendar's name for a holiday as it is said; empty for whichever comes next. */
  static String holidayName(String said) {
    return switch (said) {
      case "过年", "年" -> "春节";
      case "五一", "劳动" -> "劳动节";
      case "十一" -> "国庆";
      case "节", "长假", "小长假", "放假", "假期", "假" -> "";
      default -> said;
    };
  }

  /** The last day of the month so many months ahead. */
  static LocalDate monthEnd(LocalDate today, int monthsAhead) {
    return today.plusMonths(monthsAhead).with(lastDayOfMonth());
  }

  /** A number that must be there; 0 does no harm where it is none, for no day has it. */
  private static int number(String said) {
    return ChineseNumber.parseInt(said).orElse(0);
  }
}
