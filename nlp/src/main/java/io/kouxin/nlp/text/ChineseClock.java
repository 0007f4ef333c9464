package io.kouxin.nlp.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of the day and clock times in Chinese: 下午三点一刻, 晚上六点半, 15:30, 九点. */
final class ChineseClock {
  private static final String H = "(?:\\d{1,2}|[零一二两三四五六七八九十]{1,3})";
  private static final Pattern PART =
      Pattern.compile(
          "的?((?:吃过?)?(?:午饭|中饭|午餐)(?:后|以后|之后)|(?:吃)?(?:午饭|中饭|午餐)(?:的?时候|时间)?|(?:吃)?(?:晚饭|晚餐)(?:的?时候|时间)?|凌晨|清晨|一大早|一早|大早上|早上|早晨|早间|上午|午前|中午|正午|下午|午后|傍晚|晌午|后晌|晚上|晚间|夜里|夜间|晚(?=[\\d一二两三四五六七八九十]))");
  private static final Pattern CLOCK =
      Pattern.compile(
          "(?:(?:差(?<to>一刻|[\\d一二两三四五六七八九十]{1,2}分)钟?)?(?<h>"
              + H
              + ")(?:点钟?|时)(?:(?<half>半)|(?<quarter>[一三])刻|差(?<less>一刻|[\\d一二两三四五六七八九十]{1,2}分)|(?:过(?<past>[一二三四五六七八九])分|过?(?<minutes>\\d{1,2}|零[一二三四五六七八九]|[一二三四五]?十[一二三四五六七八九]?)分?(?![多个家台件万千百套块度]))|(?<few>[一二三四五六七八九])分|整)?(?:钟)?(?:左右|前后)?"
              + "|(?<dh>\\d{1,2})[:：](?<dm>\\d{2})(?::\\d{2})? ?(?<half1>[ap]m)?|(?<eh>\\d{1,2}) ?(?<half2>[ap]m)(?![a-z]))");
  private static final Pattern RANGE = Pattern.compile("(?:到|至|-|~)");

  private ChineseClock() {}

  /** A part of the day and where it ends. */
  record Part(int end, DayPart part) {}

  /**
   * A clock time as it was said.
   *
   * @param hour 0 to 24, not yet moved into a part of the day
   * @param loose whether it is nothing but a number and 点 (三点), which may mean points
   */
  record Clock(int end, int hour, int minute, boolean loose) {}

  static Optional<Part> part(String text, int from) {
    Matcher m = PART.matcher(text).region(from, text.length()).useTransparentBounds(true);
    return m.lookingAt() ? Optional.of(new Part(m.end(), name(m.group(1)))) : Optional.empty();
  }

  private static DayPart name(String said) {
    if (said.contains("饭") || said.contains("餐")) {
      return said.contains("晚")
          ? DayPart.EVENING
          : said.endsWith("后") ? DayPart.AFTERNOON : DayPart.NOON;
    }
    return switch (said) {
      case "凌晨" -> DayPart.DAWN;
      case "中午", "正午", "晌午" -> DayPart.NOON;
      case "下午", "午后", "后晌" -> DayPart.AFTERNOON;
      case "傍晚" -> DayPart.DUSK;
      case "晚上", "晚间", "夜里", "夜间", "晚" -> DayPart.EVENING;
      default -> DayPart.MORNING;
    };
  }

  /** A clock time at this place; of a range (两点到三点) the beginning. */
  static Optional<Clock> clock(String text, int from) {
    Optional<Clock> first = single(text, from);
    return first.map(
        clock -> {
          Matcher to = RANGE.matcher(text).region(clock.end(), text.length());
          return !to.lookingAt()
              ? clock
              : single(text, to.end())
                  .map(c -> new Clock(c.end(), clock.hour(), clock.minute(), false))
                  .orElse(clock);
        });
  }

  private static Optional<Clock> single(String text, int from) {
    Matcher m = CLOCK.matcher(text).region(from, text.length()).useTransparentBounds(true);
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    if (m.group("h") == null) {
      return digital(m);
    }
    int hour = number(m.group("h"));
    int minute = minute(m);
    boolean loose = m.end() - m.end("h") == 1 && m.group("to") == null;
    return hour > 24 || minute > 59
        ? Optional.empty()
        : Optional.of(
            new Clock(m.end(), minute < 0 ? hour - 1 : hour, Math.floorMod(minute, 60), loose));
  }

  private static Optional<Clock> digital(Matcher m) {
    boolean colon = m.group("dh") != null;
    String half = colon ? m.group("half1") : m.group("half2");
    int said = number(colon ? m.group("dh") : m.group("eh"));
    int hour = "pm".equals(half) ? said % 12 + 12 : said;
    int minute = colon ? number(m.group("dm")) : 0;
    return hour > 24 || minute > 59
        ? Optional.empty()
        : Optional.of(new Clock(m.end(), hour, minute, false));
  }

  /** Minutes past the hour; negative for 差一刻三点. */
  private static int minute(Matcher m) {
    if (m.group("half") != null) {
      return 30;
    }
    if (m.group("quarter") != null) {
      return "一".equals(m.group("quarter")) ? 15 : 45;
    }
    String less = m.group("to") != null ? m.group("to") : m.group("less");
    if (less != null) {
      return "一刻".equals(less) ? -15 : -number(less.substring(0, less.length() - 1));
    }
    String said =
        m.group("minutes") != null
            ? m.group("minutes")
            : m.group("past") != null ? m.group("past") : m.group("few");
    return said == null ? 0 : number(said);
  }

  private static int number(String said) {
    return ChineseNumber.parseInt(said).orElse(99);
  }
}
