package io.kouxin.bot.learning;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.TagMark;
import java.util.Optional;

/** The words around a piece of evidence: as an utterance, not as a keyword. */
final class Excerpt {
  private static final String ENDS = "，。！？；：、,!?;:\n";

  /** How far words reach that were said in one breath, without any mark. */
  private static final int BREATH = 10;

  private static final int LONGEST_CLAUSE = 40;

  private Excerpt() {}

  /** The clause around the first evidence of a tag; empty if a person put it there without any. */
  static Optional<String> around(FollowUp followUp, TagMark tag) {
    return tag.evidence().stream()
        .findFirst()
        .map(evidence -> clause(followUp.text(), evidence))
        .filter(words -> !words.isBlank());
  }

  private static String clause(String text, TagMark.Evidence evidence) {
    int start = Math.clamp(evidence.start(), 0, text.length());
    int end = Math.clamp(evidence.end(), start, text.length());
    int from = backward(text, start, text.length());
    int to = forward(text, end, text.length());
    if (to - from > Math.max(LONGEST_CLAUSE, 2 * (end - start)) * width(text)) {
      from = backward(text, start, BREATH * width(text));
      to = forward(text, end, BREATH * width(text));
    }
    return text.substring(from, to).strip();
  }

  /** Latin words are longer than Chinese ones. */
  private static int width(String text) {
    long latin = text.chars().filter(Excerpt::isLatin).count();
    return latin * 2 > text.length() ? 3 : 1;
  }

  private static int backward(String text, int from, int most) {
    int at = from;
    while (at > 0 && !isEnd(text, at - 1) && (from - at < most || isInWord(text, at))) {
      at--;
    }
    return at;
  }

  private static int forward(String text, int from, int most) {
    int at = from;
    while (at < text.length() && !isEnd(text, at) && (at - from < most || isInWord(text, at))) {
      at++;
    }
    return at;
  }

  private static boolean isInWord(String text, int at) {
    return at > 0 && at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
  }

  private static boolean isLatin(int c) {
    return c == '\''
        || (c < 0x250 && Character.isLetterOrDigit(c))
        || Character.isSurrogate((char) c);
  }

  /** A full stop ends a sentence only before a blank: 3.5 does not. */
  private static boolean isEnd(String text, int at) {
    char c = text.charAt(at);
    boolean stop = c == '.' && (at + 1 == text.length() || text.charAt(at + 1) == ' ');
    return stop || ENDS.indexOf(c) >= 0;
  }
}
