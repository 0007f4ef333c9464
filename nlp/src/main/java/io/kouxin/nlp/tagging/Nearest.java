package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.EntryMatch.Found;
import io.kouxin.nlp.tagging.EntryMatch.Hit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * The sayings of several owners, and at a glance those of each that a memo is most like.
 *
 * @param owners by the number of an entry or topic, what it says
 */
record Nearest(Map<Integer, List<Saying>> owners) {
  /** Sayings of an owner that are looked at closely. */
  private static final int CLOSELY = 6;

  /**
   * What one owner says that may be in a memo.
   *
   * @param score about, in standard deviations
   * @param sayings the most like ones first
   */
  record Near(double score, List<Saying> sayings) {
    /** The best of them together, in standard deviations of wordings. */
    Found in(MemoMeaning memo) {
      List<Hit> best =
          sayings.stream()
              .map(s -> s.in(memo))
              .sorted(Comparator.comparingDouble(Hit::score).reversed())
              .limit(Found.HITS)
              .toList();
      return new Found(best.stream().mapToDouble(Hit::score).average().orElse(0), best);
    }
  }

  private record Glance(Saying saying, double score) {}

  static Nearest of(Sayings sayings) {
    return new Nearest(
        sayings.all().stream().collect(Collectors.groupingBy(s -> s.phrase().entry())));
  }

  /** By the number of the owner; who has nothing that counts is left out. */
  Map<Integer, Near> in(MemoMeaning memo, Predicate<Phrase> known) {
    return owners.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, e -> near(e.getValue(), memo, known)));
  }

  private static Near near(List<Saying> sayings, MemoMeaning memo, Predicate<Phrase> known) {
    var glances = new ArrayList<Glance>(sayings.size());
    for (Saying saying : sayings) {
      if (known.test(saying.phrase())) {
        glances.add(new Glance(saying, saying.atAGlance(memo)));
      }
    }
    glances.sort(Comparator.comparingDouble(Glance::score).reversed());
    return new Near(
        glances.stream().limit(Found.HITS).mapToDouble(Glance::score).average().orElse(0),
        glances.stream().limit(CLOSELY).map(Glance::saying).toList());
  }
}
