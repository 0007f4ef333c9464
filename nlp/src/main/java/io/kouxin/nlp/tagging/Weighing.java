package io.kouxin.nlp.tagging;

/**
 * How much each sign of an entry counts. The fewer memos tell what is usual, the less a deviation
 * says.
 *
 * @param meaning what one standard deviation adds to the log odds
 * @param talk what one standard deviation of the borrowed wordings adds
 * @param words what one unit of the logarithm of the words' score adds
 * @param constant the log odds of nothing
 * @param certain the probability at which an entry is tagged
 */
record Weighing(double meaning, double talk, double words, double constant, double certain) {
  /** So that no words at all have a logarithm. */
  private static final double NO_WORDS = 0.01;

  /**
   * On the straight lines between what was fitted without own memos and with as many as are enough;
   * the threshold without them is higher than fitted (RATIONALE: "What decides with vectors?").
   *
   * @param known how well it is known what reps say, 0 to 1
   */
  static Weighing borrowing(double known) {
    return new Weighing(
        0.41 + known * 0.2,
        0.48 + known * 0.15,
        0.69 + known * 0.06,
        -2.63 - known * 0.34,
        0.36 - known * 0.05);
  }

  /** The same for entries that borrow nothing, fitted without own memos and with eighty. */
  static Weighing alone(double known) {
    return new Weighing(
        0.57 + known * 0.87, 0, 0.97 - known * 0.36, -2.11 - known * 3, 0.18 + known * 0.16);
  }

  /** 0 to 1; {@link Judgement#CERTAIN} at the threshold. */
  double probability(EntryMatch match) {
    double evidence =
        meaning * match.meaning().score()
            + talk * match.talk().score()
            + words * Math.log(NO_WORDS + match.words().score())
            + constant;
    return 1 / (1 + Math.exp(-evidence) * certain / (1 - certain));
  }
}
