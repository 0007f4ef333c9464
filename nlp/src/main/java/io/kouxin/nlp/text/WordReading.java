package io.kouxin.nlp.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads Chinese characters as words, each by how often it stood in newspapers. */
final class WordReading {
  /** The logarithm of the likelihood of a character that is no word of its own. */
  private static final double STRANGE = Math.log(1e-8);

  /**
   * Of a word that no newspaper had: so small that, against the words that newspapers have, it
   * seldom wins the reading of a text and is mostly a guess at what was meant.
   */
  private static final double NEW = Math.log(1e-9);

  private final Map<String, Double> likelihoods = new HashMap<>();

  private WordReading() {}

  /** Knows the words of the core dictionary. */
  static WordReading everyday() {
    var reading = new WordReading();
    Map<String, Integer> counts = new HashMap<>();
    CommonWords.each(
        (word, often) -> {
          if (often > 0 && word.chars().allMatch(PlainText::isHan)) {
            counts.put(word, often);
          }
        });
    double all = counts.values().stream().mapToDouble(n -> n).sum();
    counts.forEach((word, often) -> reading.likelihoods.put(word, Math.log(often / all)));
    return reading;
  }

  /** Knows these words, too; the newspapers' likelihood stays where there is one. */
  void learn(Collection<String> words) {
    words.forEach(word -> likelihoods.putIfAbsent(word, NEW));
  }

  /** Every word it knows. */
  Set<String> all() {
    return likelihoods.keySet();
  }

  /** The likeliest words behind a stretch of Chinese characters, in order. */
  List<String> words(String run) {
    double[] best = new double[run.length() + 1];
    int[] from = new int[run.length() + 1];
    Arrays.fill(best, 1, best.length, Double.NEGATIVE_INFINITY);
    for (int start = 0; start < run.length(); start++) {
      for (int end = start + 1; end <= Math.min(run.length(), start + Lexicon.LONGEST); end++) {
        double unknown = end - start == 1 ? STRANGE : Double.NEGATIVE_INFINITY;
        double likely = best[start] + likelihoods.getOrDefault(run.substring(start, end), unknown);
        if (likely > best[end]) {
          best[end] = likely;
          from[end] = start;
        }
      }
    }
    var out = new LinkedList<String>();
    for (int end = run.length(); end > 0; end = from[end]) {
      out.addFirst(run.substring(from[end], end));
    }
    return out;
  }
}
