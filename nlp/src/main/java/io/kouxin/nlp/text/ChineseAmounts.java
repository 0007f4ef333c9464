package io.kouxin.nlp.text;

import io.kouxin.nlp.text.Language.AmountValue;
import io.kouxin.nlp.text.Language.Found;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantities in Chinese: 三十万, 九块六, 八折, 三成, 百分之十五, 两台, 四十多分钟, 一百二. */
final class ChineseAmounts {
  private static final String N = "(" + ChineseNumber.TOKEN + ")";
  private static final String UNIT =
      "个人(?!的)|个半月|个半小时|个半钟头|个半星期|个半礼拜|人民币|美元|美金|欧元|元钱|块钱|毛钱|分钱|元|块|毛|人份|人次|人|个月|个小时|个钟头|小时|分钟|秒|个工作日|天|周|个?礼拜|个?星期|年|季度|"
          + "公里|千米|平方米|平方|平米|立方|毫米|厘米|米|公斤|千克|毫克|毫升|克|升|吨|斤|度|台套|台|套|件|箱|盒|瓶|份|家|次|趟|回|条|辆|车|张|项|批|支|只|把|间|床|例|"
          + "颗|粒|片|包|袋|桶|个点|个|单|户|期|款|种|门店|班|班次|颗|根|卷|平|楼|层|号人|%|％";
  private static final Pattern PERCENT = Pattern.compile("百分之" + N);
  private static final Pattern SHARE = Pattern.compile(N + "(成|折)(?![功本立绩熟为果交了])([一二三四五六七八九])?");
  private static final Pattern MONEY =
      Pattern.compile("(" + ChineseNumber.TOKEN + ")块([一二三四五六七八九\\d])(毛)?([一二三四五六七八九])?(?:分?钱)?");
  private static final Pattern PLAIN =
      Pattern.compile(N + "([几多来余])?([万亿千百])?([多来余])?(半)?(" + UNIT + ")?(半(?![价天夜路场成]))?");

  private static final Pattern SHORT =
      Pattern.compile("(\\d{1,9}(?:\\.\\d{1,8})?)([wk])(?![a-z\\d])(?:元|块钱?)?");
  private static final Pattern GROUPED =
      Pattern.compile("(\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d{1,8})?)(?!\\d)(" + UNIT + ")?");
  private static final Pattern SOME = Pattern.compile("几([十百千万亿]{1,2})(" + UNIT + ")?");

  /** 一万二一台, 3000一吨: a price and what it is for. */
  private static final Pattern PRICE_EACH =
      Pattern.compile(
          "([\\d一二两三四五六七八九][\\d零一二两三四五六七八九十百千万亿.点]{0,20}?(?:\\d|[百千万亿]|[百千万亿][一二三四五六七八九]))一(?=台|套|吨|件|箱|盒|瓶|份|支|只|把|张|个(?!半)|年|个?月|桶|斤|公斤|平|颗|床|课时|节|次|人)");

  /** One of these is a word, not a quantity. */
  private static final Set<String> NOT_ONE =
      Set.of(
          "个", "家", "块", "条", "把", "件", "种", "项", "层", "只", "片", "份", "班", "批", "包", "度", "回", "米",
          "期", "款", "单", "个人");

  private ChineseAmounts() {}

