package io.kouxin.bot.reminder;

import io.kouxin.bot.followup.DueTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What comes up again. The verbs take part in the caller's transaction where there is one; each
 * answers false, and changes nothing, when there is no such reminder or it is closed already.
 */
public interface Reminders {

  /** Nearest due time first; {@code after} is the id of the last one seen. */
  List<Reminder> list(Filter filter, Optional<String> after, int limit);

  /** The one with this id. */
  Optional<Reminder> find(String id);

  /** The one of this follow-up. */
  Optional<Reminder> about(String followUp);

  /** The step is done: the follow-up is completed and the card settled. {@code by} is a person. */
  boolean done(String id, String by);

  /**
   * It comes up again later; what is due stays as it is. Only an appointment comes up in quiet
   * hours.
   */
  boolean snooze(String id, Instant until);

  /** The step itself moves, and the reminder with it. {@code by} is a person. */
  boolean move(String id, DueTime to, String by);

  /** Nobody wants to hear of it; the follow-up stays. A new due time brings it back. */
  boolean cancel(String id);

  /**
   * What to look for.
   *
   * @param person whose; empty for everybody's
   * @param states none means any
   * @param among the people whose may be seen; empty means everybody
   */
  record Filter(Optional<String> person, Set<Reminder.State> states, Optional<Set<String>> among) {
    public Filter {
      states = Set.copyOf(states);
    }

    /** Whoever's. */
    public Filter(Optional<String> person, Set<Reminder.State> states) {
      this(person, states, Optional.empty());
    }

    /** What one person still has to do. */
    public static Filter open(String person) {
      return new Filter(Optional.of(person), Set.of(Reminder.State.WAITING, Reminder.State.SHOWN));
    }

    /** Everything. */
    public static Filter any() {
      return new Filter(Optional.empty(), Set.of());
    }
  }
}
