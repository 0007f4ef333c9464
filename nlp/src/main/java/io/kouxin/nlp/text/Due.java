package io.kouxin.nlp.text;

import java.time.Instant;
import java.util.Optional;

/**
 * The one follow-up time that a memo asks for.
 *
 * @param text the expression as it was said, such as 下周三下午三点
 * @param span where it stands in the raw text
 * @param at the instant, or empty when the expression is vague (过两天)
 * @param kind what sort of time it is: a deadline is not the moment of a reminder
 */
public record Due(String text, Span span, Optional<Instant> at, Kind kind) {

  /** What sort of time was said. */
  public enum Kind {
    /** At this very time: 周三下午三点. */
    APPOINTMENT,
    /** Not later than this: 周五下班前. */
    DEADLINE,
    /** Some time on this day: 下周三. */
    DAY
  }
}
