package io.kouxin.nlp.text;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Larger Chinese numerals in figures, for reading: 三百二十台 is 320台, 三十万 is 30万, 百分之十五 is 15%. What
 * may be no number, an ordinal, a day of the week or "two or three hundred" stays as it was said.
 */
final class Figures {
  private static final String DIGITS = "零〇一二两三四五六七八九";
  private static final String NUMERALS = DIGITS + "十百千万亿";
  private static final Pattern SHARE = Pattern.compile("百分之([一二三四五六七八九十][一二三四五六七八九十]*)(?![点零百])");
  private static final Pattern NUMBER = Pattern.compile("[一二两三四五六七八九十][零〇一二两三四五六七八九十百千万亿]+");

  /** Two digits side by side, which is a guess (两三百) or a code (一三八零). */
  private static final Pattern SIDE_BY_SIDE = Pattern.compile("[一二两三四五六七八九]{2}");

  private static final Pattern CODE = Pattern.compile("(?=.*[零〇]|.{6})[零〇一二三四五六七八九]{4,}");
  private static final String NOT_BEHIND = "第周期拜初几数";

  private Figures() {}

  static boolean isNumeral(char c) {
    return NUMERALS.indexOf(c) >= 0 || Character.isDigit(c);
  }

  /**
   * The words with figures.
   *
   * @param before the character in front of them
   */
  static String in(String words, char before) {
    String shares = SHARE.matcher(words).replaceAll(m -> percent(m.group(1)).orElse(m.group()));
    Matcher number = NUMBER.matcher(shares);
    return number.replaceAll(
        m -> {
          char left = m.start() == 0 ? before : shares.charAt(m.start() - 1);
          return NOT_BEHIND.indexOf(left) >= 0 || isNumeral(left)
              ? m.group()
              : figures(m.group()).orElse(m.group());
        });
  }

  private static Optional<String> percent(String numeral) {
    return SIDE_BY_SIDE.matcher(numeral).find()
        ? Optional.empty()
        : ChineseNumber.parseInt(numeral).map(n -> n + "%");
  }

  private static Optional<String> figures(String numeral) {
    if (CODE.matcher(numeral).matches()) {
      return Optional.of(digits(numeral));
    }
    char last = numeral.charAt(numeral.length() - 1);
    boolean large = last == '万' || last == '亿';
    String head = large ? numeral.substring(0, numeral.length() - 1) : numeral;
    boolean counted = head.length() == 1 || head.chars().anyMatch(c -> "十百千万".indexOf(c) >= 0);
    if (SIDE_BY_SIDE.matcher(head).find() || !counted || (!large && head.length() == 1)) {
      return Optional.empty();
    }
    return ChineseNumber.parse(head)
        .map(BigDecimal::toPlainString)
        .map(figures -> large ? figures + last : figures);
  }

  private static String digits(String numeral) {
    var out = new StringBuilder();
    numeral.chars().map(c -> "零一二三四五六七八九".indexOf(c == '〇' ? '零' : c)).forEach(out::append);
    return out.toString();
  }
}
