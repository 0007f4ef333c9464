package io.kouxin.bot.learning;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUps.Version;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.learning.Verdict.Shown;
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

  /** One change, and who made it. */
  private record Step(FollowUp before, FollowUp after, String by) {
    Optional<Shown> shown(Optional<String> words) {
      return words.map(said -> new Shown(said, by, after.updatedAt()));
    }
  }

  /**
   * The verdicts by entry.
   *
   * @param history the earlier states, oldest first
   * @param isKindOf whether the first entry is a more specific one of the second
   */
  static Map<String, Verdict> of(
      List<Version> history, FollowUp now, BiPredicate<String, String> isKindOf) {
    var all = new Verdicts(isKindOf);
    all.see(history.isEmpty() ? now : history.getFirst().state());
    for (int i = 0; i < history.size(); i++) {
      FollowUp after = i + 1 < history.size() ? history.get(i + 1).state() : now;
      all.step(new Step(history.get(i).state(), after, history.get(i).by()));
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
  private void step(Step step) {
    List<TagMark> gone = without(step.before().asserted(), step.after().asserted());
    List<TagMark> come = without(step.after().asserted(), step.before().asserted());
    if (step.before().parts().equals(step.after().parts())) {
      judge(step, gone, come);
    } else {
      gone.forEach(tag -> verdicts.remove(tag.entry()));
      see(step.after());
    }
  }

  private void judge(Step step, List<TagMark> gone, List<TagMark> come) {
    FollowUp after = step.after();
    for (TagMark tag : gone) {
      boolean specified = any(come, other -> isKindOf.test(other.entry(), tag.entry()));
      Verdict now = verdicts.getOrDefault(tag.entry(), Verdict.NONE);
      Optional<Shown> words = step.shown(Excerpt.around(after, tag));
      change(tag.entry(), specified ? now.specified() : now.removed(words));
    }
    for (TagMark tag : come) {
      boolean specific = any(gone, other -> isKindOf.test(tag.entry(), other.entry()));
      Verdict now = verdicts.getOrDefault(tag.entry(), Verdict.NONE);
      Optional<Shown> words = step.shown(words(after, tag, gone));
      change(tag.entry(), specific ? now.specified() : now.added(words));
    }
  }

  /** Where it stands, else where stood what it takes the place of, else all if that is little. */
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
