package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.EntryMatch.Found;
import io.kouxin.nlp.tagging.EntryMatch.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The sayings of several owners, and at a glance those of each that a memo is most like. All tokens
 * of all sayings lie one behind the other: each memo goes through the whole of them.
 */
final class Nearest {
  /** Sayings of an owner that are looked at closely. */
  private static final int CLOSELY = 6;

  private final List<Owner> owners = new ArrayList<>();
  private final List<Saying> sayings = new ArrayList<>();

  /** By the number of a saying, the index of its first token. */
  private final int[] begins;

  private final short[] centres;

  /** Of the tokens; those of one saying add up to 1. */
  private final float[] weights;

  /**
   * An entry or a topic.
   *
   * @param from number of its first saying
   * @param to number behind the last one
   */
  private record Owner(int number, int from, int to) {}

  /**
   * What one owner says that may be in a memo.
   *
   * @param score about, in standard deviations
   * @param sayings the most like ones first
   */
  record Near(double score, List<Saying> sayings) {
    /** The best of them together, in standard deviations of wordings. */
    Found in(Hits hits) {
      List<Hit> best =
          sayings.stream()
              .map(hits::of)
              .sorted(Comparator.comparingDouble(Hit::score).reversed())
              .limit(Found.HITS)
              .toList();
      return new Found(best.stream().mapToDouble(Hit::score).average().orElse(0), best);
    }
  }

  private Nearest(Map<Integer, List<Saying>> said) {
    said.forEach(
        (number, own) -> {
          owners.add(new Owner(number, sayings.size(), sayings.size() + own.size()));
          sayings.addAll(own);
        });
    begins = new int[sayings.size() + 1];
    for (int s = 0; s < sayings.size(); s++) {
      begins[s + 1] = begins[s] + sayings.get(s).meaning().size();
    }
    centres = new short[begins[sayings.size()]];
    weights = new float[centres.length];
    for (int s = 0; s < sayings.size(); s++) {
      PhraseMeaning meaning = sayings.get(s).meaning();
      System.arraycopy(meaning.centres(), 0, centres, begins[s], meaning.size());
      for (int t = 0; t < meaning.size(); t++) {
        weights[begins[s] + t] = (float) (meaning.weights()[t] / meaning.total());
      }
    }
  }

  static Nearest of(Sayings sayings) {
    return new Nearest(
        sayings.all().stream()
            .collect(
                Collectors.groupingBy(s -> s.phrase().entry(), TreeMap::new, Collectors.toList())));
  }

  /** By the number of the owner, of all owners. */
  Map<Integer, Near> in(MemoMeaning memo) {
    double[] glances = glances(memo.centres());
    var out = new HashMap<Integer, Near>();
    owners.forEach(owner -> out.put(owner.number(), near(owner, glances)));
    return out;
  }

  /**
   * By the number of a saying, about how like it the memo is, in standard deviations.
   *
   * @param memo how like each of the centres it is
   */
  private double[] glances(float[] memo) {
    double[] out = new double[sayings.size()];
    for (int s = 0; s < out.length; s++) {
      double sum = 0;
      for (int t = begins[s]; t < begins[s + 1]; t++) {
        sum += weights[t] * memo[centres[t]];
      }
      out[s] = sayings.get(s).atAGlance(sum);
    }
    return out;
  }

  private Near near(Owner owner, double[] glances) {
    int[] best = new int[CLOSELY];
    int count = 0;
    for (int s = owner.from(); s < owner.to(); s++) {
      if (count < CLOSELY || glances[s] > glances[best[CLOSELY - 1]]) {
        int rank = count < CLOSELY ? count++ : CLOSELY - 1;
        for (; rank > 0 && glances[best[rank - 1]] < glances[s]; rank--) {
          best[rank] = best[rank - 1];
        }
        best[rank] = s;
      }
    }
    double score = 0;
    var closely = new ArrayList<Saying>(count);
    for (int rank = 0; rank < count; rank++) {
      score += rank < Found.HITS ? glances[best[rank]] / Math.min(count, Found.HITS) : 0;
      closely.add(sayings.get(best[rank]));
    }
    return new Near(score, closely);
  }
}
