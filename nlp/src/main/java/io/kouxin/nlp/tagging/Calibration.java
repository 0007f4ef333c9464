package io.kouxin.nlp.tagging;

import java.util.Arrays;

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

    /** Adds a memo's share of the mean score of a phrase. */
    void add(int phrase, double share) {
      sums[phrase] += share;
    }

    Calibration done() {
      return new Calibration(sums);
    }
  }

  /**
   * What is known of the phrases that were kept; the rest is average.
   *
   * @param kept by the number of a phrase, its number in this calibration; below 0 for a new one
   */
  Calibration carriedOver(int[] kept) {
    double ordinary = Arrays.stream(background).average().orElse(0);
    return new Calibration(
        Arrays.stream(kept).mapToDouble(p -> p < 0 ? ordinary : background[p]).toArray());
  }

  /** The score of a phrase over what it gets in any memo. */
  double above(int phrase, double score) {
    return Math.max(0, score - background[phrase]);
  }
}
