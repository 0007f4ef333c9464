package io.kouxin.bot.hearing;

import io.kouxin.bot.hearing.Words.Outcome;

/** Whose words count where the platform brings its own with a note. The other's are kept beside. */
public enum Preference {
  /** Ours, even if that takes until a model is there. */
  OWN,
  /** The platform's; we do not listen to such a note. */
  PLATFORM,
  /** Ours where we are sure of them, else the platform's. */
  BETTER;

  /**
   * Mean confidence from which we are sure: words that were heard right lie near 1, wrong ones at
   * 0.42 to 0.57, so that every fourth word may be in doubt at most. A rule of thumb, not measured:
   * no recording with both transcripts was at hand.
   */
  static final double SURE = 0.85;

  /** Whether a note with the platform's words is to be listened to at all. */
  boolean listens() {
    return this != PLATFORM;
  }

  /** Whether the platform's words do for a language that we cannot hear yet. */
  boolean takesTheirs() {
    return this != OWN;
  }

  /** Which of the two counts, the other kept beside it. */
  Words of(Words ours, Words theirs) {
    boolean sure = ours.outcome() == Outcome.HEARD && ours.confidence() >= SURE;
    return this == OWN || (this == BETTER && sure) ? ours.beside(theirs) : theirs.beside(ours);
  }
}
