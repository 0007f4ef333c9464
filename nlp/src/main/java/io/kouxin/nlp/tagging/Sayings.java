package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.EntryMatch.Found;
import io.kouxin.nlp.tagging.Nearest.Near;
import io.kouxin.nlp.tagging.Usual.Moments;
import io.kouxin.nlp.tagging.Usual.Typical;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Wordings made ready to be held against memos.
 *
 * @param all in the order given
 * @param owners by the id of an entry or topic, what its best wordings together usually get: the
 *     more wordings, the more one of them gets by chance
 * @param typical what is usual on the whole
 */
record Sayings(List<Saying> all, Map<String, Usual> owners, Level typical) {
  private record Key(String owner, String plain) {
    static Key of(Wording wording) {
      return new Key(wording.owner(), wording.phrase().plain());
    }
  }

  /**
   * What is usual for wordings, for wordings at a glance, and for all of an owner together.
   *
   * @param owner standard deviations of the best wordings
   */
  record Level(Typical wording, Typical glance, Typical owner) {}

  static Sayings of(List<Wording> wordings, Ground ground) {
    List<Heard> heard = Heard.of(wordings, ground);
    Typical wording = Typical.of(heard.stream().map(Heard::moments).toList());
    Typical glance = Typical.of(heard.stream().map(Heard::atAGlance).toList());
    Map<String, Moments> owners = Heard.owners(heard, wording, ground);
    return of(heard, owners, new Level(wording, glance, Typical.of(List.copyOf(owners.values()))));
  }

  private static Sayings of(List<Heard> heard, Map<String, Moments> owners, Level typical) {
    return new Sayings(
        heard.stream().map(h -> h.saying(typical)).toList(),
        owners.entrySet().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Map.Entry::getKey, e -> typical.owner().usual(e.getValue()))),
        typical);
  }

  /** What an owner gets from a memo, in standard deviations over what is usual for it. */
  Found found(Near near, Hits hits) {
    Found best = near.in(hits);
    Usual usual = owners.get(near.sayings().getFirst().wording().owner());
    return new Found(Objects.requireNonNull(usual).above(best.score()), best.hits());
  }

  /** Other wordings on the same ground: only owners of which anything is new are heard. */
  Sayings edited(List<Wording> wordings, Ground ground) {
    Map<Key, Saying> known = new HashMap<>();
    all.forEach(s -> known.put(Key.of(s.wording()), s));
    Map<String, Set<String>> now = byOwner(wordings.stream());
    Map<String, Set<String>> before = byOwner(all.stream().map(Saying::wording));
    List<Wording> other =
        wordings.stream()
            .filter(w -> !Objects.equals(now.get(w.owner()), before.get(w.owner())))
            .toList();
    List<Heard> heard = Heard.of(other, ground);
    Sayings fresh = of(heard, Heard.owners(heard, typical.wording(), ground), typical);
    fresh.all().forEach(s -> known.put(Key.of(s.wording()), s));
    var usual = new HashMap<>(owners);
    usual.putAll(fresh.owners());
    usual.keySet().retainAll(now.keySet());
    return new Sayings(
        wordings.stream().map(w -> Objects.requireNonNull(known.get(Key.of(w))).as(w)).toList(),
        Map.copyOf(usual),
        typical);
  }

  private static Map<String, Set<String>> byOwner(Stream<Wording> wordings) {
    return wordings.collect(
        Collectors.groupingBy(
            Wording::owner, Collectors.mapping(w -> w.phrase().plain(), Collectors.toSet())));
  }
}
