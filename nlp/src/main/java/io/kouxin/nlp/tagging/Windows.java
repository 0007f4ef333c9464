package io.kouxin.nlp.tagging;

import java.util.Arrays;

/**
 * How like some tokens the windows of a memo are: by window and token, the cosine of the token of
 * the window that is most like it. All tokens at once, since a loop over a thousand of them is one
 * that Java's compiler makes vectors of, and one over the windows is not.
 */
@SuppressWarnings("ArrayRecordComponent") // lives for one comparison
record Windows(float[][] most) {
  /** Tokens of a window: about one spoken sentence. */
  static final int SIZE = Coverage.WINDOW;

  /** Tokens between the beginnings of two windows. */
  static final int STEP = 4;

  /**
   * Of all windows of a memo.
   *
   * @param cosines row by row, one for each token of the memo, at least one; in a row one number
   *     for each token that the memo is held against
   * @param length tokens of the memo
   */
  static Windows of(float[] cosines, int length) {
    float[][] blocks = new float[(length + STEP - 1) / STEP][];
    for (int b = 0; b < blocks.length; b++) {
      blocks[b] = most(cosines, length, b * STEP, Math.min(length, (b + 1) * STEP));
    }
    float[][] most = new float[Math.max(1, (length - SIZE + 2 * STEP - 1) / STEP)][];
    for (int w = 0; w < most.length; w++) {
      most[w] = blocks[w].clone();
      for (int b = w + 1; b < Math.min(blocks.length, w + SIZE / STEP); b++) {
        raise(most[w], blocks[b], 0);
      }
    }
    return new Windows(most);
  }

  /**
   * The greatest numbers of some rows.
   *
   * @param rows how many there are
   * @param from the first of some
   * @param to behind the last of them
   */
  static float[] most(float[] cosines, int rows, int from, int to) {
    int length = cosines.length / rows;
    float[] most = Arrays.copyOfRange(cosines, from * length, (from + 1) * length);
    for (int row = from + 1; row < to; row++) {
      raise(most, cosines, row * length);
    }
    return most;
  }

  private static void raise(float[] most, float[] others, int from) {
    for (int i = 0; i < most.length; i++) {
      most[i] = Math.max(most[i], others[from + i]);
    }
  }

  /** How many there are. */
  int count() {
    return most.length;
  }

  /**
   * The sum over some tokens, weighed by what each says.
   *
   * @param first number of the first token
   */
  double sum(int window, int first, double[] weights) {
    double sum = 0;
    for (int p = 0; p < weights.length; p++) {
      sum += weights[p] * most[window][first + p];
    }
    return sum;
  }
}
