package io.kouxin.nlp.tagging;

/**
 * Turns raw scores into a probability that an entry holds, and says what is certain enough.
 *
 * @param background the mean score of each phrase over the background memos; what a phrase gets
 *     anyway does not count
 */
record Calibration(double[] background) {
  /** Middle of the plateau on which the labelled development memos score best (.12 to .24). */
  private static final double CERTAIN = 0.16;

  /** Below this not worth a rep's glance. */
  private static final double WORTH_A_LOOK = 0.02;

  private static final double SLOPE = 1.6;

  static Calibration none(int phrases) {
    return new Calibration(new double[phrases]);
  }

  /** The score of a phrase over what it gets in any memo. */
  double above(int phrase, double score) {
    return Math.max(0, score - background[phrase]);
  }

  static boolean certain(double score) {
    return score >= CERTAIN;
  }

  static boolean worthALook(double score) {
    return score >= WORTH_A_LOOK;
  }

  /** 0 to 1; one half at the threshold, logistic in the logarithm of the raw score. */
  static double probability(double score) {
    return score <= 0 ? 0 : 1 / (1 + Math.pow(CERTAIN / score, SLOPE));
  }
}
