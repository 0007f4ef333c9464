package io.kouxin.nlp.text;

import io.kouxin.nlp.text.Language.AmountValue;
import io.kouxin.nlp.text.Language.Found;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantities in English: three hundred thousand yuan, 20 percent, five units, ¥3,000. */
final class EnglishAmounts {
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![\\w.])(?:(?<sign>[¥$€]|rmb\\b|usd\\b|cny\\b) ?)?(?<n>"
              + EnglishNumber.TOKEN
              + ")(?: point (?<tenths>(?:one|two|three|four|five|six|seven|eight|nine))(?: (?<of>hundred|thousand|million))?)?(?<k>[km]\\b)?(?: ?(?<unit>yuan|rmb|renminbi|kuai|dollars?|usd|euros?|percent|per cent|%|units?|sets?|boxes|box|bottles?|kits?|machines?|pieces?|people|users?|beds?|tests?|samples?|cases?|pallets?|tons?|kilos?|kg|days?|weeks?|months?|years?|hours?|minutes?|times)(?!\\w))?");

  private EnglishAmounts() {}

  static List<Found<AmountValue>> in(String text) {
    var out = new ArrayList<Found<AmountValue>>();
    Matcher m = AMOUNT.matcher(text);
    while (m.find()) {
      String unit = unit(m);
      if (!unit.isEmpty()
          && !(m.group("n").startsWith("a") && unit.length() < 6 && !"CNY".equals(unit))) {
        EnglishNumber.parse(m.group("n"))
            .map(v -> scaled(m, v))
            .ifPresent(
                v -> out.add(new Found<>(m.start(), m.end(), new AmountValue(plain(v), unit))));
      }
    }
    return out;
  }

  private static double scaled(Matcher m, double value) {
    double said = value;
    if (m.group("tenths") != null) {
      said += EnglishNumber.parse(m.group("tenths")).orElse(0.0) / 10;
      said *= m.group("of") == null ? 1 : EnglishNumber.parse(m.group("of")).orElse(1.0);
    }
    return m.group("k") == null ? said : said * (m.group("k").equals("k") ? 1_000 : 1_000_000);
  }

  private static BigDecimal plain(double value) {
    BigDecimal exact = BigDecimal.valueOf(value).stripTrailingZeros();
    return exact.scale() < 0 ? exact.setScale(0) : exact;
  }

  private static String unit(Matcher m) {
    String sign = m.group("sign") == null ? "" : m.group("sign");
    String unit = m.group("unit") == null ? sign : m.group("unit");
    return switch (unit) {
      case "yuan", "cny", "rmb", "renminbi", "kuai", "¥" -> "CNY";
      case "dollar", "dollars", "usd", "$" -> "USD";
      case "euro", "euros", "€" -> "EUR";
      case "percent", "per cent" -> "%";
      default -> unit;
    };
  }
}
