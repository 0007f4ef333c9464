package io.kouxin.bot.wording;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What every message of the bot keeps to; a broken rule is said with its key. */
public final class MessageRules {
  private static final Pattern MACHINE_WORDS = Pattern.compile("系统|字段|必填|标签|禁止|驳回|失败|非法|请知悉|您");
  private static final Pattern MANY_SHOUTS = Pattern.compile("[！!]\\s*[！!]");
  private static final Pattern EMOJI =
      Pattern.compile("[\\p{IsEmoji_Presentation}\\p{IsExtended_Pictographic}&&[^©®™↔]]");
  private static final Pattern HAN = Pattern.compile("\\p{IsHan}");

  /** Ids and codes: price-vs-competitor, follow_up, fu:12, 0190ab…, DZ1001. */
  private static final Pattern CODE =
      Pattern.compile(
          "(?<![\\w.])(?:[a-z]+[-_:][\\w-]+|[0-9a-f]{8,}|[A-Z]{2,}\\d{3,}|[a-z]+[A-Z]\\w*)|null\\b");

  /** What an administrator is to type looks like that; so does the name of a variable. */
  private static final Pattern NO_CODE =
      Pattern.compile("java -jar [^；。]*|/api/[\\w/-]+|\\{\\w+\\}");

  private static final Pattern ISO_TIME = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\dT\\d");

  private MessageRules() {}

  /** Every broken rule of these texts, each as {@code key: what is wrong}. */
  public static List<String> broken(Map<String, String> texts) {
    List<String> broken = new ArrayList<>();
    texts.forEach(
        (key, text) -> {
          report(MACHINE_WORDS, "says like a machine", key, text, broken);
          report(MANY_SHOUTS, "shouts", key, text, broken);
          report(EMOJI, "has an emoji", key, text, broken);
          if (HAN.matcher(text).find()) {
            report(CODE, "shows a code", key, NO_CODE.matcher(text).replaceAll(""), broken);
          }
          report(ISO_TIME, "writes a time for machines", key, text, broken);
          if (text.codePointCount(0, text.length()) > Sentences.LONGEST) {
            broken.add(key + ": is longer than " + Sentences.LONGEST + " characters");
          }
          if (text.isBlank()) {
            broken.add(key + ": says nothing");
          }
        });
    return broken;
  }

  /** Keys that one of the two languages lacks, and keys whose variables differ. */
  public static List<String> differences(Sentences one, Sentences other) {
    List<String> found = new ArrayList<>();
    var keys = new TreeSet<>(one.keys());
    keys.addAll(other.keys());
    for (String key : keys) {
      if (!one.keys().contains(key) || !other.keys().contains(key)) {
        found.add(key + ": is missing in " + lacking(one, other, key));
      } else if (!one.variables(key).equals(other.variables(key))) {
        found.add(key + ": has " + one.variables(key) + " and " + other.variables(key));
      }
    }
    return found;
  }

  private static Locale lacking(Sentences one, Sentences other, String key) {
    return one.keys().contains(key) ? other.language() : one.language();
  }

  private static void report(
      Pattern rule, String what, String key, String text, List<String> broken) {
    var found = rule.matcher(text);
    if (found.find()) {
      broken.add(key + ": " + what + ": " + found.group());
    }
  }
}
