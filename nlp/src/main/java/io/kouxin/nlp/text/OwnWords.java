package io.kouxin.nlp.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The words of a company's library, in pairs of characters: what a rep meant is rather one of these
 * than any other word. Safe for many threads once it is filled.
 */
public final class OwnWords {
  private final Map<String, Integer> phrases = new HashMap<>();
  private final Map<String, List<String>> sounding = new HashMap<>();

  /** Without any word: no library at all. */
  public OwnWords() {}

  /**
   * Adds what a phrase says.
   *
   * @param pair two characters; anything else is passed over
   * @param folded their syllables as {@link Pinyin#foldedSyllables} gives them
   */
  public void add(String pair, List<String> folded) {
    boolean characters = pair.length() == 2 && pair.chars().allMatch(PlainText::isHan);
    if (characters && phrases.merge(pair, 1, Integer::sum) == 1) {
      sounding.computeIfAbsent(key(folded), sound -> new ArrayList<>()).add(pair);
    }
  }

  private static String key(List<String> folded) {
    return String.join(" ", folded);
  }

  /** How often a pair of characters was added; 0 for never. */
  int phrases(String pair) {
    return phrases.getOrDefault(pair, 0);
  }

  /** The pairs of characters that sound so. */
  List<String> sounding(List<String> folded) {
    return sounding.getOrDefault(key(folded), List.of());
  }
}
