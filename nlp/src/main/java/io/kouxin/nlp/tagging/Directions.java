package io.kouxin.nlp.tagging;

/** Vectors of length 1: where they point is all that they say. */
final class Directions {
  private Directions() {}

  /** How like two directions are: their inner product, -1 to 1. */
  static double alike(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }

  /** The same direction, of length 1; nothing stays nothing. */
  static float[] of(double[] from) {
    double square = 0;
    for (double x : from) {
      square += x * x;
    }
    double length = square > 0 ? Math.sqrt(square) : 1;
    float[] out = new float[from.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (float) (from[i] / length);
    }
    return out;
  }

  /** A direction less what all share: what makes it this one and no other. */
  static float[] apart(float[] direction, float[] centre) {
    double[] out = new double[direction.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = direction[i] - centre[i];
    }
    return of(out);
  }
}
