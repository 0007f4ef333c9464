package io.kouxin.nlp.text;

import java.util.stream.IntStream;

/**
 * A word that may be meant where another one is written that sounds like it.
 *
 * @param start where it is written
 * @param word what may be meant, as long as what is written
 * @param signs what speaks for it and against it, as {@link WordRepair} finds it
 */
@SuppressWarnings("ArrayRecordComponent") // a few hundred for a memo, and soon forgotten
record WordGuess(int start, String word, double[] signs) {
  int end() {
    return start + word.length();
  }

  /** How probable it is that the word is meant. */
  double probability() {
    double[] weights = WordRepair.WEIGHTS;
    double odds =
        IntStream.range(0, signs.length)
            .mapToDouble(i -> weights[i] * signs[i])
            .reduce(weights[signs.length], Double::sum);
    return 1 / (1 + Math.exp(-odds));
  }
}
