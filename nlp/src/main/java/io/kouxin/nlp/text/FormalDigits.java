package io.kouxin.nlp.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Numerals as cheques write them (叁拾万) become plain ones; 陆主任 and 伍总 keep their names. */
final class FormalDigits {
  private static final String FORMAL = "壹贰叁肆伍陆柒捌玖拾佰仟";
  private static final String PLAIN = "一二三四五六七八九十百千";
  private static final Pattern RUN =
      Pattern.compile(
          "["
              + FORMAL
              + "]{2,20}+|(?<=周|星期|礼拜)["
              + FORMAL
              + "]|["
              + FORMAL
              + "](?=[点号日月万亿元圆台套箱%十百千])");

  private FormalDigits() {}

  /** The same text, of the same length. */
  static String plain(String text) {
    Matcher m = RUN.matcher(text);
    if (!m.find()) {
      return text;
    }
    var out = new StringBuilder(text);
    do {
      for (int at = m.start(); at < m.end(); at++) {
        out.setCharAt(at, PLAIN.charAt(FORMAL.indexOf(text.charAt(at))));
      }
    } while (m.find());
    return out.toString();
  }
}
