package io.kouxin.nlp.tagging;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * What phrases score in memos that are not about them.
 *
 * @param background the mean score of each phrase over the background memos; what a phrase gets
 *     anyway does not count
 */
record Calibration(double[] background) {

  /** Adds up what phrases score in background memos. */
  static final class Counting {
    private final double[] sums;

    Counting(int phrases) {
      sums = new double[phrases];
    }

    void add(int phrase, double score) {
      sums[phrase] += score;
    }

    /** The means over so many memos; nothing is known from none. */
    Calibration over(int memos) {
      return new Calibration(
          Arrays.stream(sums).map(sum -> memos == 0 ? 0 : sum / memos).toArray());
    }
  }

  /** What is known of the phrases of one library that are also in another; the rest is average. */
  Calibration carriedOver(Phrases from, Phrases to) {
    double ordinary = Arrays.stream(background).average().orElse(0);
    Map<String, Double> known = new HashMap<>();
    for (int p = 0; p < background.length; p++) {
      known.put(name(from, p), background[p]);
    }
    double[] carried = new double[to.phrases().size()];
    Arrays.setAll(carried, p -> known.getOrDefault(name(to, p), ordinary));
    return new Calibration(carried);
  }

  private static String name(Phrases library, int phrase) {
    Phrase found = library.phrases().get(phrase);
    return library.entries().get(found.entry()).id() + '\n' + found.plain();
  }

  /** The score of a phrase over what it gets in any memo. */
  double above(int phrase, double score) {
    return Math.max(0, score - background[phrase]);
  }
}
