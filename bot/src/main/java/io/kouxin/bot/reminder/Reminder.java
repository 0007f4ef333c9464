package io.kouxin.bot.reminder;

import io.kouxin.bot.followup.DueTime;
import java.time.Instant;
import java.util.Optional;

/**
 * A promise that comes up again.
 *
 * @param followUp whose next step it is; there is one reminder per follow-up
 * @param person who is reminded
 * @param action the next step in the rep's words, empty if none was said
 * @param customer the customer's name, empty as long as nobody knows
 * @param dueAt when the step is due, which is not when it is brought up
 * @param remindAt when it comes up by itself; empty if it only stands in a morning list, or is past
 */
public record Reminder(
    String id,
    String followUp,
    String person,
    String action,
    Optional<String> customer,
    Instant dueAt,
    DueTime.Kind dueKind,
    Optional<Instant> remindAt,
    State state) {

  /** How far it has come. */
  public enum State {
    WAITING,
    /** It was brought up, and nobody has done anything about it yet. */
    SHOWN,
    /** The step is done. */
    DONE,
    /** Nobody wants to hear of it. */
    CANCELLED
  }

  /** Whether somebody still has to do something. */
  public boolean isOpen() {
    return state == State.WAITING || state == State.SHOWN;
  }
}
