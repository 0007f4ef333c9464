package io.kouxin.nlp.meaning;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The directions in which token vectors of sales talk differ most, so that a quarter of the numbers
 * says the same. The mean is taken away first: what all tokens share tells none apart. Made by
 * {@code BasisMaker}, one for each model; the Chinese one was trained from there on.
 *
 * @param mean of the model's vectors
 * @param rows as many as a vector of the model has numbers, each of {@link #KEPT} numbers: what
 *     each number of the model adds
 */
@SuppressWarnings("ArrayRecordComponent") // constants, never written to
record Basis(float[] mean, float[][] rows) {
  /** Numbers that are kept: 128 tag as well as all do (RATIONALE). */
  static final int KEPT = 128;

  /**
   * Reads a mean and the rows, as big-endian IEEE 754 floats.
   *
   * @param full numbers of the model's vectors
   */
  static Basis of(InputStream stream, int full) throws IOException {
    var in = new DataInputStream(stream);
    float[] mean = floats(in, full);
    float[][] rows = new float[full][];
    for (int i = 0; i < full; i++) {
      rows[i] = floats(in, KEPT);
    }
    return new Basis(mean, rows);
  }

  private static float[] floats(DataInputStream in, int count) throws IOException {
    float[] out = new float[count];
    for (int i = 0; i < count; i++) {
      out[i] = in.readFloat();
    }
    return out;
  }

  /** A vector of the model in this basis, scaled to length 1; all zero if nothing is left of it. */
  float[] reduce(float[] full) {
    float[] out = new float[KEPT];
    for (int i = 0; i < rows.length; i++) {
      float share = full[i] - mean[i];
      float[] row = rows[i];
      for (int k = 0; k < KEPT; k++) {
        out[k] += share * row[k];
      }
    }
    double square = 0;
    for (float x : out) {
      square += (double) x * x;
    }
    float scale = square > 0 ? (float) (1 / Math.sqrt(square)) : 0;
    for (int k = 0; k < KEPT; k++) {
      out[k] *= scale;
    }
    return out;
  }
}
