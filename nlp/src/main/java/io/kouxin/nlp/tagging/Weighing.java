package io.kouxin.nlp.tagging;

/**
 * How much each sign counts that an entry is mentioned. The fewer memos tell what is usual, the
 * less a deviation says.
 *
 * @param meaning what one standard deviation adds to the log odds
 * @param talk what one standard deviation of the borrowed wordings adds
 * @param words what one unit of the logarithm of the words' score adds
 * @param length what one unit of the logarithm of the evidence's length in characters adds: a word
 *     like 院 or 价格 is in many a memo that says nothing of the kind
 * @param constant the log odds of nothing
 * @param certain how probable it must be that an entry is mentioned and holds for it to be tagged
 */
record Weighing(
    double meaning, double talk, double words, double length, double constant, double certain) {
  /** So that no words at all have a logarithm. */
  static final double NO_WORDS = 0.01;

  /** Characters of evidence from which on more of them say nothing more. */
  private static final int LONG = 5;

  /**
   * On the straight lines between what was fitted without own memos and with as many as are enough
   * (RATIONALE: "What decides with vectors?").
   *
   * @param known how well it is known what reps say, 0 to 1
   */
  static Weighing borrowing(double known) {
    return new Weighing(
        0.80 + known * 0.19,
        0.61 + known * 0.19,
        0.79 + known * 0.08,
        0.52 - known * 0.16,
        -3.18 + known * 0.42,
        0.36);
  }

  /** The same for entries that borrow nothing. */
  static Weighing alone(double known) {
    return new Weighing(0.95 + known * 0.28, 0, 0.87 - known * 0.03, 0, -1.53 - known * 0.09, 0.36);
  }

  /**
   * The same at another threshold.
   *
   * @param share how much of the way to it, 0 to 1
   */
  Weighing at(double threshold, double share) {
    double between = certain + share * (threshold - certain);
    return new Weighing(meaning, talk, words, length, constant, between);
  }

  /** How probable it is that an entry is mentioned. */
  double probability(EntryMatch match) {
    double evidence =
        meaning * match.meaning().score()
            + talk * match.talk().score()
            + words * Math.log(NO_WORDS + match.words().score())
            + length * length(match.first())
            + constant;
    return 1 / (1 + Math.exp(-evidence));
  }

  /** The logarithm of how many characters speak for an entry. */
  static double length(EntryMatch.Hit evidence) {
    return Math.log(Math.clamp(evidence.end() - evidence.start(), 1, LONG));
  }

  /** A probability on the scale on which {@link Judgement#CERTAIN} is at the threshold. */
  double score(double probability) {
    double odds = probability * (1 - certain);
    return odds / (odds + (1 - probability) * certain);
  }
}
