package io.kouxin.bot.learning;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.TagMark;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Reads in the states of one follow-up what people thought of its tags. */
final class Verdicts {
  /** Words of nobody's tag count only where there are not many of them. */
  private static final int FEW_CHARACTERS = 40;

  private final BiPredicate<String, String> isKindOf;
  private final Map<String, Verdict> verdicts = new LinkedHashMap<>();

  private Verdicts(BiPredicate<String, String> isKindOf) {
    this.isKindOf = isKindOf;
  }

  /**
   * The verdicts by entry.
   *
   * @param states oldest first, at least one
   * @param isKindOf whether the first entry is a more specific one of the second
   */
  static Map<String, Verdict> of(List<FollowUp> states, BiPredicate<String, String> isKindOf) {
    var all = new Verdicts(isKindOf);
    all.see(states.getFirst());
    for (int i = 1; i < states.size(); i++) {
      all.step(states.get(i - 1), states.get(i));
    }
    return all.verdicts;
  }

  private void see(FollowUp state) {
    for (TagMark tag : state.asserted()) {
      if (!tag.ticked()) {
        change(tag.entry(), verdicts.getOrDefault(tag.entry(), Verdict.NONE).found());
      }
    }
    for (TagMark tag : state.suggestions()) {
      change(tag.entry(), verdicts.getOrDefault(tag.entry(), Verdict.NONE).offered());
    }
  }

  /** A memo that joined or left brought and took tags by itself; the rest somebody did. */
  private void step(FollowUp before, FollowUp after) {
    List<TagMark> gone = without(before.asserted(), after.asserted());
    List<TagMark> come = without(after.asserted(), before.asserted());
    if (before.parts().equals(after.parts())) {
      judge(after, gone, come);
    } else {
      gone.forEach(tag -> verdicts.remove(tag.entry()));
      see(after);
    }
  }

  private void judge(FollowUp after, List<TagMark> gone, List<TagMark> come) {
    for (TagMark tag : gone) {
      boolean specified = any(come, other -> isKindOf.test(other.entry(), tag.entry()));
      Verdict now = verdicts.getOrDefault(tag.entry(), Verdict.NONE);
      change(
          tag.entry(), specified ? now.specified() : now.removed(Excerpt.around(after, tag)));
    }
    for (TagMark tag : come) {
      boolean specific = any(gone, other -> isKindOf.test(tag.entry(), other.entry()));
      Verdict now = verdicts.getOrDefault(tag.entry(), Verdict.NONE);
      change(tag.entry(), specific ? now.specified() : now.added(words(after, tag, gone)));
    }
  }

  /** Where it stands itself, else where stood what it takes the place of, else all if that is little. */
  private static Optional<String> words(FollowUp after, TagMark tag, List<TagMark> gone) {
    Optional<String> own = Excerpt.around(after, tag);
    return own.or(() -> gone.stream().flatMap(it -> Excerpt.around(after, it).stream()).findFirst())
        .or(() -> Optional.of(after.text()).filter(all -> all.length() <= FEW_CHARACTERS));
  }

  private void change(String entry, Verdict verdict) {
    verdicts.put(entry, verdict);
  }

  private static boolean any(List<TagMark> tags, Predicate<TagMark> which) {
    return tags.stream().anyMatch(which);
  }

  private static List<TagMark> without(List<TagMark> some, List<TagMark> others) {
    List<TagMark> rest = new ArrayList<>(some);
    rest.removeIf(tag -> any(others, other -> other.entry().equals(tag.entry())));
    return rest;
  }
}
