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

  /** Memos from which on more change little. */
  private static final double ENOUGH = 120;

  /** On the straight lines between what was fitted without any memo and with 122. */
  static Weighing borrowing(int memos) {
    double known = known(memos);
    return new Weighing(
        0.24 + known * 0.29,
        0.38 + known * 0.52,
        1.22 - known * 0.6,
        -2.2 - known * 2,
        0.28 - known * 0.02);
  }

  /** The same for entries that borrow nothing, on eighty memos. */
  static Weighing alone(int memos) {
    double known = known(memos);
    return new Weighing(
        0.54 + known * 0.92, 0, 1.26 - known * 0.76, -1.27 - known * 4.49, 0.22 + known * 0.06);
  }

  private static double known(int memos) {
    return memos < BackgroundMemo.ENOUGH ? 0 : Math.min(1, memos / ENOUGH);
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
