package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.EntryMatch.Hit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Collects the best two phrases of each entry. */
final class EntryMatches {
  private static final int BEST = 2;
  private final Map<Integer, List<Hit>> hits;

  EntryMatches(int entries) {
    hits = HashMap.newHashMap(Math.min(entries, 256));
  }

  void add(Phrase phrase, Coverage coverage, double score) {
    List<Hit> own = hits.computeIfAbsent(phrase.entry(), e -> new ArrayList<>());
    own.add(new Hit(phrase, coverage, score));
    own.sort(Comparator.comparingDouble(Hit::score).reversed());
    if (own.size() > BEST) {
      own.removeLast();
    }
  }

  Collection<EntryMatch> all() {
    return hits.entrySet().stream()
        .map(
            e ->
                new EntryMatch(
                    e.getKey(),
                    e.getValue().stream().mapToDouble(Hit::score).sum() / BEST,
                    List.copyOf(e.getValue())))
        .toList();
  }
}
