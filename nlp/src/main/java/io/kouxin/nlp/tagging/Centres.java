package io.kouxin.nlp.tagging;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Token vectors that stand for all others: each token is near one of them, so that a memo that was
 * held against these few is at a glance held against any number of phrases (Santhanam et al. 2022,
 * PLAID). Made by {@code CentresMaker}.
 *
 * @param vectors {@link #COUNT} rows of length 1
 */
@SuppressWarnings("ArrayRecordComponent") // a constant, never written to
record Centres(float[][] vectors) {
  /** How many: more are hardly nearer. */
  static final int COUNT = 512;

  private static final Map<Tongue, Centres> READ = new ConcurrentHashMap<>();

  /** Of the sales talk of a language; read when it is first needed. */
  static Centres of(Tongue tongue) {
    return READ.computeIfAbsent(tongue, t -> new Centres(new Shipped(t.centres()).vectors()));
  }

  /** For each vector the index of the centre that is most like it. */
  short[] nearest(float[][] tokens) {
    short[] out = new short[tokens.length];
    for (int t = 0; t < out.length; t++) {
      out[t] = nearest(tokens[t]);
    }
    return out;
  }

  private short nearest(float[] token) {
    int best = 0;
    double most = Double.NEGATIVE_INFINITY;
    for (int c = 0; c < vectors.length; c++) {
      double like = Directions.alike(vectors[c], token);
      if (like > most) {
        most = like;
        best = c;
      }
    }
    return (short) best;
  }
}
