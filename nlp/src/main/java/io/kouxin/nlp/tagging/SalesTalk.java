package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.TokenVectors;
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
    new Shipped(WORDINGS)
        .lines().stream()
            .map(line -> line.split("\t", 2))
            .forEach(w -> topics.computeIfAbsent(w[0], t -> new ArrayList<>()).add(w[1]));
    return topics;
  }

  /** The file of directions begins with the centre. */
  private static SalesTalk read() {
    var topics = new ArrayList<Topic>();
    float[][] gists = new Shipped(GISTS).vectors();
    wordings().forEach((id, said) -> topics.add(new Topic(id, said, gists[topics.size() + 1])));
    return new SalesTalk(List.copyOf(topics), gists[0]);
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
    return Directions.of(sum);
  }

  /** The topics an entry borrows from, by its own phrases; a softmax over how near they are. */
  List<Loan> loans(List<PhraseMeaning> phrases) {
    float[] own = Directions.apart(gist(phrases), centre);
    double[] near = topics.stream().mapToDouble(t -> Directions.alike(t.gist(), own)).toArray();
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
}
