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

  /** Takes what was found of one phrase. */
  private interface Taker {
    void take(int phrase, Columns columns);
  }

  /**
   * How like the tokens of one phrase those of the memo are.
   *
   * @param cosines row by row, one for each token of the memo, with many phrases side by side
   * @param windows of the memo, with the same phrases
   * @param first where in a row the phrase begins
   * @param length of a row
   */
  private record Columns(float[] cosines, Windows windows, int first, int length) {
    float of(int memo, int phrase) {
      return cosines[memo * length + first + phrase];
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
    float[][] out = {new float[all.length]};
    Arrays.fill(out[0], UNLIKE);
    if (!tokens.isEmpty()) {
      cosines.of(
          Collections.singletonList(all),
          (from, to, found) -> {
            hide(found);
            out[0] = Windows.most(found, tokens.size(), 0, tokens.size());
          });
    }
    return out[0];
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
        (p, columns) -> out.set(p, likeness(phrases.get(p), columns)));
    return out;
  }

  /** The same, but only the scores. */
  double[] scores(List<PhraseMeaning> phrases) {
    double[] out = new double[phrases.size()];
    each(
        phrases.stream().map(PhraseMeaning::vectors).toList(),
        (p, columns) -> out[p] = best(phrases.get(p), columns).score());
    return out;
  }

  /** Nothing is said of a memo without words, nor of a phrase without any. */
  private void each(List<float[][]> phrases, Taker taker) {
    if (!tokens.isEmpty()) {
      cosines.of(phrases, (from, to, found) -> each(phrases, from, to, found, taker));
    }
  }

  private void each(List<float[][]> phrases, int from, int to, float[] found, Taker taker) {
    hide(found);
    var windows = Windows.of(found, tokens.size());
    int first = 0;
    for (int p = from; p < to; p++) {
      int length = phrases.get(p).length;
      if (length > 0) {
        taker.take(p, new Columns(found, windows, first, found.length / tokens.size()));
      }
      first += length;
    }
  }

  private void hide(float[] found) {
    int length = found.length / tokens.size();
    for (int t : hidden) {
      Arrays.fill(found, t * length, (t + 1) * length, UNLIKE);
    }
  }

  private Likeness likeness(PhraseMeaning phrase, Columns columns) {
    Best best = best(phrase, columns);
    return evidence(phrase, columns, best.window() * Windows.STEP, best.score());
  }

  private static Best best(PhraseMeaning phrase, Columns columns) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int w = 0; w < columns.windows().count(); w++) {
      double sum = columns.windows().sum(w, columns.first(), phrase.weights());
      if (sum > most) {
        best = w;
        most = sum;
      }
    }
    return new Best(best, Likeness.score(most / phrase.total()));
  }

  /** The token of a window that is most like a token of a phrase. */
  private int mostAlike(Columns columns, int p, int from) {
    int best = from;
    for (int t = from + 1; t < Math.min(tokens.size(), from + Windows.SIZE); t++) {
      best = columns.of(t, p) > columns.of(best, p) ? t : best;
    }
    return best;
  }

  private Likeness evidence(PhraseMeaning phrase, Columns columns, int from, double score) {
    int[] places = new int[phrase.size()];
    int found = 0;
    int surest = from;
    double most = Double.NEGATIVE_INFINITY;
    for (int p = 0; p < places.length; p++) {
      int at = mostAlike(columns, p, from);
      float like = columns.of(at, p);
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
