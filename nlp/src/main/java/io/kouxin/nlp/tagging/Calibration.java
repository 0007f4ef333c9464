package io.kouxin.nlp.tagging;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * Turns raw scores into a probability that an entry holds, and says what is certain enough.
 *
 * @param background the mean score of each phrase over the background memos; what a phrase gets
 *     anyway does not count
 * @param certain raw score from which an entry is tagged without asking
 */
record Calibration(double[] background, double certain) {
  /** Middle of the plateau on which the labelled development memos score best (.12 to .15). */
  private static final double CERTAIN = 0.135;

  /** The same without real memos: common words are not known to be common, so more is asked. */
  private static final double CERTAIN_AT_FIRST_START = 0.19;

  /** Below this not worth a rep's glance. */
  private static final double WORTH_A_LOOK = 0.015;

  /** How much of the threshold is enough for an entry that stands out in a single sentence. */
  private static final double STANDING_OUT = 2 / 3.0;

  /** And how many times the score of the next entry it must have. */
  private static final double AHEAD = 4 / 3.0;

  private static final double SLOPE = 1.6;

  /** Adds up what phrases score in background memos. */
  static final class Counting {
    private final double[] sums;

    Counting(int phrases) {
      sums = new double[phrases];
    }

    void add(int phrase, double score) {
      sums[phrase] += score;
    }

    /**
     * The means over so many memos; nothing is known from none.
     *
     * @param real whether the memos are the tenant's own
     */
    Calibration over(int memos, boolean real) {
      return new Calibration(
          Arrays.stream(sums).map(sum -> memos == 0 ? 0 : sum / memos).toArray(),
          real ? CERTAIN : CERTAIN_AT_FIRST_START);
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
    return new Calibration(carried, certain);
  }

  private static String name(Phrases library, int phrase) {
    Phrase found = library.phrases().get(phrase);
    return library.entries().get(found.entry()).id() + '\n' + found.plain();
  }

  /** The score of a phrase over what it gets in any memo. */
  double above(int phrase, double score) {
    return Math.max(0, score - background[phrase]);
  }

  boolean certain(double score) {
    return score >= certain;
  }

  /**
   * Whether the best entry of a single sentence is certain because no other comes near. A score is
   * the best of all windows of a memo; with one window there is less chance in it, and chance gives
   * several entries about the same.
   *
   * @param second the raw score of the next entry; 0 when there is none
   */
  boolean standsOut(double best, double second) {
    return best >= STANDING_OUT * certain && best >= AHEAD * second;
  }

  static boolean worthALook(double score) {
    return score >= WORTH_A_LOOK;
  }

  /** 0 to 1; one half at the threshold, logistic in the logarithm of the raw score. */
  double probability(double score) {
    return score <= 0 ? 0 : 1 / (1 + Math.pow(certain / score, SLOPE));
  }
}
