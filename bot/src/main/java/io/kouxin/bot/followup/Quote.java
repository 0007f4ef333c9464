package io.kouxin.bot.followup;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The words of the record worth repeating: the sentence around a piece of evidence. What was spoken
 * often comes without any mark, so a sentence is never taken to reach further than a breath.
 */
public final class Quote {
  private static final String ENDS = "。！？；!?;\n";
  private static final int BREATH = 24;

  private Quote() {}

  /**
   * The sentence around the first evidence of a tag, without its final mark; empty if a person
   * ticked the tag, so that nobody said it.
   */
  public static Optional<String> of(FollowUp followUp, TagMark tag) {
    return tag.evidence().stream()
        .findFirst()
        .map(e -> around(followUp.text(), e))
        .map(Quote::bare);
  }

  /** What the customer cares most about, in their words: an objection before a need. */
  public static Optional<String> best(FollowUp followUp) {
    return followUp.asserted().stream()
        .sorted(Comparator.comparingInt(Quote::rank))
        .map(tag -> of(followUp, tag))
        .flatMap(Optional::stream)
        .findFirst();
  }

  private static int rank(TagMark tag) {
    int place = List.of("objection", "need").indexOf(tag.kind());
    return place < 0 ? 2 : place;
  }

  private static String around(String text, TagMark.Evidence evidence) {
    int start = Math.clamp(evidence.start(), 0, text.length());
    int end = Math.clamp(evidence.end(), start, text.length());
    return text.substring(backward(text, start), forward(text, end));
  }

  private static int backward(String text, int from) {
    int at = from;
    while (at > 0 && !isEnd(text, at - 1) && (from - at < BREATH || isInWord(text, at))) {
      at--;
    }
    return at;
  }

  private static int forward(String text, int from) {
    int at = from;
    while (at < text.length() && !isEnd(text, at) && (at - from < BREATH || isInWord(text, at))) {
      at++;
    }
    return at;
  }

  /** Chinese may be cut between any two characters, English only between words. */
  private static boolean isInWord(String text, int at) {
    return at > 0 && at < text.length() && isLatin(text.charAt(at - 1)) && isLatin(text.charAt(at));
  }

  private static boolean isLatin(char c) {
    return c == '\'' || (c < 0x250 && Character.isLetterOrDigit(c)) || Character.isSurrogate(c);
  }

  /** A full stop ends a sentence only before a blank: 3.5 and a name's initials do not. */
  private static boolean isEnd(String text, int at) {
    char c = text.charAt(at);
    boolean stop = c == '.' && (at + 1 == text.length() || text.charAt(at + 1) == ' ');
    return stop || ENDS.indexOf(c) >= 0;
  }

  private static String bare(String sentence) {
    return sentence.strip().replaceAll("[，,、：:]+$", "");
  }
}
