package io.kouxin.nlp.text;

import io.kouxin.nlp.text.Language.AmountValue;
import io.kouxin.nlp.text.Language.Found;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Quantities in Chinese: 三十万, 八折, 三成, 百分之十五, 两台, 四十多分钟, 一百二, 一米八. Prices are in {@link
 * ChinesePrices}, units in {@link ChineseUnits}.
 */
final class ChineseAmounts {
  private static final String N = "(" + ChineseNumber.TOKEN + ")";
  private static final String UNIT = ChineseUnits.ANY;
  private static final Pattern PERCENT = Pattern.compile("百分之" + N);
  private static final Pattern SHARE = Pattern.compile(N + "(成|折)(?![功本立绩熟为果交了])([一二三四五六七八九])?");
  private static final Pattern PLAIN =
      Pattern.compile(N + "([几多来余])?(个亿|[万亿千百])?([多来余])?(半)?(" + UNIT + ")?(半(?![价天夜路场成]))?");
  private static final Pattern GROUPED =
      Pattern.compile("(\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d{1,8})?)(?!\\d)(" + UNIT + ")?");

  /** 一米八, 两吨三, 三十八度五: what is behind a measure is a tenth of it. */
  private static final Pattern TENTHS =
      Pattern.compile("[一二三四五六七八九]{1,2}(?![零一二两三四五六七八九十百千万亿点月号]|" + UNIT + "|[位头口名根块遍])");

  /** 三万一共, 两千一起: this 一 belongs to what follows. */
  private static final Pattern NEXT_WORD = Pattern.compile("一(?=[共起样定般直律并旦致向])");

  private ChineseAmounts() {}

  static List<Found<AmountValue>> in(String said) {
    String text = FormalDigits.plain(said);
    var out = new ArrayList<Found<AmountValue>>();
    for (int at = 0; at < text.length(); ) {
      int brand = ChineseBrands.end(text, at);
      Optional<Found<AmountValue>> found = brand > 0 ? Optional.empty() : at(text, at);
      found.ifPresent(out::add);
      at = brand > 0 ? brand : found.map(Found::end).orElseGet(skipNumber(text, at));
    }
    return out;
  }

  private static java.util.function.Supplier<Integer> skipNumber(String text, int at) {
    return () -> {
      Matcher m = PLAIN.matcher(text).region(at, text.length());
      return m.lookingAt() ? Math.max(at + 1, m.end(1)) : at + 1;
    };
  }

  private static Optional<Found<AmountValue>> at(String text, int from) {
    if (from > 0 && "第每周".indexOf(text.charAt(from - 1)) >= 0) {
      return Optional.empty();
    }
    if ("¥$".indexOf(text.charAt(from)) >= 0 && from + 1 < text.length()) {
      return ChinesePrices.signed(text, from);
    }
    return percent(text, from)
        .or(() -> share(text, from))
        .or(() -> grouped(text, from))
        .or(() -> ChinesePrices.at(text, from))
        .or(() -> ChineseRoundNumbers.at(text, from))
        .or(() -> plain(text, from));
  }

  private static Optional<Found<AmountValue>> percent(String text, int from) {
    Matcher m = PERCENT.matcher(text).region(from, text.length());
    return m.lookingAt()
        ? ChineseNumber.parse(m.group(1)).map(v -> found(m, v, "%"))
        : Optional.empty();
  }

  private static Optional<Found<AmountValue>> share(String text, int from) {
    Matcher m = SHARE.matcher(text).region(from, text.length()).useTransparentBounds(true);
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    return ChineseNumber.parse(m.group(1))
        .map(
            v ->
                "折".equals(m.group(2))
                    ? found(m, v.movePointLeft(v.compareTo(BigDecimal.TEN) < 0 ? 1 : 2), "折")
                    : found(m, v.multiply(BigDecimal.TEN).add(digit(m.group(3))), "%"));
  }

