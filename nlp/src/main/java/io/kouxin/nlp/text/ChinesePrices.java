package io.kouxin.nlp.text;

import io.kouxin.nlp.text.Language.AmountValue;
import io.kouxin.nlp.text.Language.Found;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Money as it is said in shops and on the phone: 九块六, 八毛五, 五十块一箱, 一万二一台, 50w, ¥3000. */
final class ChinesePrices {
  private static final Pattern COIN =
      Pattern.compile("(" + ChineseNumber.TOKEN + ")(块|毛(?![利重坯巾病刺衣料]))(零)?");
  private static final Pattern CENTS = Pattern.compile("\\d{1,2}(?![\\d.,])|[一二三四五六七八九]");
  private static final Pattern CENT = Pattern.compile("[一二三四五六七八九\\d](?!\\d)");
  private static final Pattern END = Pattern.compile("(?:分?钱|分(?=$|[，。,.的一每了就还都不]))?");

  /** What a digit in front of it counts: 五百块三台, 九块九三月底涨; but 三块五月结, 两块三天天涨. */
  private static final String COUNTS =
      "(?:" + ChineseUnits.GOODS + "|台(?!湾)|位|天(?![天津猫])|号|月(?![结付租供均息费销]))";

  /** Behind 块 this begins a number of its own: 五块二十个, 十块三斤, 五十块一箱, 三块五一共. */
  private static final Pattern COUNTED =
      Pattern.compile(
          "[一1]"
              + ChineseUnits.EACH
              + "|\\d{1,2}"
              + COUNTS
              + "|[一二三四五六七八九](?:"
              + COUNTS
              + "|[十百千万亿点])");

