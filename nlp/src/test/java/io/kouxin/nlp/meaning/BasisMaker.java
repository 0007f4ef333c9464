package io.kouxin.nlp.meaning;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Makes the file of {@link Basis} for a model: the mean of the token vectors of sales talk, and
 * directions. With wordings of topics (a line is the topic, a tab and a wording) those that tell
 * the topics apart and in which wordings of the same topic differ least (linear discriminants:
 * Fisher 1936, Rao 1948); with mere sentences their principal components. Run {@code java …
 * BasisMaker LANGUAGE LINES BASIS}, such as {@code zh sales-talk-zh.tsv
 * bge-small-zh-v1.5-q-basis.f32} or {@code en sales-en.txt bge-small-en-v1.5-q-basis.f32}. It goes
 * by the models as they came; the Chinese basis was then trained together with the last layers
 * (deploy/labelled/training/train_layers.py).
 */
final class BasisMaker {
  /** Of the variance within topics, so much is added everywhere: few wordings tell little. */
  private static final double SHRUNK = 0.3;

  /** How much more a direction counts that tells topics apart better. */
  private static final double POWER = 0.2;

  private static final double LEAST = 0.1;

  private BasisMaker() {}

  public static void main(String[] args) throws Exception {
    BgeModel model = BgeModel.of(Locale.forLanguageTag(args[0]));
    List<String> lines = Files.readAllLines(Path.of(args[1]), UTF_8);
    var none = new Basis(new float[model.numbers()], new float[model.numbers()][Basis.KEPT]);
    try (BgeEncoder encoder = BgeEncoder.open(model, none, TrainedLayers.NONE)) {
      List<Said> said =
          lines.parallelStream().map(l -> said(encoder, l.substring(l.indexOf('\t') + 1))).toList();
      List<double[]> tokens = said.stream().flatMap(s -> s.states().stream()).toList();
      double[] mean = mean(tokens);
      double[][] directions =
          lines.stream().anyMatch(l -> l.indexOf('\t') >= 0)
              ? directions(topics(lines, gists(said, mean)), Basis.KEPT)
              : Matrix.covariance(tokens, mean).components(Basis.KEPT);
      write(Path.of(args[2]), mean, directions);
    }
  }

  private static List<List<double[]>> topics(List<String> lines, List<double[]> gists) {
    Map<String, List<double[]>> topics = new TreeMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String topic = lines.get(i).substring(0, lines.get(i).indexOf('\t'));
      topics.computeIfAbsent(topic, t -> new ArrayList<>()).add(gists.get(i));
    }
    return List.copyOf(topics.values());
  }

  /** A wording: the numbers of its tokens, and the model's states for them. */
  private record Said(List<Integer> tokens, List<double[]> states) {}

  private static Said said(BgeEncoder encoder, String wording) {
    String plain = wording.toLowerCase(Locale.ROOT);
    return new Said(
        encoder.encode(plain).tokens().stream().map(TokenVectors.Token::id).toList(),
        encoder.states(plain).stream().map(BasisMaker::doubles).toList());
  }

  private static double[] doubles(float[] from) {
    return IntStream.range(0, from.length).mapToDouble(i -> from[i]).toArray();
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

  /** What each wording says: the mean of its tokens, by how seldom they are. */
  private static List<double[]> gists(List<Said> said, double[] mean) {
    Map<Integer, Integer> wordings = new HashMap<>();
    said.forEach(
        s -> s.tokens().stream().distinct().forEach(t -> wordings.merge(t, 1, Integer::sum)));
    double all = said.size() + 1.0;
    return said.stream()
        .map(
            s -> {
              double[] out = new double[mean.length];
              for (int t = 0; t < s.tokens().size(); t++) {
                double seen = wordings.getOrDefault(s.tokens().get(t), 0) + 0.5;
                add(
                    Math.max(LEAST, Math.log(all / seen) / Math.log(all)),
                    s.states().get(t),
                    mean,
                    out);
              }
              double total = weight(s, wordings, all);
              Arrays.setAll(out, i -> out[i] / total);
              return out;
            })
        .toList();
  }

  private static double weight(Said said, Map<Integer, Integer> wordings, double all) {
    return said.tokens().stream()
        .mapToDouble(
            t ->
                Math.max(
                    LEAST, Math.log(all / (wordings.getOrDefault(t, 0) + 0.5)) / Math.log(all)))
        .sum();
  }

  private static void add(double weight, double[] state, double[] mean, double[] sum) {
    double square = 0;
    for (int i = 0; i < sum.length; i++) {
      square += (state[i] - mean[i]) * (state[i] - mean[i]);
    }
    for (int i = 0; i < sum.length; i++) {
      sum[i] += weight * (state[i] - mean[i]) / Math.sqrt(square);
    }
  }

  /**
   * The directions in which topics differ most for what their wordings differ, best first:
   * solutions of B v = e (W + shrinkage) v, with B between and W within the topics.
   */
  static double[][] directions(List<List<double[]>> topics, int count) {
    List<double[]> centres = topics.stream().map(BasisMaker::mean).toList();
    var within = new ArrayList<double[]>();
    for (int t = 0; t < topics.size(); t++) {
      double[] centre = centres.get(t);
      topics.get(t).forEach(w -> within.add(less(w, centre)));
    }
    double[] nothing = new double[centres.getFirst().length];
    Matrix spread = Matrix.covariance(within, nothing);
    Matrix root = spread.plus(SHRUNK * spread.trace() / nothing.length).root();
    Matrix between = Matrix.covariance(centres, mean(centres));
    Matrix ratio = root.divides(root.divides(between).turned());
    double[][] found = ratio.components(count);
    double most = ratio.along(found[0]);
    return Arrays.stream(found)
        .map(u -> scaled(root.turnedDivides(u), Math.pow(ratio.along(u) / most, POWER)))
        .toArray(double[][]::new);
  }

  private static double[] less(double[] a, double[] b) {
    return IntStream.range(0, a.length).mapToDouble(i -> a[i] - b[i]).toArray();
  }

  private static double[] scaled(double[] a, double by) {
    return Arrays.stream(a).map(x -> x * by).toArray();
  }

  private static void write(Path file, double[] mean, double[][] directions) throws IOException {
    try (var out = new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      for (double x : mean) {
        out.writeFloat((float) x);
      }
      for (int i = 0; i < mean.length; i++) {
        for (double[] direction : directions) {
          out.writeFloat((float) direction[i]);
        }
      }
    }
  }
}
