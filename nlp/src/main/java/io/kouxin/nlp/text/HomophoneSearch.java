package io.kouxin.nlp.text;

import java.util.Arrays;

/**
 * The likeliest characters behind what was written: a beam over the last two of them. Its time
 * grows with the length of the text and no faster.
 */
final class HomophoneSearch {
  /** Readings that are followed at a time. */
  private static final int BEAM = 4;

  private final CharacterModel model;
  private final double swapped;

  private final double[] scores = new double[BEAM];
  private final char[] before = new char[BEAM];
  private final char[] last = new char[BEAM];
  private final double[] restOfBoth = new double[BEAM];
  private final double[] restOfOne = new double[BEAM];
  private int size = 1;

  private final double[] nextScores = new double[BEAM];
  private final char[] nextLast = new char[BEAM];
  private final byte[] nextFrom = new byte[BEAM];
  private int nextSize;

  /**
   * For one text.
   *
   * @param swapped what it costs to read another character than the one that is written, as a
   *     logarithm
   */
  HomophoneSearch(CharacterModel model, double swapped) {
    this.model = model;
    this.swapped = swapped;
  }

  /**
   * The likeliest reading.
   *
   * @param meant by character, what else may be meant by it
   */
  String likeliest(String written, char[][] meant) {
    int length = written.length();
    char[][] read = new char[length][];
    byte[][] from = new byte[length][];
    for (int i = 0; i < length; i++) {
      step(written.charAt(i), meant[i]);
      read[i] = Arrays.copyOf(last, size);
      from[i] = Arrays.copyOf(nextFrom, size);
    }
    char[] out = new char[length];
    int state = 0;
    for (int i = length - 1; i >= 0; i--) {
      out[i] = read[i][state];
      state = from[i][state];
      out[i] = out[i] == CharacterModel.NONE ? written.charAt(i) : out[i];
    }
    return new String(out);
  }

  private void step(char written, char[] meant) {
    nextSize = 0;
    boolean chinese = PlainText.isHan(written);
    for (int s = 0; s < size; s++) {
      restOfOne[s] = model.rest(CharacterModel.NONE, last[s]);
      restOfBoth[s] = before[s] == CharacterModel.NONE ? 0 : model.rest(before[s], last[s]);
      if (chinese) {
        keep(s, written, scores[s] + likely(s, written));
      } else {
        keep(s, CharacterModel.NONE, scores[s]);
      }
    }
    for (int s = 0; s < size; s++) {
      double reach = scores[s] + swapped;
      for (char c : meant) {
        if (nextSize == BEAM && reach <= nextScores[BEAM - 1]) {
          break;
        }
        if (c != written) {
          keep(s, c, reach + likely(s, c));
        }
      }
    }
    advance();
  }

  private double likely(int s, char c) {
    return model.after(before[s], last[s], c, restOfBoth[s], restOfOne[s]);
  }

  /** Puts a reading in its place; of two that end alike the likelier one stays. */
  private void keep(int from, char c, double score) {
    int at = alike(from, c);
    boolean better = at < nextSize ? nextScores[at] < score : nextSize < BEAM;
    if (!better) {
      return;
    }
    nextSize = Math.max(nextSize, at + 1);
    for (; at > 0 && nextScores[at - 1] < score; at--) {
      nextScores[at] = nextScores[at - 1];
      nextLast[at] = nextLast[at - 1];
      nextFrom[at] = nextFrom[at - 1];
    }
    nextScores[at] = score;
    nextLast[at] = c;
    nextFrom[at] = (byte) from;
  }

  /** The reading that has to give way: the one that ends alike, else a new or the last one. */
  private int alike(int from, char c) {
    for (int n = 0; n < nextSize; n++) {
      if (nextLast[n] == c && last[nextFrom[n]] == last[from]) {
        return n;
      }
    }
    return Math.min(nextSize, BEAM - 1);
  }

  private void advance() {
    char[] lastButOne = new char[nextSize];
    for (int n = 0; n < nextSize; n++) {
      lastButOne[n] = nextLast[n] == CharacterModel.NONE ? CharacterModel.NONE : last[nextFrom[n]];
    }
    size = nextSize;
    System.arraycopy(lastButOne, 0, before, 0, size);
    System.arraycopy(nextLast, 0, last, 0, size);
    System.arraycopy(nextScores, 0, scores, 0, size);
  }
}
