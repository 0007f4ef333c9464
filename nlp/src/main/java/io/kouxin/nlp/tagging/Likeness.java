package io.kouxin.nlp.tagging;

/**
 * How much a stretch of a memo means the same as a phrase.
 *
 * @param score 0 to 1
 * @param start index of the first plain character that speaks for it
 * @param end index behind the last one
 */
record Likeness(double score, int start, int end) {
  /** Of a memo without words, or a phrase without any. */
  static final Likeness NONE = new Likeness(0, 0, 0);

  /**
   * The score.
   *
   * @param cosine the mean of those of the tokens, by what they say
   */
  static double score(double cosine) {
    double share = Math.max(0, cosine);
    return share * share;
  }
}
