package io.kouxin.nlp.text;

import java.time.LocalDateTime;
import java.util.Optional;

/**
 * A time expression in plain text, resolved as if it were the follow-up.
 *
 * @param start index of the first plain character
 * @param end index behind the last one
 * @param at the local time, or empty when the expression is vague
 * @param kind what sort of time it is
 * @param bare whether it names no day (三点半, 下午): weak evidence for a promise
 */
record TimeMention(int start, int end, Optional<LocalDateTime> at, Due.Kind kind, boolean bare) {

  static TimeMention vague(int start, int end) {
    return new TimeMention(start, end, Optional.empty(), Due.Kind.DAY, false);
  }

  /** The same words at another, certain day. */
  TimeMention at(LocalDateTime other) {
    return new TimeMention(start, end, Optional.of(other), kind, false);
  }
}
