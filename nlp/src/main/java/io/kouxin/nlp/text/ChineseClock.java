package io.kouxin.nlp.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parts of the day and clock times in Chinese: 下午三点一刻, 晚上六点半, 15:30, 九点. */
final class ChineseClock {
  private static final String H = "(\\d{1,2}|[零一二两三四五六七八九十]{1,3})";
  private static final Pattern PART =
      Pattern.compile(
          "的?(凌晨|清晨|一大早|一早|大早上|早上|早晨|早间|上午|午前|中午|正午|下午|午后|傍晚|晚上|晚间|夜里|夜间|晚(?=[\\d一二两三四五六七八九十]))");
  private static final Pattern CLOCK =
      Pattern.compile(
          H
              + "(?:点钟?|时)(?:(半)|([一三])刻|过?(\\d{1,2}|零[一二三四五六七八九]|[一二三四五]?十[一二三四五六七八九]?)分?(?![多个家台件万千百套块度])|([一二三四五六七八九])分|整)?(?:钟)?(?:左右|前后)?"
              + "|(\\d{1,2})[:：](\\d{2})(?::\\d{2})?");
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
    return switch (said) {
      case "凌晨" -> DayPart.DAWN;
      case "中午", "正午" -> DayPart.NOON;
      case "下午", "午后", "傍晚" -> DayPart.AFTERNOON;
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
    boolean digital = m.group(6) != null;
    int hour = number(digital ? m.group(6) : m.group(1));
    int minute = digital ? number(m.group(7)) : minute(m);
    boolean loose = !digital && m.end() - m.end(1) == 1;
    return hour > 24 || minute > 59
        ? Optional.empty()
        : Optional.of(new Clock(m.end(), hour, minute, loose));
  }

  private static int minute(Matcher m) {
    if (m.group(2) != null) {
      return 30;
    }
    if (m.group(3) != null) {
      return "一".equals(m.group(3)) ? 15 : 45;
    }
    String said = m.group(4) != null ? m.group(4) : m.group(5);
    return said == null ? 0 : number(said);
  }

  private static int number(String said) {
    return ChineseNumber.parseInt(said).orElse(99);
  }
}
