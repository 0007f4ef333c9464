package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.EntryMatch.Hit;
import io.kouxin.nlp.tagging.LibraryEntry.Kin;
import io.kouxin.nlp.tagging.Tagging.Evidence;
import io.kouxin.nlp.tagging.Tagging.Status;
import io.kouxin.nlp.tagging.Tagging.Tag;
import io.kouxin.nlp.text.PlainText;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which entries compete: the same words say one thing, and of all that they speak for the most
 * specific one is meant that is about as likely, or else the likeliest.
 *
 * @param kin by the id of an entry; of entries that have any
 */
record Kinship(Map<String, Kin> kin) {
  /** Characters between two pieces of evidence that still are one remark. */
  private static final int REMARK = 6;

  /** What the odds of a special case must be of those of the general one to be about the same. */
  private static final double CLOSE = 0.5;

  static Kinship of(List<LibraryEntry> entries) {
    var kin = new HashMap<String, Kin>();
    entries.stream().filter(e -> !e.kin().equals(Kin.NONE)).forEach(e -> kin.put(e.id(), e.kin()));
    return new Kinship(Map.copyOf(kin));
  }

  /**
   * A tag.
   *
   * @param first the words by which it was judged; what is shown as evidence may be others
   */
  record Judged(Tag tag, Hit first) {
    private boolean isSaidWordForWord() {
      String phrase = first.phrase().plain();
      return tag.evidence().stream()
          .anyMatch(each -> PlainText.of(each.text()).text().contains(phrase));
    }

    private double odds() {
      return tag.score() / Math.max(1e-9, 1 - tag.score());
    }

    /** Whether its own phrase was said and that of the other was not, however alike it is. */
    private boolean plainerThan(Judged other) {
      return isSaidWordForWord() && !other.isSaidWordForWord();
    }

    private boolean likelierThan(Judged other) {
      return tag.score() > other.tag.score();
    }

    /**
     * Whether its words are mostly those of another. A name that was said is enough in itself, of
     * entries with the same phrase of their own all are meant, and a denial takes nothing from
     * another.
     */
    private boolean within(Judged other) {
      return !sharesItsPhrase(other.first) && addsNothingTo(other);
    }

    /** Whether most of its words are those of another, whatever the phrases. */
    private boolean addsNothingTo(Judged other) {
      if (first.phrase().alias() || tag.status() == Status.NEGATED) {
        return false;
      }
      Hit that = other.first;
      int shared = Math.min(first.end(), that.end()) - Math.max(first.start(), that.start());
      return 2 * shared > first.end() - first.start();
    }

    /** Two entries that borrow one wording have one phrase, that of the topic. */
    private boolean sharesItsPhrase(Hit that) {
      return first.phrase().plain().equals(that.phrase().plain())
          && !first.phrase().equals(that.phrase());
    }

    /** Whether the words stand near each other. */
    private boolean together(Judged other) {
      return tag.evidence().stream()
          .anyMatch(a -> other.tag.evidence().stream().anyMatch(b -> together(a, b)));
    }

    private static boolean together(Evidence a, Evidence b) {
      return a.start() <= b.end() + REMARK && b.start() <= a.end() + REMARK;
    }
  }

  /**
   * Those of some tags that are left: one gives way to a more specific entry or a likelier one of
   * its own group for which words near by speak, and to any likelier one that its own words speak
   * for. What gave way itself takes nothing from another, unless it gave way to its special case;
   * in a circle the likeliest is left.
   */
  List<Judged> survivors(List<Judged> tags) {
    var open = new ArrayList<>(tags);
    open.sort(Comparator.comparingDouble((Judged each) -> each.tag().score()).reversed());
    var left = new HashSet<Judged>();
    while (!open.isEmpty()) {
      Judged next =
          open.stream()
              .filter(tag -> open.stream().noneMatch(other -> givesWay(tag, other)))
              .findFirst()
              .orElseGet(open::getFirst);
      left.add(next);
      open.remove(next);
      List<Judged> meant = open.stream().filter(tag -> isGeneralOf(tag, next)).toList();
      open.removeIf(
          tag ->
              givesWay(tag, next)
                  || givesWay(next, tag)
                  || meant.stream().anyMatch(general -> givesWay(tag, general)));
    }
    return tags.stream().filter(left::contains).toList();
  }

  /** Whether it gives way to its special case, which has its words from then on. */
  private boolean isGeneralOf(Judged tag, Judged special) {
    return descends(special.tag().entry(), tag.tag().entry()) && givesWay(tag, special);
  }

  private boolean givesWay(Judged tag, Judged other) {
    String entry = tag.tag().entry();
    String that = other.tag().entry();
    if (entry.equals(that) || tag.tag().status() != other.tag().status()) {
      return false;
    }
    if (descends(entry, that)) {
      return tag.together(other) && !isMeantBy(tag, other);
    }
    if (descends(that, entry)) {
      return isMeantBy(other, tag) && tag.together(other);
    }
    boolean near = akin(entry, that) ? tag.together(other) : tag.within(other);
    return near && !tag.plainerThan(other) && (other.plainerThan(tag) || other.likelierThan(tag));
  }

  /**
   * Whether it is the special case that is meant and not the general one: words of its own, that
   * are not among those of the general one, are those of its phrase or make it about as likely; or
   * it is the likelier one, and the general one was not said word for word with the same words.
   */
  private static boolean isMeantBy(Judged special, Judged general) {
    if (special.addsNothingTo(general)) {
      return !general.likelierThan(special) && !general.plainerThan(special);
    }
    boolean close = special.odds() >= CLOSE * general.odds() || special.isSaidWordForWord();
    return close || !general.likelierThan(special);
  }

  private boolean akin(String entry, String other) {
    Optional<String> group = of(entry).group();
    return group.isPresent() && group.equals(of(other).group());
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
}
