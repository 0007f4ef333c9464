package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.TokenVectors;
import java.io.BufferedReader;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * How people talk about some hundreds of topics of selling, in twenty wordings each. An entry that
 * has few phrases of its own borrows the wordings of the topics that are nearest to it (RATIONALE:
 * "Why does an entry borrow?").
 *
 * @param topics in the order of the file
 * @param centre what all topics share; it tells none apart
 */
@SuppressWarnings("ArrayRecordComponent") // a constant, never written to
record SalesTalk(List<Topic> topics, float[] centre) {
  /** Topics of which one entry borrows. */
  private static final int NEAREST = 3;

  /** Standard deviations of nearness within which a topic counts about as much as the nearest. */
  private static final double BREADTH = 0.5;

  private static final String WORDINGS = "sales-talk-zh.tsv";
  private static final String GISTS = "sales-talk-zh.f32";

  /**
   * What people talk about.
   *
   * @param gist its direction among the topics, of length 1
   */
  @SuppressWarnings("ArrayRecordComponent") // hundreds of them: no copies
  record Topic(String id, List<String> wordings, float[] gist) {}

  /**
   * How much an entry borrows of a topic.
   *
   * @param topic index of the topic
   * @param share 0 to 1; those of one entry add up to 1
   */
  record Loan(int topic, double share) {}

  /** The Chinese collection in the jar. */
  static SalesTalk chinese() {
    return Chinese.TALK;
  }

  /** Read when it is first needed: without vectors it never is. */
  private static final class Chinese {
    static final SalesTalk TALK = read();
  }

  /** The wordings of each topic. */
  static Map<String, List<String>> wordings() {
    var topics = new LinkedHashMap<String, List<String>>();
    try (var lines =
        new BufferedReader(new InputStreamReader(in(WORDINGS), StandardCharsets.UTF_8))) {
      lines
          .lines()
          .map(line -> line.split("\t", 2))
          .forEach(w -> topics.computeIfAbsent(w[0], t -> new ArrayList<>()).add(w[1]));
    } catch (IOException e) {
      throw new UncheckedIOException(WORDINGS + " cannot be read", e);
    }
    return topics;
  }

  private static InputStream in(String name) {
    InputStream in = SalesTalk.class.getResourceAsStream(name);
    if (in == null) {
      throw new IllegalStateException(name + " is not in the jar");
    }
    return in;
  }

  private static SalesTalk read() {
    var topics = new ArrayList<Topic>();
    try (var gists = new DataInputStream(in(GISTS))) {
      float[] centre = vector(gists);
      for (Map.Entry<String, List<String>> topic : wordings().entrySet()) {
        topics.add(new Topic(topic.getKey(), List.copyOf(topic.getValue()), vector(gists)));
      }
      return new SalesTalk(List.copyOf(topics), centre);
    } catch (IOException e) {
      throw new UncheckedIOException(GISTS + " cannot be read", e);
    }
  }

  private static float[] vector(DataInputStream in) throws IOException {
    float[] out = new float[TokenVectors.DIMENSIONS];
    for (int i = 0; i < out.length; i++) {
      out[i] = in.readFloat();
    }
    return out;
  }

  /** What several phrases say together: the mean of their weighted tokens, of length 1. */
  static float[] gist(List<PhraseMeaning> phrases) {
    double[] sum = new double[TokenVectors.DIMENSIONS];
    for (PhraseMeaning phrase : phrases) {
      for (int t = 0; t < phrase.size(); t++) {
        for (int d = 0; d < sum.length; d++) {
          sum[d] += phrase.vectors()[t][d] * phrase.weights()[t] / phrase.total();
        }
      }
    }
    return direction(sum);
  }

  /** The same direction, of length 1. */
  static float[] direction(double[] from) {
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

  /** The same less the centre: what makes it this one and no other. */
  static float[] apart(float[] gist, float[] centre) {
    double[] out = new double[gist.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = gist[i] - centre[i];
    }
    return direction(out);
  }

  /** The topics an entry borrows from, by its own phrases; a softmax over how near they are. */
  List<Loan> loans(List<PhraseMeaning> phrases) {
    float[] own = apart(gist(phrases), centre);
    double[] near = topics.stream().mapToDouble(t -> inner(t.gist(), own)).toArray();
    double mean = Arrays.stream(near).average().orElse(0);
    double variance = 0;
    for (double n : near) {
      variance += (n - mean) * (n - mean) / near.length;
    }
    double unit = Math.sqrt(variance) * BREADTH;
    List<Loan> nearest =
        IntStream.range(0, near.length)
            .mapToObj(t -> new Loan(t, Math.exp((near[t] - mean) / unit)))
            .sorted(Comparator.comparingDouble(Loan::share).reversed())
            .limit(NEAREST)
            .toList();
    double total = nearest.stream().mapToDouble(Loan::share).sum();
    return nearest.stream().map(l -> new Loan(l.topic(), l.share() / total)).toList();
  }

  private static double inner(float[] a, float[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += (double) a[i] * b[i];
    }
    return sum;
  }
}
