package io.kouxin.nlp.meaning;

import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** A square matrix, with as much algebra as {@link BasisMaker} needs. */
@SuppressWarnings("ArrayRecordComponent") // of this package's tests, never written to
record Matrix(double[][] rows) {
  private static final int ROUNDS = 60;

  static Matrix covariance(List<double[]> vectors, double[] mean) {
    int size = mean.length;
    double[][] out = new double[size][size];
    for (double[] vector : vectors) {
      for (int i = 0; i < size; i++) {
        double share = (vector[i] - mean[i]) / vectors.size();
        for (int k = 0; k < size; k++) {
          out[i][k] += share * (vector[k] - mean[k]);
        }
      }
    }
    return new Matrix(out);
  }

  double trace() {
    double sum = 0;
    for (int i = 0; i < rows.length; i++) {
      sum += rows[i][i];
    }
    return sum;
  }

  /** The same with so much more on its diagonal. */
  Matrix plus(double diagonal) {
    double[][] out = Arrays.stream(rows).map(double[]::clone).toArray(double[][]::new);
    for (int i = 0; i < out.length; i++) {
      out[i][i] += diagonal;
    }
    return new Matrix(out);
  }

  Matrix turned() {
    double[][] out = new double[rows.length][rows.length];
    for (int i = 0; i < out.length; i++) {
      for (int k = 0; k < out.length; k++) {
        out[i][k] = rows[k][i];
      }
    }
    return new Matrix(out);
  }

  /** The lower triangle L with L Lᵀ = this (Cholesky); this is positive. */
  Matrix root() {
    double[][] out = new double[rows.length][rows.length];
    for (int i = 0; i < rows.length; i++) {
      for (int k = 0; k <= i; k++) {
        double rest = rows[i][k];
        for (int j = 0; j < k; j++) {
          rest -= out[i][j] * out[k][j];
        }
        out[i][k] = i == k ? Math.sqrt(rest) : rest / out[k][k];
      }
    }
    return new Matrix(out);
  }

  /** X with L X = right, where this is the lower triangle L. */
  Matrix divides(Matrix right) {
    int size = rows.length;
    double[][] out = new double[size][size];
    for (int i = 0; i < size; i++) {
      double[] row = right.rows[i].clone();
      for (int j = 0; j < i; j++) {
        subtract(out[j], rows[i][j], row);
      }
      for (int k = 0; k < size; k++) {
        out[i][k] = row[k] / rows[i][i];
      }
    }
    return new Matrix(out);
  }

  /** x with Lᵀ x = right, where this is the lower triangle L. */
  double[] turnedDivides(double[] right) {
    double[] out = right.clone();
    for (int i = rows.length - 1; i >= 0; i--) {
      out[i] /= rows[i][i];
      for (int k = 0; k < i; k++) {
        out[k] -= rows[i][k] * out[i];
      }
    }
    return out;
  }

  /** How much lies along a direction of length 1. */
  double along(double[] direction) {
    return product(times(direction), direction);
  }

  /**
   * The directions of most variance by orthogonal iteration, each of length 1, at right angles to
   * those before.
   */
  double[][] components(int count) {
    var random = new Random(1);
    double[][] found = new double[count][rows.length];
    for (double[] row : found) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int c = 0; c < count; c++) {
        found[c] = times(found[c]);
        for (int before = 0; before < c; before++) {
          subtract(found[before], product(found[c], found[before]), found[c]);
        }
        double length = Math.sqrt(product(found[c], found[c]));
        for (int i = 0; i < found[c].length; i++) {
          found[c][i] /= length;
        }
      }
    }
    return found;
  }

  private double[] times(double[] vector) {
    return Arrays.stream(rows).mapToDouble(row -> product(row, vector)).toArray();
  }

  private static void subtract(double[] direction, double share, double[] from) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= share * direction[i];
    }
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
