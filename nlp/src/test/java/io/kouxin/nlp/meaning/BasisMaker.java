package io.kouxin.nlp.meaning;

import io.kouxin.nlp.text.PlainText;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Makes the file of {@link Basis} for a model from sentences, one a line: the mean of the vectors
 * of their tokens, and their principal components by orthogonal iteration. Run {@code java …
 * BasisMaker LANGUAGE SENTENCES BASIS}, such as {@code en sales-en.txt
 * bge-small-en-v1.5-q-basis.f32}.
 */
final class BasisMaker {
  private static final int ROUNDS = 60;

  private BasisMaker() {}

  public static void main(String[] args) throws IOException, NoEncoderException {
    List<double[]> vectors =
        vectors(BgeModel.of(Locale.forLanguageTag(args[0])), Files.readAllLines(Path.of(args[1])));
    double[] mean = mean(vectors);
    double[][] components = components(covariance(vectors, mean), Basis.KEPT);
    try (var out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(Path.of(args[2]))))) {
      for (double x : mean) {
        out.writeFloat((float) x);
      }
      for (int i = 0; i < mean.length; i++) {
        for (double[] component : components) {
          out.writeFloat((float) component[i]);
        }
      }
    }
  }

  private static List<double[]> vectors(BgeModel model, List<String> sentences)
      throws NoEncoderException {
    var none = new Basis(new float[model.numbers()], new float[model.numbers()][Basis.KEPT]);
    try (BgeEncoder encoder = BgeEncoder.open(model, none)) {
      return sentences.stream()
          .map(sentence -> PlainText.of(sentence).text())
          .flatMap(plain -> encoder.states(plain).stream())
          .map(BasisMaker::doubles)
          .toList();
    }
  }

  private static double[] doubles(float[] state) {
    double[] out = new double[state.length];
    Arrays.setAll(out, i -> state[i]);
    return out;
  }

  static double[] mean(List<double[]> vectors) {
    double[] out = new double[vectors.getFirst().length];
    for (double[] vector : vectors) {
      for (int i = 0; i < out.length; i++) {
        out[i] += vector[i] / vectors.size();
      }
    }
    return out;
  }

  static double[][] covariance(List<double[]> vectors, double[] mean) {
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
    return out;
  }

  /** The directions of most variance, each of length 1, at right angles to those before. */
  static double[][] components(double[][] covariance, int count) {
    var random = new Random(1);
    double[][] found = new double[count][covariance.length];
    for (double[] row : found) {
      Arrays.setAll(row, i -> random.nextGaussian());
    }
    for (int round = 0; round < ROUNDS; round++) {
      for (int c = 0; c < count; c++) {
        found[c] = times(covariance, found[c]);
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

  private static void subtract(double[] direction, double share, double[] from) {
    for (int i = 0; i < from.length; i++) {
      from[i] -= share * direction[i];
    }
  }

  private static double[] times(double[][] matrix, double[] vector) {
    double[] out = new double[vector.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = product(matrix[i], vector);
    }
    return out;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
