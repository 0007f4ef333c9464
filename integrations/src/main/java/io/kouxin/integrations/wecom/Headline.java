package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Limits;

/**
 * WeCom refuses a card without a title (41016), and some of ours are one sentence: the sentence
 * begins in the title then and goes on in the body.
 */
final class Headline {
  private static final String BORDERS = "。！？；，\n!?;,";

  private Headline() {}

  /** The card, with a title if any words are left to make one of. */
  static Card on(Card card, String text, Limits limits) {
    if (!card.title().isBlank()) {
      return card;
    }
    if (card.body().isBlank()) {
      return titled(card, beginning(text.strip(), limits.title()), "");
    }
    String body = card.body().strip();
    int end = sentenceEnd(body, limits.title());
    return end > 0
        ? titled(card, body.substring(0, end).strip(), body.substring(end).strip())
        : titled(card, beginning(body, limits.title()), body);
  }

  private static Card titled(Card card, String title, String body) {
    return new Card(
        title,
        card.subtitle(),
        body,
        card.rows(),
        card.options(),
        card.buttons(),
        card.menu(),
        card.settled());
  }

  /** Where a title of at most so many characters can end; 0 if nowhere. */
  private static int sentenceEnd(String words, int most) {
    if (words.codePointCount(0, words.length()) <= most) {
      return words.length();
    }
    for (int at = words.offsetByCodePoints(0, most); at > 0; at--) {
      if (BORDERS.indexOf(words.charAt(at - 1)) >= 0) {
        return at;
      }
    }
    return 0;
  }

  private static String beginning(String words, int most) {
    return words.codePointCount(0, words.length()) <= most
        ? words
        : words.substring(0, words.offsetByCodePoints(0, most - 1)) + "…";
  }
}
