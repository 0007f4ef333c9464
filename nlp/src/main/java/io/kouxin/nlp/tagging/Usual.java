package io.kouxin.nlp.tagging;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;

/**
 * How like one phrase is to memos that need not say it.
 *
 * @param mean of the scores
 * @param deviation the standard deviation of the scores
 */
record Usual(double mean, double deviation) {
  /** Memos that a typical phrase is worth: with few memos a deviation is mostly chance. */
  private static final double TRUST = 2;

  /** Of a library without any memo; measured on the shipped packs. */
  private static final Usual UNKNOWN = new Usual(0.16, 0.06);

  /** Count, mean and variance of the scores of one phrase. */
  private record Moments(int count, double mean, double variance) {
    static Moments of(double[] scores) {
      double mean = 0;
      for (double score : scores) {
        mean += score / scores.length;
      }
      double variance = 0;
      for (double score : scores) {
        variance += (score - mean) * (score - mean) / scores.length;
      }
      return new Moments(scores.length, mean, variance);
    }

    Usual shrunk(double typicalMean, double typicalVariance) {
      if (typicalVariance <= 0) {
        return UNKNOWN;
      }
      return new Usual(
          (count * mean + typicalMean) / (count + 1),
          Math.sqrt((count * variance + TRUST * typicalVariance) / (count + TRUST)));
    }
  }

  /**
   * What is usual for each phrase.
   *
   * @param learns whether a phrase learns from a memo: not from one that is known to be about it
   */
  static List<Usual> of(List<PhraseMeaning> phrases, List<MemoMeaning> memos, Learns learns) {
    List<Moments> all =
        IntStream.range(0, phrases.size())
            .parallel()
            .mapToObj(p -> Moments.of(scores(phrases.get(p), memos, m -> learns.from(p, m))))
            .toList();
    List<Moments> known = all.stream().filter(m -> m.count() > 0).toList();
    double mean = known.stream().mapToDouble(Moments::mean).average().orElse(0);
    double variance = known.stream().mapToDouble(Moments::variance).average().orElse(0);
    var out = new ArrayList<Usual>(all.size());
    all.forEach(m -> out.add(m.shrunk(mean, variance)));
    return List.copyOf(out);
  }

  private static double[] scores(
      PhraseMeaning phrase, List<MemoMeaning> memos, IntPredicate learns) {
    return IntStream.range(0, memos.size())
        .filter(learns)
        .mapToDouble(m -> memos.get(m).to(phrase).score())
        .toArray();
  }

  /** Whether a phrase learns from a memo, both by number. */
  interface Learns {
    boolean from(int phrase, int memo);
  }

  /** Standard deviations over what is usual. */
  double above(double score) {
    return (score - mean) / deviation;
  }
}
