package io.kouxin.nlp.tagging;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Fits {@link Stance} to labelled examples by gradient descent (AdaGrad) with a penalty on the
 * squares of the weights. Run {@code java … StanceMaker EXAMPLES MEMOS WEIGHTS}.
 *
 * <p>A line of examples is a status, a tab, and a memo in which the mention stands in brackets;
 * every status but {@code asserted} speaks against the mention. The memos are a folder of labelled
 * ones (deploy/labelled/training), in which {@code words} says where each entry is mentioned: whole
 * reports, so what decides is often further away; and of examples from plain ones, since authors
 * who must not use the obvious words do so where nothing holds. What a tagger shows as evidence
 * seldom ends where a reader would end it, so each example is also learned with other ends.
 */
final class StanceMaker {
  private static final int ROUNDS = 300;
  private static final double STEP = 0.5;
  private static final double PENALTY = 1;

  /** How often each example is learned, but for once with other ends. */
  private static final int TIMES = 3;

  /** How much a mention in a memo counts: 1, 3, 4 and 6 were tried. */
  private static final double MEMO = 4;

  /** A feature seen less often than this is chance. */
  private static final int SEEN = 20;

  /** A weight below this is left out of the file. */
  private static final double WORTH = 0.05;

  private StanceMaker() {}

  /**
   * A labelled mention.
   *
   * @param text without the brackets
   * @param counts how much it weighs
   */
  record Example(boolean against, String text, int start, int end, double counts) {
    static Example of(String line) {
      return of(line, 1);
    }

    private static Example of(String line, double counts) {
      int tab = line.indexOf('\t');
      int open = line.indexOf('[');
      int close = line.indexOf(']');
      String text =
          line.substring(tab + 1, open)
              + line.substring(open + 1, close)
              + line.substring(close + 1);
      return new Example(
          !line.startsWith("asserted"), text, open - tab - 1, close - tab - 2, counts);
    }

    /** One in a plain report, of the kind that is said most. */
    static Example plain(String line) {
      return of(line, MEMO);
    }

    /** The mentions of a labelled memo. */
    static Stream<Example> in(JsonNode memo) {
      String text = memo.get("text").asString();
      JsonNode words = memo.get("words");
      return Stream.of("tags", "negated")
          .flatMap(
              kind ->
                  memo.get(kind)
                      .valueStream()
                      .map(entry -> words.get(entry.asString()).asString())
                      .map(said -> of(kind.equals("negated"), text, said)));
    }

    private static Example of(boolean against, String text, String said) {
      int start = text.indexOf(said);
      return new Example(against, text, start, start + said.length(), MEMO);
    }

    /** The same with other ends, at least one character long. */
    Example jittered(Random random) {
      int from = Math.clamp(start + random.nextInt(-3, 5), 0, text.length() - 1);
      int to = Math.clamp(end - random.nextInt(-3, 5), 0, text.length());
      return new Example(
          against, text, Math.min(from, Math.max(0, to - 1)), Math.max(to, from + 1), counts);
    }

    List<String> features() {
      return Stance.seen(text, start, end).entrySet().stream()
          .flatMap(seen -> seen.getValue().stream().map(side -> side.of(seen.getKey())))
          .sorted()
          .toList();
    }
  }

  public static void main(String[] args) throws IOException {
    var examples = new ArrayList<Example>();
    Files.readAllLines(Path.of(args[0]), UTF_8).stream().map(Example::of).forEach(examples::add);
    examples.addAll(memos(Path.of(args[1])));
    Stance fitted = fit(examples);
    var lines = new ArrayList<String>();
    lines.add(String.format(Locale.ROOT, "%s\t%.3f", Stance.CONSTANT, fitted.constant()));
    named(fitted)
        .forEach(
            (feature, weight) -> {
              if (Math.abs(weight) >= WORTH) {
                lines.add(String.format(Locale.ROOT, "%s\t%.2f", feature, weight));
              }
            });
    Files.write(Path.of(args[2]), lines, UTF_8);
  }

  /** The weights by the name of a run on its side. */
  private static SortedMap<String, Float> named(Stance stance) {
    var out = new TreeMap<String, Float>();
    stance
        .weights()
        .forEach((run, sides) -> sides.forEach((side, weight) -> out.put(side.of(run), weight)));
    return out;
  }

  private static List<Example> memos(Path folder) throws IOException {
    var json = new ObjectMapper();
    var out = new ArrayList<Example>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().toList()) {
        String name = file.getFileName().toString();
        for (String line : Files.readAllLines(file, UTF_8)) {
          if (name.endsWith(".tsv")) {
            out.add(Example.plain(line));
          } else if (name.endsWith(".jsonl") && !name.endsWith("-library.jsonl")) {
            Example.in(json.readTree(line)).forEach(out::add);
          }
        }
      }
    }
    return out;
  }

  /** The weights that explain examples best. */
  static Stance fit(List<Example> examples) {
    var random = new Random(1);
    var learned = new ArrayList<Example>();
    for (Example example : examples) {
      learned.add(example);
      for (int i = 1; i < TIMES; i++) {
        learned.add(example.jittered(random));
      }
    }
    List<List<String>> features = learned.stream().map(Example::features).toList();
    Map<String, Integer> numbers = numbers(features);
    int[][] rows =
        features.stream()
            .map(f -> f.stream().filter(numbers::containsKey).mapToInt(numbers::get).toArray())
            .toArray(int[][]::new);
    double[] weights = new double[numbers.size() + 1];
    descend(rows, learned, weights);
    var out = new HashMap<String, Float>();
    numbers.forEach((feature, n) -> out.put(feature, (float) weights[n]));
    return Stance.of(out, weights[numbers.size()]);
  }

  private static Map<String, Integer> numbers(List<List<String>> features) {
    Map<String, Integer> seen = new TreeMap<>();
    features.forEach(row -> row.forEach(f -> seen.merge(f, 1, Integer::sum)));
    Map<String, Integer> out = new HashMap<>();
    seen.forEach(
        (feature, times) -> {
          if (times >= SEEN) {
            out.put(feature, out.size());
          }
        });
    return out;
  }

  /** The constant is the last of the weights. */
  private static void descend(int[][] rows, List<Example> examples, double[] weights) {
    int last = weights.length - 1;
    double all = examples.stream().mapToDouble(Example::counts).sum();
    double[] squares = new double[weights.length];
    for (int round = 0; round < ROUNDS; round++) {
      double[] slope = slope(rows, examples, weights, all);
      for (int n = 0; n < last; n++) {
        double down = slope[n] + PENALTY * weights[n] / all;
        squares[n] += down * down;
        weights[n] -= STEP * down / Math.sqrt(squares[n] + 1e-8);
      }
      weights[last] -= STEP * slope[last];
    }
  }

  private static double[] slope(
      int[][] rows, List<Example> examples, double[] weights, double all) {
    int last = weights.length - 1;
    double[] slope = new double[weights.length];
    for (int r = 0; r < rows.length; r++) {
      Example example = examples.get(r);
      double scale = Stance.scale(rows[r].length);
      double sum = weights[last];
      for (int n : rows[r]) {
        sum += weights[n] * scale;
      }
      double wrong =
          (1 / (1 + Math.exp(-sum)) - (example.against() ? 1 : 0)) * example.counts() / all;
      slope[last] += wrong;
      for (int n : rows[r]) {
        slope[n] += wrong * scale;
      }
    }
    return slope;
  }
}
