package io.kouxin.bot.followup;

import java.time.Instant;
import java.util.Optional;

/**
 * When the next step is to happen.
 *
 * @param at empty while the words are vague (过两天)
 * @param kind a deadline is not the moment of a reminder
 * @param text as it was said
 */
public record DueTime(Optional<Instant> at, Kind kind, String text) {

  /** What sort of time it is. */
  public enum Kind {
    APPOINTMENT,
    DEADLINE,
    DAY
  }
}
