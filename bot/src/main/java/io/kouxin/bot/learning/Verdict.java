package io.kouxin.bot.learning;

import java.util.Optional;

/**
 * What became of an entry on one follow-up.
 *
 * @param tagged whether the library put it there
 * @param suggested whether it was offered
 * @param act what a person did about it in the end
 * @param said the words that it was about, if they are known
 */
record Verdict(boolean tagged, boolean suggested, Act act, Optional<String> said) {
  static final Verdict NONE = new Verdict(false, false, Act.NOTHING, Optional.empty());

  /** What a person did. */
  enum Act {
    NOTHING,
    TICKED,
    UNTICKED,
    /** A more specific entry took its place, or it is that one: an answer, and no judgement. */
    SPECIFIED
  }

  Verdict found() {
    return new Verdict(true, suggested, act, said);
  }

  Verdict offered() {
    return new Verdict(tagged, true, act, said);
  }

  Verdict specified() {
    return new Verdict(tagged, suggested, Act.SPECIFIED, Optional.empty());
  }

  /** What was taken away before and comes back is as if nothing had happened. */
  Verdict added(Optional<String> words) {
    return act == Act.UNTICKED
        ? new Verdict(tagged, suggested, Act.NOTHING, Optional.empty())
        : new Verdict(tagged, suggested, Act.TICKED, words);
  }

  Verdict removed(Optional<String> words) {
    return act == Act.TICKED || act == Act.SPECIFIED
        ? new Verdict(tagged, suggested, Act.NOTHING, Optional.empty())
        : new Verdict(tagged, suggested, Act.UNTICKED, words);
  }
}
