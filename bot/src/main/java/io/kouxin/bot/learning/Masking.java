package io.kouxin.bot.learning;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes out of an utterance whom it names: the customer by name or code, the people, numbers and
 * addresses that reach them. What stays is what an entry can learn from, 王主任嫌贵 as 主任嫌贵.
 */
final class Masking {
  private static final Pattern TITLE =
      Pattern.compile(
          "(?:副?(?:主任|院长|科长|处长|部长|局长|校长|厂长|店长|总监|总经理|经理|主管|董事长|会长|书记)"
              + "|护士长|护士|医生|大夫|教授|老师|工程师|老板|先生|女士|小姐|总|工|董|局|处|科)$");
  private static final Pattern ENGLISH_TITLE =
      Pattern.compile("^(?:dr|mr|mrs|ms|prof|professor|doctor)\\b", Pattern.CASE_INSENSITIVE);
  private static final Pattern NUMBER =
      Pattern.compile("[+＋]?[0-9０-９](?:[ -]?[0-9０-９]){6,}|[零〇一二三四五六七八九幺两]{7,}");
  private static final Pattern ADDRESS =
      Pattern.compile("[\\w.+-]{1,64}@[\\w-]{1,64}(?:\\.[\\w-]{1,64})+|https?://\\S+");

  private final Locale language;

  Masking(Locale language) {
    this.language = language;
  }

  /**
   * The utterance without names and numbers.
   *
   * @param customers all that the customer is called
   * @param people all who were named
   */
  String mask(String text, List<String> customers, List<String> people) {
    String masked = ADDRESS.matcher(text).replaceAll(english("some address", "某个地址"));
    masked = NUMBER.matcher(masked).replaceAll(english("some number", "某个号码"));
    for (String customer : longestFirst(customers)) {
      masked = without(masked, customer, english("the customer", "客户"));
    }
    for (String person : longestFirst(people)) {
      masked = without(masked, person, somebody(person));
    }
    return masked.strip();
  }

  private String somebody(String person) {
    if (english(true, false)) {
      return ENGLISH_TITLE.matcher(person).find() ? "the doctor" : "somebody";
    }
    Matcher title = TITLE.matcher(person);
    return title.find() && title.start() > 0 && title.group().length() > 1
        ? title.group()
        : title.find(0) && title.start() > 0 ? "某" + title.group() : "某人";
  }

  private static List<String> longestFirst(List<String> names) {
    return names.stream()
        .map(String::strip)
        .filter(name -> name.length() > 1)
        .distinct()
        .sorted(Comparator.comparingInt(String::length).reversed())
        .toList();
  }

  /** English names are whole words; Chinese ones stand between any characters. */
  private static String without(String text, String name, String instead) {
    boolean latin = name.chars().allMatch(c -> c < 0x250);
    String edge = latin ? "\\b" : "";
    return Pattern.compile(edge + Pattern.quote(name) + edge, Pattern.CASE_INSENSITIVE)
        .matcher(text)
        .replaceAll(Matcher.quoteReplacement(instead));
  }

  private <T> T english(T yes, T no) {
    return language.getLanguage().equals("en") ? yes : no;
  }
}
