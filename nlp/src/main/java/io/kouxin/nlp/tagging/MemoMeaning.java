package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.Cosines;
import io.kouxin.nlp.meaning.TokenVectors;
import io.kouxin.nlp.meaning.TokenVectors.Token;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a memo means, ready for phrases to be held against it, many at a time.
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
  private final Cosines cosines;
  private final int[] hidden;
  private final float[] centres;

  /** Where a phrase is most like it. */
  private record Best(int window, double score) {}

  /** Takes what was found of one phrase: a row of cosines for each of its tokens. */
  private interface Taker {
    void take(int phrase, Rows rows);
  }

  /** The cosines of the tokens of one phrase with those of the memo. */
  private record Rows(float[] cosines, int from, int length) {
    int row(int token) {
      return from + token * length;
    }
  }

  /**
   * Lays out a memo.
   *
   * @param boilerplate by plain character, whether it is said in every memo
   * @param all of its language
   */
  MemoMeaning(TokenVectors vectors, boolean[] boilerplate, Centres all) {
    tokens = vectors.tokens();
    cosines = new Cosines(vectors.vectors());
    hidden =
        IntStream.range(0, tokens.size()).filter(t -> boilerplate[tokens.get(t).start()]).toArray();
    centres = centres(all.vectors());
  }

  private float[] centres(float[][] all) {
    float[] out = new float[all.length];
    Arrays.fill(out, UNLIKE);
    each(
        Collections.singletonList(all),
        (none, rows) -> {
          for (int c = 0; c < out.length; c++) {
            out[c] = most(rows.cosines(), rows.row(c), rows.row(c + 1));
          }
        });
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

  /** How like each phrase it is, where it is most like it. */
  List<Likeness> to(List<PhraseMeaning> phrases) {
    var out = new ArrayList<>(Collections.nCopies(phrases.size(), Likeness.NONE));
    each(
        phrases.stream().map(PhraseMeaning::vectors).toList(),
        (p, rows) -> out.set(p, likeness(phrases.get(p), rows)));
    return out;
  }

  /** The same, but only the scores. */
  double[] scores(List<PhraseMeaning> phrases) {
    double[] out = new double[phrases.size()];
    each(
        phrases.stream().map(PhraseMeaning::vectors).toList(),
        (p, rows) -> out[p] = best(phrases.get(p), rows).score());
    return out;
  }

  /** Nothing is said of a memo without words, nor of a phrase without any. */
  private void each(List<float[][]> phrases, Taker taker) {
    if (!tokens.isEmpty()) {
      cosines.of(
          phrases,
          (p, found, from) -> {
            int length = phrases.get(p).length;
            if (length > 0) {
              var rows = new Rows(found, from, tokens.size());
              hide(rows, length);
              taker.take(p, rows);
            }
          });
    }
  }

  private void hide(Rows rows, int length) {
    for (int p = 0; p < length; p++) {
      for (int t : hidden) {
        rows.cosines()[rows.row(p) + t] = UNLIKE;
      }
    }
  }

  private Likeness likeness(PhraseMeaning phrase, Rows rows) {
    Best best = best(phrase, rows);
    return evidence(phrase, rows, best.window() * STEP, best.score());
  }

  private Best best(PhraseMeaning phrase, Rows rows) {
    double[] sums = windows(phrase, rows);
    int best = 0;
    for (int w = 1; w < sums.length; w++) {
      best = sums[w] > sums[best] ? w : best;
    }
    return new Best(best, Likeness.score(sums[best] / phrase.total()));
  }

  /** For each window, what its most similar tokens say. */
  private double[] windows(PhraseMeaning phrase, Rows rows) {
    double[] sums = new double[Math.max(1, (tokens.size() - WINDOW + 2 * STEP - 1) / STEP)];
    float[] blocks = new float[(tokens.size() + STEP - 1) / STEP];
    for (int p = 0; p < phrase.size(); p++) {
      mostOfBlocks(rows, p, blocks);
      for (int w = 0; w < sums.length; w++) {
        float most = most(blocks, w, Math.min(blocks.length, w + WINDOW / STEP));
        sums[w] += phrase.weights()[p] * most;
      }
    }
    return sums;
  }

  private static void mostOfBlocks(Rows rows, int p, float[] blocks) {
    for (int b = 0; b < blocks.length; b++) {
      int to = Math.min(rows.length(), (b + 1) * STEP);
      blocks[b] = most(rows.cosines(), rows.row(p) + b * STEP, rows.row(p) + to);
    }
  }

  private static float most(float[] row, int from, int to) {
    float most = row[from];
    for (int i = from + 1; i < to; i++) {
      most = row[i] > most ? row[i] : most;
    }
    return most;
  }

  /** The token of a window that is most like a token of a phrase. */
  private static int mostAlike(Rows rows, int p, int from) {
    float[] row = rows.cosines();
    int begin = rows.row(p);
    int best = from;
    for (int t = from + 1; t < Math.min(rows.length(), from + WINDOW); t++) {
      best = row[begin + t] > row[begin + best] ? t : best;
    }
    return best;
  }

  private Likeness evidence(PhraseMeaning phrase, Rows rows, int from, double score) {
    int[] places = new int[phrase.size()];
    int found = 0;
    int surest = from;
    double most = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < places.length; p++) {
      int at = mostAlike(rows, p, from);
      float like = rows.cosines()[rows.row(p) + at];
      double said = phrase.weights()[p];
      if (said * like >= most) {
        most = said * like;
        surest = at;
      }
      if (said >= TELLING && like >= SAME) {
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
