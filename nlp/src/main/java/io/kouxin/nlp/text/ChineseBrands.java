package io.kouxin.nlp.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of companies and goods that begin with a quantity: 三只松鼠, 七天酒店. */
final class ChineseBrands {
  private static final Pattern NAMES =
      Pattern.compile("三只松鼠|六个核桃|五个女博士|三元(?=牛奶|酸奶|鲜奶|奶|乳|食品)|[七7]天(?=酒店|连锁)|百度(?!的?[高温热])");

  private ChineseBrands() {}

  /** Where the brand that begins here ends; -1 if none does. */
  static int end(String text, int at) {
    Matcher m = NAMES.matcher(text).region(at, text.length()).useTransparentBounds(true);
    return m.lookingAt() ? m.end() : -1;
  }
}