  static List<Found<AmountValue>> in(String said) {
    String text = FormalDigits.plain(said);
    var out = new ArrayList<Found<AmountValue>>();
    for (int at = 0; at < text.length(); ) {
      Optional<Found<AmountValue>> found = at(text, at);
      found.ifPresent(out::add);
      at = found.map(Found::end).orElseGet(skipNumber(text, at));
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
      return signed(text, from);
    }
    return percent(text, from)
        .or(() -> share(text, from))
        .or(() -> money(text, from))
        .or(() -> shortened(text, from))
        .or(() -> grouped(text, from))
        .or(() -> priceEach(text, from))
        .or(() -> some(text, from))
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
            v -> {
              if ("折".equals(m.group(2))) {
                return found(m, v.movePointLeft(v.compareTo(BigDecimal.TEN) < 0 ? 1 : 2), "折");
              }
              return found(
                  m, v.multiply(BigDecimal.TEN).add(digit(m.group(3), BigDecimal.ONE)), "%");
            });
  }

  private static Optional<Found<AmountValue>> money(String text, int from) {
    Matcher m = MONEY.matcher(text).region(from, text.length());
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    return ChineseNumber.parse(m.group(1))
        .map(
            v ->
                v.add(digit(m.group(2), new BigDecimal("0.1")))
                    .add(digit(m.group(4), new BigDecimal("0.01"))))
        .map(v -> found(m, v, "CNY"));
  }

  private static BigDecimal digit(
      @org.jspecify.annotations.Nullable String said, BigDecimal worth) {
    return said == null
        ? BigDecimal.ZERO
        : ChineseNumber.parse(said).orElse(BigDecimal.ZERO).multiply(worth);
  }

  /** ¥3000, $4,500. */
  private static Optional<Found<AmountValue>> signed(String text, int from) {
    Matcher m = SIGNED.matcher(text).region(from, text.length());
    String unit = text.charAt(from) == '$' ? "USD" : "CNY";
    return m.lookingAt()
        ? ChineseNumber.parse(m.group(1).replace(",", ""))
            .map(
                v ->
                    found(
                        m,
                        new BigDecimal(v.scaleByPowerOfTen(power(m.group(2))).toPlainString()),
                        unit))
        : Optional.empty();
  }

  private static final Pattern SIGNED =
      Pattern.compile(
          "[¥$] ?(\\d{1,3}(?:,\\d{3}){1,5}(?:\\.\\d{1,8})?|\\d{1,12}(?:\\.\\d{1,8})?)([万亿千百])?");

  /** 50w, 20k. */
  private static Optional<Found<AmountValue>> shortened(String text, int from) {
    Matcher m = SHORT.matcher(text).region(from, text.length());
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    int power = "w".equals(m.group(2)) ? 4 : 3;
    return ChineseNumber.parse(m.group(1))
        .map(v -> found(m, new BigDecimal(v.scaleByPowerOfTen(power).toPlainString()), "CNY"));
  }

  private static Optional<Found<AmountValue>> grouped(String text, int from) {
    Matcher m = GROUPED.matcher(text).region(from, text.length());
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    String said = m.group(2) == null ? "" : m.group(2);
    return Optional.of(
        found(m, new BigDecimal(m.group(1).replace(",", "")), named(said.isEmpty() ? "元" : said)));
  }

  private static Optional<Found<AmountValue>> priceEach(String text, int from) {
    Matcher m = PRICE_EACH.matcher(text).region(from, text.length());
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    return ChineseNumber.parse(m.group(1))
        .filter(v -> v.compareTo(BigDecimal.TEN) > 0)
        .map(v -> new Found<>(m.start(), m.end(1), new AmountValue(v, "CNY")));
  }

  /** 几十台: at least ten. */
  private static Optional<Found<AmountValue>> some(String text, int from) {
    Matcher m = SOME.matcher(text).region(from, text.length());
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    int power = m.group(1).chars().map(c -> power(Character.toString(c))).sum();
    String said = m.group(2) == null ? "" : m.group(2);
    String unit = said.isEmpty() ? (power >= 4 ? "CNY" : "") : named(said);
    return unit.isEmpty()
        ? Optional.empty()
        : Optional.of(found(m, BigDecimal.TEN.pow(power), unit));
  }

  private static Optional<Found<AmountValue>> plain(String text, int from) {
    Matcher m = PLAIN.matcher(text).region(from, text.length());
    if (!m.lookingAt()) {
      return Optional.empty();
    }
    String said = m.group(6) == null ? "" : m.group(6);
    Optional<BigDecimal> number = value(m);
    String unit = unit(m, said);
    boolean nothing =
        number.isEmpty()
            || (said.isEmpty() && unit.isEmpty())
            || (number.get().compareTo(BigDecimal.ONE) == 0
                && NOT_ONE.contains(said)
                && m.group(7) == null);
    return nothing
        ? Optional.empty()
        : Optional.of(found(m, number.get().multiply(factor(said)), unit));
  }

  private static boolean unitWithHalf(Matcher m) {
    return m.group(6) != null && m.group(6).startsWith("个半");
  }

  private static Optional<BigDecimal> value(Matcher m) {
    BigDecimal half =
        m.group(5) != null || m.group(7) != null || unitWithHalf(m)
            ? new BigDecimal("0.5")
            : BigDecimal.ZERO;
    return ChineseNumber.parse(m.group(1))
        .map(v -> v.scaleByPowerOfTen(power(m.group(3))).add(half))
        .map(BigDecimal::stripTrailingZeros)
        .map(v -> v.scale() < 0 ? v.setScale(0) : v);
  }

  private static int power(@org.jspecify.annotations.Nullable String magnitude) {
    return magnitude == null
        ? 0
        : switch (magnitude) {
          case "十" -> 1;
          case "百" -> 2;
          case "千" -> 3;
          case "万" -> 4;
          default -> 8;
        };
  }

  private static BigDecimal factor(String said) {
    return switch (said) {
      case "毛", "毛钱" -> new BigDecimal("0.1");
      case "分钱" -> new BigDecimal("0.01");
      default -> BigDecimal.ONE;
    };
  }

  /** Money where money was named, and where a large or colloquial number (一百二) has no unit. */
  private static String unit(Matcher m, String said) {
    return said.isEmpty() ? (sum(m.group()) ? "CNY" : "") : named(said);
  }

  private static String named(String said) {
    return switch (said) {
      case "元", "元钱", "块", "块钱", "毛", "毛钱", "分钱", "人民币" -> "CNY";
      case "美元", "美金" -> "USD";
      case "欧元" -> "EUR";
      case "个点", "％", "%" -> "%";
      case "号人", "人", "个人" -> "人";
      case "个半月" -> "个月";
      default ->
          said.startsWith("个") && said.length() > 1 && !"个月".equals(said)
              ? said.substring(1)
              : said;
    };
  }

  private static boolean sum(String number) {
    return Pattern.matches(".*[万亿].*|.*[一二三四五六七八九两][百千][一二三四五六七八九]", number);
  }

  private static Found<AmountValue> found(Matcher m, BigDecimal value, String unit) {
    return new Found<>(m.start(), m.end(), new AmountValue(value, unit));
  }
}
