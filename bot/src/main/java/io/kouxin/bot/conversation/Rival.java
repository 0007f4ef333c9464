package io.kouxin.bot.conversation;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom we are compared with: 比迈瑞贵, "dearer than Mindray". */
final class Rival {
  /** How the ids of entries end that are about being dearer than somebody. */
  static final String ENTRY = "price-vs-competitor";

  /** The detail of a follow-up under which the name is kept. */
  static final String DETAIL = "rival";

  private static final Pattern CHINESE =
      Pattern.compile(
          "[比跟]([\\p{IsHan}A-Za-z]{2,6}?)(?:家的|那边|他们|家)?(?:还|要|都|的|报得|报价|卖得)*(?:贵|便宜|高|低)");
  private static final Pattern ENGLISH =
      Pattern.compile(
          "(?:dearer|cheaper|(?:more|less) expensive|higher|lower) than ([A-Za-z][\\w&'-]*)",
          Pattern.CASE_INSENSITIVE);
  private static final Set<String> NOBODY =
      Set.of(
          "以前",
          "去年",
          "上次",
          "别人",
          "别家",
          "人家",
          "同类",
          "同行",
          "预算",
          "市场",
          "他们",
          "我们",
          "之前",
          "预期",
          "想象",
          "the",
          "last",
          "our",
          "their",
          "his",
          "her",
          "before",
          "expected",
          "budget",
          "other",
          "we",
          "they",
          "you",
          "it",
          "what",
          "any");

  private Rival() {}

  /** The name, as it was said; empty if nobody is named. */
  static Optional<String> named(String text) {
    return find(CHINESE, text).or(() -> find(ENGLISH, text));
  }

  private static Optional<String> find(Pattern pattern, String text) {
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      String name = matcher.group(1);
      if (NOBODY.stream().noneMatch(name::equalsIgnoreCase)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }
}
