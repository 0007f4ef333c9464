package io.kouxin.nlp.tagging;

import java.util.List;

/**
 * How like one phrase, or one entry, is to memos that need not say it.
 *
 * @param mean of the scores
 * @param deviation the standard deviation of the scores
 */
record Usual(double mean, double deviation) {
  /** Count, mean and variance of the scores of one phrase, or of one entry. */
  record Moments(int count, double mean, double variance) {
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

    /** These, or the others if scores are higher there. */
    Moments orMore(Moments other) {
      return other.count() > 0 && other.high() > high() ? other : this;
    }

    private double high() {
      return mean + Math.sqrt(variance);
    }
  }

  /** What is usual for phrases, or entries, on the whole: a single one is drawn towards it. */
  record Typical(double mean, double variance) {
    /** Memos that a typical phrase is worth: with few memos a deviation is mostly chance. */
    private static final double TRUST = 2;

    static Typical of(List<Moments> phrases) {
      List<Moments> known = phrases.stream().filter(m -> m.count() > 0).toList();
      return new Typical(
          known.stream().mapToDouble(Moments::mean).average().orElse(0),
          known.stream().mapToDouble(Moments::variance).average().orElse(0));
    }

    Usual usual(Moments of) {
      double spread = (of.count() * of.variance() + TRUST * variance) / (of.count() + TRUST);
      return new Usual(
          (of.count() * of.mean() + mean) / (of.count() + 1), spread > 0 ? Math.sqrt(spread) : 1);
    }
  }

  /** Standard deviations over what is usual. */
  double above(double score) {
    return (score - mean) / deviation;
  }
}
