package io.kouxin.bot.learning;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of an entry on one follow-up.
 *
 * @param tagged whether the library put it there
 * @param suggested whether it was offered
 * @param act what a person did about it in the end
 * @param shown the words that it was about, and who did it; empty if no words are known
 */
record Verdict(boolean tagged, boolean suggested, Act act, Optional<Shown> shown) {
  static final Verdict NONE = new Verdict(false, false, Act.NOTHING, Optional.empty());

  /** Words, and who made them an example. */
  record Shown(String words, String by, Instant at) {}

  /** What a person did. */
  enum Act {
    NOTHING,
    TICKED,
    UNTICKED,
    /** A more specific entry took its place, or it is that one: an answer, and no judgement. */
    SPECIFIED
  }

  Verdict found() {
    return new Verdict(true, suggested, act, shown);
  }

  Verdict offered() {
    return new Verdict(tagged, true, act, shown);
  }

  Verdict specified() {
    return new Verdict(tagged, suggested, Act.SPECIFIED, Optional.empty());
  }

  /** What was taken away before and comes back is as if nothing had happened. */
  Verdict added(Optional<Shown> words) {
    return act == Act.UNTICKED
        ? new Verdict(tagged, suggested, Act.NOTHING, Optional.empty())
        : new Verdict(tagged, suggested, Act.TICKED, words);
  }

  Verdict removed(Optional<Shown> words) {
    return act == Act.TICKED || act == Act.SPECIFIED
        ? new Verdict(tagged, suggested, Act.NOTHING, Optional.empty())
        : new Verdict(tagged, suggested, Act.UNTICKED, words);
  }
}
