package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.LibraryEntry.Kin;
import io.kouxin.nlp.tagging.Tagging.Evidence;
import io.kouxin.nlp.tagging.Tagging.Tag;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which entries compete: of those that the same words speak for, the most specific one is meant.
 *
 * @param kin by the id of an entry; of entries that compete only
 */
record Kinship(Map<String, Kin> kin) {
  /** Characters between two pieces of evidence that still are one remark. */
  private static final int REMARK = 6;

  static Kinship of(List<LibraryEntry> entries) {
    var kin = new HashMap<String, Kin>();
    entries.stream().filter(e -> !e.kin().equals(Kin.NONE)).forEach(e -> kin.put(e.id(), e.kin()));
    return new Kinship(Map.copyOf(kin));
  }

  /**
   * Whether a tag gives way to one of these: to a more specific entry, or to a likelier one of its
   * own group, for which the same words speak.
   */
  boolean givesWay(Tag tag, List<Tag> others) {
    return others.stream()
        .filter(other -> !other.entry().equals(tag.entry()))
        .filter(other -> descends(other.entry(), tag.entry()) || outdone(tag, other))
        .anyMatch(other -> together(tag, other));
  }

  private boolean outdone(Tag tag, Tag other) {
    Optional<String> group = of(tag.entry()).group();
    return group.isPresent()
        && group.equals(of(other.entry()).group())
        && !descends(tag.entry(), other.entry())
        && other.score() > tag.score();
  }

  private Kin of(String entry) {
    return kin.getOrDefault(entry, Kin.NONE);
  }

  /** Whether an entry is a special case of another; a circle of parents ends where it closes. */
  private boolean descends(String entry, String ancestor) {
    var seen = new HashSet<String>();
    Optional<String> parent = of(entry).parent();
    while (parent.isPresent() && seen.add(parent.get())) {
      if (parent.get().equals(ancestor)) {
        return true;
      }
      parent = of(parent.get()).parent();
    }
    return false;
  }

  private static boolean together(Tag one, Tag other) {
    return one.evidence().stream()
        .anyMatch(a -> other.evidence().stream().anyMatch(b -> together(a, b)));
  }

  private static boolean together(Evidence a, Evidence b) {
    return a.start() <= b.end() + REMARK && b.start() <= a.end() + REMARK;
  }
}
