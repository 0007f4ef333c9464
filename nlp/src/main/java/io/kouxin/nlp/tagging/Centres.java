package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.TokenVectors;
import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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
    return READ.computeIfAbsent(tongue, t -> read(t.file()));
  }

  private static Centres read(String name) {
    float[][] out = new float[COUNT][TokenVectors.DIMENSIONS];
    try (InputStream file = Centres.class.getResourceAsStream(name)) {
      if (file == null) {
        throw new IllegalStateException(name + " is not in the jar");
      }
      var in = new DataInputStream(new BufferedInputStream(file));
      for (float[] row : out) {
        for (int i = 0; i < row.length; i++) {
          row[i] = in.readFloat();
        }
      }
      return new Centres(out);
    } catch (IOException e) {
      throw new UncheckedIOException(name + " cannot be read", e);
    }
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
    float most = Float.NEGATIVE_INFINITY;
    for (int c = 0; c < vectors.length; c++) {
      float like = inner(vectors[c], token);
      if (like > most) {
        most = like;
        best = c;
      }
    }
    return (short) best;
  }

  private static float inner(float[] a, float[] b) {
    float sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
