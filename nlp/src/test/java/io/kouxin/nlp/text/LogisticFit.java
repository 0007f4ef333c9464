package io.kouxin.nlp.text;

import java.util.ArrayList;
import java.util.List;

/** Logistic regression by Newton's method. */
public final class LogisticFit {
  private static final double PENALTY = 1e-3;
  private static final int ROUNDS = 30;

  private final List<Example> examples = new ArrayList<>();

  /** What is to be explained. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Example(double[] signs, boolean yes, double counts) {
    double wrong(double[] weights) {
      double sum = 0;
      for (int i = 0; i < signs.length; i++) {
        sum += weights[i] * signs[i];
      }
      return (yes ? 1 : 0) - 1 / (1 + Math.exp(-sum));
    }
  }

  /**
   * Adds what is to be explained.
   *
   * @param signs the last of them 1, for the constant
   * @param counts how heavy it is
   */
  public void add(double[] signs, boolean yes, double counts) {
    examples.add(new Example(signs, yes, counts));
  }

  /** How many there are. */
  public int size() {
    return examples.size();
  }

  /** What each sign counts. */
  public double[] weights() {
    int size = examples.getFirst().signs().length;
    double[] weights = new double[size];
    for (int round = 0; round < ROUNDS; round++) {
      double[] slope = new double[size];
      double[][] curve = new double[size][size];
      for (int i = 0; i < size; i++) {
        slope[i] = -PENALTY * weights[i];
        curve[i][i] = PENALTY;
      }
      for (Example example : examples) {
        add(example, example.wrong(weights), slope, curve);
      }
      step(weights, curve, slope);
    }
    return weights;
  }

  private static void add(Example example, double wrong, double[] slope, double[][] curve) {
    double spread = Math.abs(wrong) * (1 - Math.abs(wrong));
    double[] signs = example.signs();
    for (int i = 0; i < signs.length; i++) {
      slope[i] += example.counts() * wrong * signs[i];
      for (int j = 0; j < signs.length; j++) {
        curve[i][j] += example.counts() * spread * signs[i] * signs[j];
      }
    }
  }

  /** Adds the solution of curve x = slope (Gauss and Jordan). */
  private static void step(double[] weights, double[][] curve, double[] slope) {
    for (int i = 0; i < slope.length; i++) {
      for (int k = 0; k < slope.length; k++) {
        if (k != i) {
          double times = curve[k][i] / curve[i][i];
          for (int j = i; j < slope.length; j++) {
            curve[k][j] -= times * curve[i][j];
          }
          slope[k] -= times * slope[i];
        }
      }
    }
    for (int i = 0; i < slope.length; i++) {
      weights[i] += slope[i] / curve[i][i];
    }
  }
}
