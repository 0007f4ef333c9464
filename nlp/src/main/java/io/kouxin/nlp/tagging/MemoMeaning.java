package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.TokenVectors;
import io.kouxin.nlp.meaning.TokenVectors.Token;
import java.util.Arrays;
import java.util.List;

/**
 * What a memo means, laid out by dimension, so that a phrase's token meets all tokens of the memo
 * in one loop.
 *
 * <p>A phrase is compared by late interaction (Khattab and Zaharia 2020, ColBERT): each of its
 * tokens takes the most similar token within one window of the memo; the similarities are averaged
 * by what the tokens say, and squared. Boilerplate is like nothing.
 */
final class MemoMeaning {
  /** Tokens of a window: about one spoken sentence. */
  private static final int WINDOW = Coverage.WINDOW;

  /** Tokens between the beginnings of two windows. */
  private static final int STEP = 4;

  /** From here on two tokens speak of the same thing: only such are evidence. */
  private static final float SAME = 0.45f;

  /** Tokens that say less than this (的, 了, 我们) stand anywhere and are no evidence. */
  private static final double TELLING = 0.3;

  /** Less like than anything real. */
  private static final float UNLIKE = -0.2f;

  private final List<Token> tokens;
  private final float[][] columns;
  private final boolean[] hidden;
  private final float[] centres;

  /**
   * Lays out a memo.
   *
   * @param boilerplate by plain character, whether it is said in every memo
   * @param all of its language
   */
  MemoMeaning(TokenVectors vectors, boolean[] boilerplate, Centres all) {
    tokens = vectors.tokens();
    columns = new float[TokenVectors.DIMENSIONS][tokens.size()];
    hidden = new boolean[tokens.size()];
    for (int t = 0; t < tokens.size(); t++) {
      float[] row = vectors.vectors()[t];
      for (int d = 0; d < row.length; d++) {
        columns[d][t] = row[d];
      }
      hidden[t] = boilerplate[tokens.get(t).start()];
    }
    centres = centres(all.vectors());
  }

  private float[] centres(float[][] all) {
    float[] out = new float[all.length];
    float[] row = new float[tokens.size()];
    for (int c = 0; c < out.length; c++) {
      alike(all[c], row);
      float most = UNLIKE;
      for (float like : row) {
        most = Math.max(most, like);
      }
      out[c] = most;
    }
    return out;
  }

  List<Token> tokens() {
    return tokens;
  }

  /** By the number of a centre, how like it the token is that is most like it. */
  float[] centres() {
    return centres;
  }

  /** About how like a phrase it is: a hundred times quicker than {@link #to}. */
  double atAGlance(PhraseMeaning phrase) {
    double sum = 0;
    for (int p = 0; p < phrase.size(); p++) {
      sum += phrase.weights()[p] / phrase.total() * centres[phrase.centres()[p]];
    }
    return Likeness.score(sum);
  }

  /** How like a phrase it is, where it is most like it. */
  Likeness to(PhraseMeaning phrase) {
    if (tokens.isEmpty() || phrase.size() == 0) {
      return Likeness.NONE;
    }
    float[][] alike = alike(phrase);
    double[] sums = windows(phrase, alike);
    int best = 0;
    for (int w = 1; w < sums.length; w++) {
      best = sums[w] > sums[best] ? w : best;
    }
    return evidence(phrase, alike, best * STEP, Likeness.score(sums[best] / phrase.total()));
  }

  /** For each window, what its most similar tokens say. */
  private double[] windows(PhraseMeaning phrase, float[][] alike) {
    double[] sums = new double[Math.max(1, (tokens.size() - WINDOW + 2 * STEP - 1) / STEP)];
    float[] blocks = new float[(tokens.size() + STEP - 1) / STEP];
    for (int p = 0; p < alike.length; p++) {
      mostOfBlocks(alike[p], blocks);
      for (int w = 0; w < sums.length; w++) {
        float most = blocks[w];
        for (int b = w + 1; b < Math.min(blocks.length, w + WINDOW / STEP); b++) {
          most = blocks[b] > most ? blocks[b] : most;
        }
        sums[w] += phrase.weights()[p] * most;
      }
    }
    return sums;
  }

  private static void mostOfBlocks(float[] row, float[] blocks) {
    for (int b = 0; b < blocks.length; b++) {
      float most = row[b * STEP];
      for (int t = b * STEP + 1; t < Math.min(row.length, (b + 1) * STEP); t++) {
        most = row[t] > most ? row[t] : most;
      }
      blocks[b] = most;
    }
  }

  /** The cosine of each token of the phrase with each token of the memo. */
  private float[][] alike(PhraseMeaning phrase) {
    float[][] out = new float[phrase.size()][tokens.size()];
    for (int p = 0; p < out.length; p++) {
      alike(phrase.vectors()[p], out[p]);
    }
    return out;
  }

  private void alike(float[] vector, float[] row) {
    Arrays.fill(row, 0);
    for (int d = 0; d < columns.length; d += 8) {
      add(vector, d, row);
    }
    for (int t = 0; t < row.length; t++) {
      row[t] = hidden[t] ? UNLIKE : row[t];
    }
  }

  /** Eight dimensions, and this plain: the compiler turns it into eight tokens at a time. */
  private void add(float[] vector, int d, float[] sums) {
    float v0 = vector[d];
    float v1 = vector[d + 1];
    float v2 = vector[d + 2];
    float v3 = vector[d + 3];
    float v4 = vector[d + 4];
    float v5 = vector[d + 5];
    float v6 = vector[d + 6];
    float v7 = vector[d + 7];
    float[] c0 = columns[d];
    float[] c1 = columns[d + 1];
    float[] c2 = columns[d + 2];
    float[] c3 = columns[d + 3];
    float[] c4 = columns[d + 4];
    float[] c5 = columns[d + 5];
    float[] c6 = columns[d + 6];
    float[] c7 = columns[d + 7];
    for (int t = 0; t < sums.length; t++) {
      float some = v0 * c0[t] + v1 * c1[t] + v2 * c2[t] + v3 * c3[t];
      float more = v4 * c4[t] + v5 * c5[t] + v6 * c6[t] + v7 * c7[t];
      sums[t] += some + more;
    }
  }

  private static int mostAlike(float[] row, int from) {
    int best = from;
    for (int t = from + 1; t < Math.min(row.length, from + WINDOW); t++) {
      best = row[t] > row[best] ? t : best;
    }
    return best;
  }

  private Likeness evidence(PhraseMeaning phrase, float[][] alike, int from, double score) {
    int[] places = new int[phrase.size()];
    int found = 0;
    int surest = from;
    double most = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < places.length; p++) {
      int at = mostAlike(alike[p], from);
      double said = phrase.weights()[p];
      if (said * alike[p][at] >= most) {
        most = said * alike[p][at];
        surest = at;
      }
      if (said >= TELLING && alike[p][at] >= SAME) {
        places[found++] = at;
      }
    }
    if (found == 0) {
      places[found++] = surest;
    }
    int first = Arrays.stream(places, 0, found).min().orElse(from);
    int last = Arrays.stream(places, 0, found).max().orElse(from);
    return new Likeness(score, tokens.get(first).start(), tokens.get(last).end());
  }
}
