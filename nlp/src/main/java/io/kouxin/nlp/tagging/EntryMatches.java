package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.EntryMatch.Found;
import io.kouxin.nlp.tagging.EntryMatch.Hit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Collects what was found of each entry: by its words, by what it means, by what it borrows. */
final class EntryMatches {
  private final Map<Integer, List<Hit>> words = new HashMap<>();
  private final Map<Integer, Found> meaning = new HashMap<>();
  private final Map<Integer, Hit> names = new HashMap<>();
  private final Map<Integer, Found> talk = new HashMap<>();

  /** Notes a phrase of which some words are there. */
  void words(Hit hit) {
    add(words, hit);
  }

  /** Notes that a name of an entry was said. */
  void name(Hit hit) {
    names.put(hit.phrase().entry(), hit);
  }

  /** Notes how like an entry the memo is. */
  void meaning(int entry, Found found) {
    meaning.put(entry, found);
  }

  /** Notes what entries get by what they borrow. */
  void talk(Map<Integer, Found> found) {
    talk.putAll(found);
  }

  /**
   * The entries for which words speak most, and those that were named.
   *
   * @param among these entries
   */
  Set<Integer> likeliest(Set<Integer> among, int atMost) {
    var out = new LinkedHashSet<>(names.keySet());
    words.keySet().stream()
        .sorted(Comparator.comparingDouble((Integer entry) -> words(entry).score()).reversed())
        .limit(atMost)
        .forEach(out::add);
    out.retainAll(among);
    return out;
  }

  /**
   * Forgets what words alone say.
   *
   * @param among of these entries
   * @param kept but not of these
   */
  void forget(Set<Integer> among, Set<Integer> kept) {
    words.keySet().removeIf(entry -> among.contains(entry) && !kept.contains(entry));
  }

  private Set<Integer> entries() {
    var out = new LinkedHashSet<>(words.keySet());
    out.addAll(names.keySet());
    return out;
  }

  private static void add(Map<Integer, List<Hit>> hits, Hit hit) {
    List<Hit> own =
        hits.computeIfAbsent(hit.phrase().entry(), e -> new ArrayList<>(Found.HITS + 1));
    int rank = own.size();
    while (rank > 0 && own.get(rank - 1).score() < hit.score()) {
      rank--;
    }
    own.add(rank, hit);
    if (own.size() > Found.HITS) {
      own.removeLast();
    }
  }

  Collection<EntryMatch> all() {
    Set<Integer> entries = entries();
    for (Map<Integer, Found> like : List.of(meaning, talk)) {
      like.forEach(
          (entry, found) -> {
            if (found.score() >= EntryMatch.ALIKE) {
              entries.add(entry);
            }
          });
    }
    return entries.stream().map(this::match).toList();
  }

  private EntryMatch match(int entry) {
    return new EntryMatch(
        entry,
        words(entry),
        meaning.getOrDefault(entry, Found.NOTHING),
        talk.getOrDefault(entry, Found.NOTHING));
  }

  /** One phrase alone counts half; that it is alone says nothing of its meaning. */
  private Found words(int entry) {
    Hit name = names.get(entry);
    if (name != null) {
      return new Found(1, List.of(name));
    }
    List<Hit> said = words.getOrDefault(entry, List.of());
    return new Found(said.stream().mapToDouble(Hit::score).sum() / Found.HITS, List.copyOf(said));
  }
}