  private static BigDecimal digit(@Nullable String said) {
    return said == null ? BigDecimal.ZERO : ChineseNumber.parse(said).orElse(BigDecimal.ZERO);
  }

  private static Optional<Found<AmountValue>> grouped(String text, int from) {
    Matcher m = GROUPED.matcher(text).region(from, text.length());
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    String unit = ChineseUnits.named(m.group(2) == null ? "元" : m.group(2));
    return Optional.of(found(m, new BigDecimal(m.group(1).replace(",", "")), unit));
  }

  private static Optional<Found<AmountValue>> plain(String text, int from) {
    Matcher m = PLAIN.matcher(text).region(from, text.length()).useTransparentBounds(true);
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    Matcher next = NEXT_WORD.matcher(text).region(m.end(1) - 1, text.length());
    if (m.end(1) > from + 1 && next.useTransparentBounds(true).lookingAt()) {
      m.region(from, m.end(1) - 1).useTransparentBounds(false);
      if (!m.lookingAt()) {
        return Optional.empty();
      }
    }
    return measured(text, m).or(() -> counted(text, m));
  }

  private static Optional<Found<AmountValue>> counted(String text, Matcher m) {
    String said = m.group(6) == null ? "" : m.group(6);
    Optional<BigDecimal> number = value(m);
    String unit = unit(m, said);
    boolean nothing =
        number.isEmpty()
            || (said.isEmpty() && unit.isEmpty())
            || (number.get().compareTo(BigDecimal.ONE) == 0
                && ChineseUnits.isNothingWithOne(said)
                && m.group(7) == null)
            || (!said.isEmpty()
                && m.end(1) == m.start(6)
                && ChineseOrdinals.is(text, m.group(1), said, m.start(6)));
    return nothing
        ? Optional.empty()
        : Optional.of(found(m, number.get().multiply(ChineseUnits.factor(said)), unit));
  }

  private static Optional<Found<AmountValue>> measured(String text, Matcher m) {
    String said = m.group(6) == null ? "" : m.group(6);
    if (!ChineseUnits.isMeasure(said) || m.end(1) != m.start(6) || m.group(7) != null) {
      return Optional.empty();
    }
    Matcher tenths = TENTHS.matcher(text).region(m.end(), text.length());
    if (!tenths.useTransparentBounds(true).lookingAt()) {
      return Optional.empty();
    }
    return ChineseNumber.parse(m.group(1) + "点" + tenths.group())
        .map(v -> new Found<>(m.start(), tenths.end(), new AmountValue(v, said)));
  }

  private static Optional<BigDecimal> value(Matcher m) {
    boolean unitWithHalf = m.group(6) != null && m.group(6).startsWith("个半");
    BigDecimal half =
        m.group(5) != null || m.group(7) != null || unitWithHalf
            ? new BigDecimal("0.5")
            : BigDecimal.ZERO;
    return ChineseNumber.parse(m.group(1))
        .map(v -> v.scaleByPowerOfTen(power(m.group(3))).add(half))
        .map(BigDecimal::stripTrailingZeros)
        .map(v -> v.scale() < 0 ? v.setScale(0) : v);
  }

  private static int power(@Nullable String magnitude) {
    return magnitude == null ? 0 : ChineseNumber.power(magnitude.charAt(magnitude.length() - 1));
  }

  /** Money where money was named, and where a large or colloquial number (一百二) has no unit. */
  private static String unit(Matcher m, String said) {
    return said.isEmpty() ? (sum(m.group()) ? "CNY" : "") : ChineseUnits.named(said);
  }

  private static boolean sum(String number) {
    return Pattern.matches(".*[万亿].*|.*[一二三四五六七八九两][百千][一二三四五六七八九]", number);
  }

  private static Found<AmountValue> found(Matcher m, BigDecimal value, String unit) {
    return new Found<>(m.start(), m.end(), new AmountValue(value, unit));
  }
}
