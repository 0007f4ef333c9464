package io.kouxin.nlp.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The words of everyday Chinese and those of talk, by their sound. Words that the dictionary does
 * not have (账期) are found where two that touch in talk do so far more often than chance. Takes some
 * 20 MB; safe for many threads.
 */
final class Lexicon {
  /** Characters of the longest word. */
  static final int LONGEST = 4;

  /** Two that touch this often in talk, and so much more often than chance, are one word. */
  private static final int TOUCHING = 2;

  private static final int THAN_CHANCE = 20;

  private final Map<String, Integer> said = new HashMap<>();
  private final Map<String, List<String>> sounding;

  private Lexicon(Collection<String> talk) {
    WordReading reading = WordReading.everyday();
    List<String> runs = talk.stream().flatMap(t -> Arrays.stream(t.split("\\P{IsHan}+"))).toList();
    List<List<String>> texts = runs.parallelStream().map(reading::words).toList();
    texts.forEach(words -> words.forEach(this::count));
    reading.learn(joined(texts));
    said.clear();
    runs.parallelStream().map(reading::words).toList().forEach(words -> words.forEach(this::count));
    sounding =
        reading.all().parallelStream()
            .filter(word -> word.length() > 1)
            .collect(Collectors.groupingByConcurrent(Lexicon::sound));
  }

  /**
   * Learns from talk, and from the core dictionary.
   *
   * @param talk plain texts; only their Chinese stretches count
   */
  static Lexicon of(Collection<String> talk) {
    return new Lexicon(talk);
  }

  private void count(String word) {
    said.merge(word, 1, Integer::sum);
  }

  /** What stands together in talk so often that it is a word. */
  private List<String> joined(List<List<String>> texts) {
    Map<List<String>, Integer> touching = new HashMap<>();
    for (List<String> words : texts) {
      for (int i = 1; i < words.size(); i++) {
        List<String> two = List.of(words.get(i - 1), words.get(i));
        int length = two.get(0).length() + two.get(1).length();
        boolean single = two.get(0).length() == 1 || two.get(1).length() == 1;
        if (single && length <= LONGEST) {
          touching.merge(two, 1, Integer::sum);
        }
      }
    }
    double all = said.values().stream().mapToInt(n -> n).sum();
    var out = new ArrayList<String>();
    touching.forEach(
        (two, often) -> {
          double chance = said(two.get(0)) * (said(two.get(1)) / all);
          if (often >= TOUCHING && often > THAN_CHANCE * chance) {
            out.add(two.get(0) + two.get(1));
          }
        });
    return out;
  }

  private static String sound(String word) {
    return key(Pinyin.foldedSyllables(word));
  }

  private static String key(List<String> folded) {
    return String.join(" ", folded);
  }

  /** How often it was said in the talk. */
  int said(String word) {
    return said.getOrDefault(word, 0);
  }

  /**
   * The words of two to four characters that sound so.
   *
   * @param folded syllables as {@link Pinyin#foldedSyllables} gives them
   */
  List<String> sounding(List<String> folded) {
    return sounding.getOrDefault(key(folded), List.of());
  }
}
