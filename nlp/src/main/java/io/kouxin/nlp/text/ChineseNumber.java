package io.kouxin.nlp.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Chinese numerals, written or dictated: 二十一, 一百二 (120), 两千五, 30万, 3千5, 二点五, 十几 (10, the lower
 * bound), 半, 俩. A leading 几 has no lower bound worth writing and gives nothing.
 */
final class ChineseNumber {
  /**
   * A number as a regular expression without groups, for the grammars of this room; of bounded
   * length, so that ten thousand digits in a row cost no more than ten thousand words.
   */
  static final String TOKEN =
      "(?:[\\d零〇一二两三四五六七八九十百][\\d零〇一二两三四五六七八九十百千万亿]{0,20}(?:[.点][\\d零〇一二三四五六七八九]{1,8})?|[半俩仨])";

  private static final String DIGITS = "零一二三四五六七八九";
  private static final Pattern VAGUE_TAIL = Pattern.compile("[几多来余]");
  private static final Pattern ABOUT =
      Pattern.compile("(?<![\\d零一二三四五六七八九.点])([一二三四五六七八])([二三四五六七八九])(?=[十百千万亿]|$)");
  private static final Pattern POSITIONAL = Pattern.compile("[\\d零〇一二三四五六七八九]+");

  private ChineseNumber() {}

  /** The value, or empty when this is no number. */
  static Optional<BigDecimal> parse(String said) {
    String text = VAGUE_TAIL.matcher(said.replace('〇', '零').replace('两', '二')).replaceAll("");
    text = lowerBound(text);
    return switch (text) {
      case "" -> Optional.empty();
      case "半" -> Optional.of(new BigDecimal("0.5"));
      case "俩" -> Optional.of(BigDecimal.TWO);
      case "仨" -> Optional.of(BigDecimal.valueOf(3));
      default -> said.startsWith("几") ? Optional.empty() : decimal(text);
    };
  }

  /** The value as an int, or empty when this is no whole number of that size. */
  static Optional<Integer> parseInt(String said) {
    return parse(said)
        .filter(v -> v.stripTrailingZeros().scale() <= 0 && v.precision() - v.scale() < 10)
        .map(BigDecimal::intValue);
  }

  /** 两三百, 一百五六十, 三五: of two digits that count up to one another the lower. */
  private static String lowerBound(String text) {
    Matcher m = ABOUT.matcher(text);
    var out = new StringBuilder();
    while (m.find()) {
      int first = digit(m.group(1).charAt(0));
      int second = digit(m.group(2).charAt(0));
      boolean about = second == first + 1 || (first == 3 && second == 5);
      m.appendReplacement(out, about ? m.group(1) : m.group());
    }
    return m.appendTail(out).toString();
  }

  private static Optional<BigDecimal> decimal(String text) {
    int point = Math.max(text.indexOf('.'), text.indexOf('点'));
    if (point < 0) {
      return whole(text);
    }
    int end = point + 1;
    while (end < text.length() && digit(text.charAt(end)) >= 0) {
      end++;
    }
    String fraction = positional(text.substring(point + 1, end));
    Optional<BigDecimal> scale =
        end == text.length() ? Optional.of(BigDecimal.ONE) : magnitude(text.substring(end));
    return fraction.isEmpty()
        ? Optional.empty()
        : whole(text.substring(0, point))
            .flatMap(w -> scale.map(s -> w.add(new BigDecimal("0." + fraction)).multiply(s)));
  }

  private static Optional<BigDecimal> magnitude(String units) {
    BigDecimal product = BigDecimal.ONE;
    for (char c : units.toCharArray()) {
      int power = power(c);
      if (power == 0) {
        return Optional.empty();
      }
      product = product.scaleByPowerOfTen(power);
    }
    return Optional.of(new BigDecimal(product.toBigInteger()));
  }

  private static Optional<BigDecimal> whole(String text) {
    if (POSITIONAL.matcher(text).matches()) {
      return Optional.of(new BigDecimal(positional(text)));
    }
    var sum = new Sum();
    for (int i = 0; i < text.length(); i++) {
      if (!sum.add(text.charAt(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(sum.value());
  }

  private static String positional(String text) {
    var out = new StringBuilder();
    text.chars().map(c -> digit((char) c)).forEach(out::append);
    return out.toString();
  }

  private static int digit(char c) {
    return c >= '0' && c <= '9' ? c - '0' : DIGITS.indexOf(c);
  }

  /** The power of ten a character stands for, 0 when it stands for none. */
  static int power(char c) {
    return switch (c) {
      case '十' -> 1;
      case '百' -> 2;
      case '千' -> 3;
      case '万' -> 4;
      case '亿' -> 8;
      default -> 0;
    };
  }

  /** Adds up characters from left to right. */
  private static final class Sum {
    private BigDecimal total = BigDecimal.ZERO;
    private BigDecimal section = BigDecimal.ZERO;
    private String pending = "";
    private int lastPower;
    private boolean afterZero;

    boolean add(char c) {
      int digit = digit(c);
      if (digit >= 0) {
        afterZero |= c == '零';
        pending += c == '零' ? "" : digit;
        return true;
      }
      int power = power(c);
      if (power == 0) {
        return false;
      }
      if (power < 4) {
        section =
            section.add(
                pendingOr(section.signum() == 0 || power == 1 ? 1 : 0).scaleByPowerOfTen(power));
      } else {
        section = section.add(pendingOr(0));
        total =
            power == 8
                ? total.add(section).scaleByPowerOfTen(8)
                : total.add(section.scaleByPowerOfTen(4));
        section = BigDecimal.ZERO;
      }
      lastPower = power;
      pending = "";
      afterZero = false;
      return true;
    }

    private BigDecimal pendingOr(int other) {
      return pending.isEmpty() ? BigDecimal.valueOf(other) : new BigDecimal(pending);
    }

    /** A last digit right behind 百, 千 or 万 counts the next lower unit: 一百二 is 120. */
    BigDecimal value() {
      BigDecimal rest = pendingOr(0);
      if (pending.length() == 1 && !afterZero && lastPower > 1) {
        rest = rest.scaleByPowerOfTen(lastPower - 1);
      }
      return new BigDecimal(total.add(section).add(rest).toBigInteger());
    }
  }
}
