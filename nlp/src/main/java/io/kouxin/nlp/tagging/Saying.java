package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.EntryMatch.Hit;

/**
 * A wording made ready to be held against memos by what it means.
 *
 * @param usual how like it memos are that do not say it
 * @param atAGlance the same at a glance
 */
record Saying(Wording wording, PhraseMeaning meaning, Usual usual, Usual atAGlance) {

  /** The same in another edition of the library. */
  Saying as(Wording now) {
    return new Saying(now, meaning, usual, atAGlance);
  }

  Phrase phrase() {
    return wording.phrase();
  }

  /**
   * About how like it a memo is, in standard deviations over what is usual.
   *
   * @param cosine the mean of those of its tokens with the nearest centres, by what they say
   */
  double atAGlance(double cosine) {
    return atAGlance.above(Likeness.score(cosine));
  }

  /** Where a memo is like it, in standard deviations over what is usual. */
  Hit hit(Likeness likeness) {
    return new Hit(phrase(), likeness.start(), likeness.end(), usual.above(likeness.score()));
  }
}
