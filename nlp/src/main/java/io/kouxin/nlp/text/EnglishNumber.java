package io.kouxin.nlp.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * English numbers from 0 to some billions in words or digits, cardinal or ordinal: twenty five,
 * 3rd.
 */
final class EnglishNumber {
  private static final List<String> SMALL =
      List.of(
          "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
              .split(" "));
  private static final List<String> TENS =
      List.of("twenty thirty forty fifty sixty seventy eighty ninety".split(" "));
  private static final List<String> ORDINALS =
      List.of(
          "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
              .split(" "));
  private static final String WORD =
      "(?:" + String.join("|", SMALL.reversed()) + "|" + String.join("|", TENS) + ")";

  /** Below one hundred. */
  static final String SUB =
      "(?:(?:"
          + String.join("|", TENS)
          + ")(?:[ -](?:"
          + String.join("|", SMALL.subList(1, 10))
          + "))?|"
          + String.join("|", SMALL.reversed())
          + ")";

  /** An hour in words. */
  static final String HOUR = "(?:" + String.join("|", SMALL.subList(1, 13)) + ")";

  private static final String SCALE = "(?:hundred|thousand|million|billion|dozen)";

  /**
   * One number as a regular expression without groups, of bounded length. "And" goes on only with
   * what is less than the hundred or thousand in front of it: "between ten and twenty" are two.
   */
  static final String TOKEN =
      "(?:\\d{1,12}(?:,\\d{3}){0,4}(?:\\.\\d{1,8})?|(?:half an?(?= "
          + SCALE
          + ")|an?(?! (?:"
          + WORD
          + ")\\b)|half|"
          + WORD
          + "(?: and a half\\b)?)(?:[ -](?:(?<=\\bhundred )and "
          + SUB
          + "\\b(?![ -]hundred)|(?<=\\b(?:thousand|million) )and "
          + SUB
          + "\\b(?![ -](?:hundred|thousand|million))|"
          + WORD
          + "|"
          + SCALE
          + "(?: and a half\\b)?)){0,9}|hundred|thousand)";

  /** One ordinal up to thirty first as a regular expression without groups. */
  static final String ORDINAL =
      "(?:\\d{1,2}(?:st|nd|rd|th)|(?:twenty|thirty)[ -](?:"
          + String.join("|", ORDINALS.subList(1, 10))
          + ")|twentieth|thirtieth|"
          + String.join("|", ORDINALS.reversed())
          + ")";

  private static final Pattern DIGITS = Pattern.compile("\\d+(?:\\.\\d+)?");

  private EnglishNumber() {}

  /** The value of a cardinal, or empty when a word is no number. */
  static Optional<Double> parse(String said) {
    String plain = said.toLowerCase(Locale.ROOT).replace(",", "").replace('-', ' ').strip();
    plain = plain.replace(" and a half", " half").replaceFirst("^half an? ", "half ");
    if (DIGITS.matcher(plain).matches()) {
      return Optional.of(Double.parseDouble(plain));
    }
    double total = 0;
    double current = 0;
    for (String word : plain.split(" +")) {
      double value = word(word);
      if (Double.isNaN(value)) {
        return Optional.empty();
      }
      if (value >= 1000) {
        total += (current == 0 ? 1 : current) * value;
        current = 0;
      } else {
        boolean scale = value == 100 || "dozen".equals(word);
        current = scale ? (current == 0 ? 1 : current) * value : current + value;
      }
    }
    return Optional.of(total + current);
  }

  private static double word(String word) {
    int tens = TENS.indexOf(word);
    int small = SMALL.indexOf(word);
    return switch (word) {
      case "and" -> 0;
      case "a", "an" -> 1;
      case "half" -> 0.5;
      case "hundred" -> 100;
      case "thousand" -> 1000;
      case "dozen" -> 12;
      case "million" -> 1_000_000;
      case "billion" -> 1_000_000_000;
      default -> tens >= 0 ? 20 + 10 * tens : small >= 0 ? small : Double.NaN;
    };
  }

  /** The value of an ordinal, or empty. */
  static Optional<Integer> ordinal(String said) {
    String plain = said.toLowerCase(Locale.ROOT).replace('-', ' ');
    if (Character.isDigit(plain.charAt(0))) {
      return Optional.of(Integer.parseInt(plain.replaceAll("\\D", "")));
    }
    if (plain.endsWith("ieth")) {
      return Optional.of(plain.startsWith("twen") ? 20 : 30);
    }
    String[] words = plain.split(" ");
    int unit = ORDINALS.indexOf(words[words.length - 1]);
    int tens = words.length < 2 ? 0 : "twenty".equals(words[0]) ? 20 : 30;
    return unit < 0 ? Optional.empty() : Optional.of(tens + unit);
  }
}
