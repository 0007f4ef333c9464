package io.kouxin.nlp.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * The words of a company's library, in pairs of characters: what a rep meant is rather one of these
 * than any other word. Safe for many threads once it is filled.
 */
public final class OwnWords {
  private final Set<String> pairs = new HashSet<>();
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
    if (characters && pairs.add(pair)) {
      sounding.computeIfAbsent(key(folded), sound -> new ArrayList<>()).add(pair);
    }
  }

  private static String key(List<String> folded) {
    return String.join(" ", folded);
  }

  /** Whether each pair of characters in a word was added, be it by several phrases. */
  boolean say(String word) {
    return IntStream.range(1, word.length())
        .allMatch(i -> pairs.contains(word.substring(i - 1, i + 1)));
  }

  /** The pairs of characters that sound so. */
  List<String> sounding(List<String> folded) {
    return sounding.getOrDefault(key(folded), List.of());
  }
}