  private static final Pattern SHORT =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,8})?)([wk])(?![a-z\\d])(?:元|块钱?)?");
  private static final Pattern SIGNED =
      Pattern.compile(
          "[¥$] ?(\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d{1,8})?|\\d{1,12}(?:\\.\\d{1,8})?)([万亿千百])?");

  /** 一万二一台, 七十五一盒, 3000一吨: a price and what it is for; 八十一盒 are 81. */
  private static final Pattern PRICE_EACH =
      Pattern.compile(
          "(?=[\\d一二两三四五六七八九十])([\\d零一二两三四五六七八九十百千万亿.点]{0,20}?"
              + "(?:\\d|[百千万亿]|[百千万亿十零][一二三四五六七八九]))一(?="
              + ChineseUnits.EACH
              + ")");

  /** 七点五一盒: no one counts hundredths of a box. */
  private static final Pattern TENTHS_EACH =
      Pattern.compile(
          "([一二两三四五六七八九十百]{1,5}点[一二三四五六七八九]|\\d{1,4}\\.\\d)一(?=" + ChineseUnits.GOODS + ")");

  /** 一块一斤 is a price, 石材一块一个样 is none. */
  private static final Pattern ONE_EACH =
      Pattern.compile("一" + ChineseUnits.GOODS + "(?=$|[，。,.的都也还就吧了])");

  private ChinesePrices() {}

  static Optional<Found<AmountValue>> at(String text, int from) {
    return coins(text, from)
        .or(() -> shortened(text, from))
        .or(() -> each(text, from, TENTHS_EACH, 0))
        .or(() -> each(text, from, PRICE_EACH, 10));
  }

  private static Optional<Found<AmountValue>> each(
      String text, int from, Pattern pattern, int above) {
    Matcher m = pattern.matcher(text).region(from, text.length()).useTransparentBounds(true);
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    return ChineseNumber.parse(m.group(1))
        .filter(v -> v.compareTo(BigDecimal.valueOf(above)) > 0)
        .map(v -> new Found<>(m.start(), m.end(1), new AmountValue(v, "CNY")));
  }

  /** 九块六, 三块五毛八, 十块零五毛, 八毛五. */
  private static Optional<Found<AmountValue>> coins(String text, int from) {
    Matcher m = COIN.matcher(text).region(from, text.length()).useTransparentBounds(true);
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    boolean dimes = m.group(2).startsWith("毛");
    var rest = Small.behind(text, m.end(), dimes ? 1 : 0);
    if (rest.value().signum() == 0) {
      return oneEach(text, m);
    }
    if (m.group(3) != null && !rest.named()) {
      rest = new Small(rest.value().movePointLeft(1), rest.end(), false);
    }
    BigDecimal more = rest.value();
    int end = rest.end();
    return ChineseNumber.parse(m.group(1))
        .map(v -> (dimes ? v.movePointLeft(1) : v).add(more))
        .map(v -> new Found<>(from, end, new AmountValue(v, "CNY")));
  }

  private static Optional<Found<AmountValue>> oneEach(String text, Matcher m) {
    boolean each =
        text.startsWith("一块", m.start())
            && ONE_EACH.matcher(text).region(m.end(), text.length()).lookingAt();
    return each
        ? Optional.of(new Found<>(m.start(), m.end(), new AmountValue(BigDecimal.ONE, "CNY")))
        : Optional.empty();
  }

  /**
   * What stands behind 块 or 毛.
   *
   * @param value in yuan, 0 when nothing does
   * @param named whether 毛 was said with it
   */
  private record Small(BigDecimal value, int end, boolean named) {

    /** Reads at a place: behind 块 tenths of a yuan (place 0), behind 毛 hundredths (place 1). */
    static Small behind(String text, int at, int place) {
      Matcher first = CENTS.matcher(text).region(at, text.length()).useTransparentBounds(true);
      if (!first.lookingAt() || beginsAnother(text, at)) {
        return new Small(BigDecimal.ZERO, at, false);
      }
      String said = first.group();
      BigDecimal value =
          ChineseNumber.parse(said).orElse(BigDecimal.ZERO).movePointLeft(place + said.length());
      int end = first.end();
      boolean named = end < text.length() && text.charAt(end) == '毛';
      end += named ? 1 : 0;
      Matcher second = CENT.matcher(text).region(end, text.length()).useTransparentBounds(true);
      if (place == 0 && said.length() == 1 && second.lookingAt() && !beginsAnother(text, end)) {
        value =
            value.add(ChineseNumber.parse(second.group()).orElse(BigDecimal.ZERO).movePointLeft(2));
        end = second.end();
      }
      Matcher rest = END.matcher(text).region(end, text.length());
      return new Small(value, rest.lookingAt() ? rest.end() : end, named);
    }

    private static boolean beginsAnother(String text, int at) {
      boolean word =
          text.charAt(at) == '一' && !text.startsWith("毛", at + 1) && CommonWords.startsAt(text, at);
      return word || COUNTED.matcher(text).region(at, text.length()).lookingAt();
    }
  }

  /** ¥3000, $4,500. */
  static Optional<Found<AmountValue>> signed(String text, int from) {
    Matcher m = SIGNED.matcher(text).region(from, text.length());
    String unit = text.charAt(from) == '$' ? "USD" : "CNY";
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    int power = m.group(2) == null ? 0 : ChineseNumber.power(m.group(2).charAt(0));
    return scaled(m, power, unit);
  }

  /** 50w, 20k. */
  private static Optional<Found<AmountValue>> shortened(String text, int from) {
    Matcher m = SHORT.matcher(text).region(from, text.length());
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    int power = "w".equals(m.group(2)) ? 4 : 3;
    return scaled(m, power, "CNY");
  }

  /** Written out: 50w is 500000, not 5E+5. */
  private static Optional<Found<AmountValue>> scaled(Matcher m, int power, String unit) {
    return ChineseNumber.parse(m.group(1).replace(",", ""))
        .map(v -> new BigDecimal(v.scaleByPowerOfTen(power).toPlainString()))
        .map(v -> new Found<>(m.start(), m.end(), new AmountValue(v, unit)));
  }
}
