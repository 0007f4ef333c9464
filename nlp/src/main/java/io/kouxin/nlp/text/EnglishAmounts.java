package io.kouxin.nlp.text;

import io.kouxin.nlp.text.Language.AmountValue;
import io.kouxin.nlp.text.Language.Found;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Quantities in English: three hundred thousand yuan, 20 percent, five units, ¥3,000. */
final class EnglishAmounts {
  private static final String DIGIT = "(?:zero|oh|one|two|three|four|five|six|seven|eight|nine)";

  /** Whatever follows money with the pennies left unnamed: "twelve dollars fifty a piece". */
  private static final String NO_THING =
      "(?= ?(?:$|[^\\w ]|(?:a|an|per|each|for|but|and|so|which|that|is|was|he|she|it|they|we|i|plus|net|instead|now|or|then)\\b))";

  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<![\\w.])(?:(?<sign>[¥$€]|rmb\\b|usd\\b|cny\\b) ?)?(?<n>"
              + EnglishNumber.TOKEN
              + ")(?: point (?<tenths>"
              + DIGIT
              + "(?: "
              + DIGIT
              + "){0,3})\\b(?: (?<of>hundred|thousand|million|billion|k)\\b)?)?(?<k>[km]\\b| k\\b)?(?: ?(?<unit>yuan|rmb|renminbi|kuai|dollars?|usd|euros?|cents|percent|per cent|%|units?|sets?|boxes|box|bottles?|kits?|machines?|pieces?|people|users?|beds?|tests?|samples?|cases?|pallets?|tons?|kilos?|kg|days?|weeks?|months?|years?|hours?|minutes?|times)(?!\\w))?"
              + "(?:(?<=yuan|kuai|dollars?|euros?) (?:(?:and )?(?<cents>"
              + EnglishNumber.SUB
              + ") cents|(?<bare>(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)(?: (?:five|nine))?|ten|fifteen)"
              + NO_THING
              + "))?");

  /** So large that it needs no unit, unless it is a year. */
  private static final Pattern LARGE =
      Pattern.compile(
          "(?!two thousand(?: and)? (?:ten|eleven|twelve|\\w+teen|twenty|thirty)(?: \\w+)?$).*\\w.*\\b(?:thousand|million|billion)\\b.*");

  private static final Pattern SAYING =
      Pattern.compile(" (?:thanks|reasons|things|questions|ideas|excuses|problems)\\b");

  private EnglishAmounts() {}

  static List<Found<AmountValue>> in(String text) {
    var out = new ArrayList<Found<AmountValue>>();
    Matcher m = AMOUNT.matcher(text);
    while (m.find()) {
      String unit = unit(m);
      if (isQuantity(m, unit, text)) {
        EnglishNumber.parse(m.group("n"))
            .map(v -> scaled(m, v))
            .ifPresent(
                v -> out.add(new Found<>(m.start(), m.end(), new AmountValue(plain(v), unit))));
      }
    }
    return out;
  }

  /** A number with its unit, or so large a one that it stands for itself: "fifty k". */
  private static boolean isQuantity(Matcher m, String unit, String text) {
    boolean article = m.group("n").matches("an?");
    return unit.isEmpty()
        ? !article && isLarge(m) && !SAYING.matcher(text).region(m.end(), text.length()).lookingAt()
        : !article || "CNY".equals(unit);
  }

  private static boolean isLarge(Matcher m) {
    String k = m.group("k");
    return LARGE.matcher(m.group("n")).matches()
        || (m.group("of") != null && !"hundred".equals(m.group("of")))
        || (k != null && k.endsWith("k"));
  }

  private static double scaled(Matcher m, double value) {
    double said = value;
    if (m.group("tenths") != null) {
      said += tenths(m.group("tenths"));
      said *= factor(m.group("of"));
    }
    String cents = m.group("cents") != null ? m.group("cents") : m.group("bare");
    if (cents != null) {
      said += EnglishNumber.parse(cents).orElse(0.0) / 100;
    }
    return said * factor(m.group("k"));
  }

  private static double factor(@Nullable String said) {
    return switch (said == null ? "" : said.strip()) {
      case "" -> 1;
      case "k" -> 1_000;
      case "m" -> 1_000_000;
      default -> EnglishNumber.parse(said == null ? "" : said).orElse(1.0);
    };
  }

  /** "Two five" behind the point is .25. */
  private static double tenths(String said) {
    double value = 0;
    double place = .1;
    for (String digit : said.split(" ")) {
      value += EnglishNumber.parse(digit).orElse(0.0) * place;
      place /= 10;
    }
    return value;
  }

  private static BigDecimal plain(double value) {
    BigDecimal exact =
        BigDecimal.valueOf(value).setScale(6, RoundingMode.HALF_EVEN).stripTrailingZeros();
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
