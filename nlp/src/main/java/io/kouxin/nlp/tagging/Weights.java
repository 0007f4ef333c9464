package io.kouxin.nlp.tagging;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How much a gram says: inverse document frequency over the entries of the library and the
 * background memos, scaled to 0..1 and never below {@value #FLOOR}: log((N+1)/(df+½)) / log(N+1).
 */
final class Weights {
  private static final double FLOOR = 0.05;

  /** A single character says less than its pairs, which are counted as well. */
  static final double SINGLE = 0.6;

  private final Map<String, Integer> documents = new HashMap<>();
  private int count;

  /** Counts one document. */
  void add(List<String> distinctGrams) {
    count++;
    distinctGrams.forEach(g -> documents.merge(g, 1, Integer::sum));
  }

  double of(String gram) {
    double idf =
        Math.log((count + 1.0) / (documents.getOrDefault(gram, 0) + 0.5)) / Math.log(count + 1.0);
    return Math.clamp(idf, FLOOR, 1.0);
  }
}
