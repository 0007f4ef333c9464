package io.kouxin.nlp.meaning;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/**
 * The directions in which token vectors of sales talk differ most (principal components), so that a
 * quarter of the numbers says the same. The mean is taken away first: what all tokens share tells
 * none apart. Made by {@code BasisMaker} from the phrases of the shipped packs.
 *
 * @param mean of the model's vectors, {@link #FULL} numbers
 * @param rows {@link #FULL} rows of {@link #KEPT} numbers: what each number of the model adds
 */
@SuppressWarnings("ArrayRecordComponent") // constants, never written to
record Basis(float[] mean, float[][] rows) {
  /** Numbers of the model's vectors. */
  static final int FULL = 512;

  /** Numbers that are kept: 128 tag as well as 512 do (RATIONALE). */
  static final int KEPT = 128;

  /** Reads a mean and {@link #FULL} rows, as big-endian IEEE 754 floats. */
  static Basis of(InputStream stream) throws IOException {
    var in = new DataInputStream(stream);
    float[] mean = floats(in, FULL);
    float[][] rows = new float[FULL][];
    for (int i = 0; i < FULL; i++) {
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
    for (int i = 0; i < FULL; i++) {
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
