package io.kouxin.nlp.text;

import io.kouxin.nlp.text.Language.AmountValue;
import io.kouxin.nlp.text.Language.Found;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quantities of which only the size is said: 几十台, 百把万, 千把块, 上千万; read as the lower bound. */
final class ChineseRoundNumbers {
  private static final String UNIT = "(" + ChineseUnits.ANY + ")";
  private static final Pattern SOME = Pattern.compile("几([十百千万亿]{1,2})()" + UNIT + "?");

  /** 百把万, 千把块, 万把人. */
  private static final Pattern ABOUT =
      Pattern.compile("(?<![\\d零一二两三四五六七八九十百千万几])([百千万])把(?:([万亿])|(?=" + UNIT + "))" + UNIT + "?");

  /** 上千万, 破亿, 近千台; 晚上千万别忘 is none. */
  private static final Pattern UP_TO =
      Pattern.compile(
          "(?<=(?<![早晚马线身手路楼会网车街地海班天加以不错])[上近超过破])"
              + "([百千][万亿]|亿|[千万](?="
              + UNIT
              + "))()(?![别不要记得注当能一分])"
              + UNIT
              + "?");

  private static final List<Pattern> FORMS = List.of(SOME, ABOUT, UP_TO);

  private ChineseRoundNumbers() {}

  static Optional<Found<AmountValue>> at(String text, int from) {
    return FORMS.stream()
        .map(p -> p.matcher(text).region(from, text.length()).useTransparentBounds(true))
        .filter(Matcher::lookingAt)
        .findFirst()
        .flatMap(ChineseRoundNumbers::read);
  }

  private static Optional<Found<AmountValue>> read(Matcher m) {
    String size = m.group(1) + (m.group(2) == null ? "" : m.group(2));
    int power = size.chars().map(c -> ChineseNumber.power((char) c)).sum();
    String said = m.group(m.groupCount());
    String unit = said != null ? ChineseUnits.named(said) : power >= 4 ? "CNY" : "";
    return unit.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Found<>(m.start(), m.end(), new AmountValue(BigDecimal.TEN.pow(power), unit)));
  }
}
