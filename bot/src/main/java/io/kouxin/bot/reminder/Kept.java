package io.kouxin.bot.reminder;

import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.reminder.Reminder.State;
import io.kouxin.bot.work.Sequence;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A reminder as the store keeps it.
 *
 * @param listDay the morning whose list it stands in
 * @param declined a person cancelled it, so that only a new due time brings it back
 * @param showing how often it was brought up
 * @param card the key of the latest card about it
 * @param version grows with each change; 0 is not written yet
 */
record Kept(
    Reminder reminder,
    LocalDate listDay,
    boolean declined,
    int showing,
    Optional<String> card,
    int version) {

  /** The first one of a follow-up that has a due time. */
  static Kept fresh(FollowUp followUp, RemindTimes.Plan plan) {
    Reminder reminder = of(Sequence.next(), followUp, plan.remindAt(), State.WAITING);
    return new Kept(reminder, plan.listDay(), false, 0, Optional.empty(), 0);
  }

  String id() {
    return reminder.id();
  }

  /** With what the record says now; when it comes up stays. */
  Kept about(FollowUp followUp) {
    return with(of(id(), followUp, reminder.remindAt(), reminder.state()));
  }

  /** Waiting again, for what the record says now. */
  Kept planned(FollowUp followUp, RemindTimes.Plan plan) {
    Reminder next = of(id(), followUp, plan.remindAt(), State.WAITING);
    return new Kept(next, plan.listDay(), false, showing, card, version);
  }

  /** Waiting again, for a later moment. */
  Kept snoozed(RemindTimes.Plan plan) {
    Reminder next = in(State.WAITING, plan.remindAt()).reminder;
    return new Kept(next, plan.listDay(), declined, showing, card, version);
  }

  Kept shownOn(String key) {
    Reminder next = in(State.SHOWN, Optional.empty()).reminder;
    return new Kept(next, listDay, declined, showing + 1, Optional.of(key), version);
  }

  Kept closed(State state) {
    return in(state, Optional.empty());
  }

  Kept declinedByPerson() {
    Reminder next = closed(State.CANCELLED).reminder;
    return new Kept(next, listDay, true, showing, card, version);
  }

  Kept onCard(String key) {
    return new Kept(reminder, listDay, declined, showing, Optional.of(key), version);
  }

  Kept written() {
    return new Kept(reminder, listDay, declined, showing, card, version + 1);
  }

  Kept in(State state, Optional<Instant> remindAt) {
    Reminder r = reminder;
    return with(
        new Reminder(
            r.id(),
            r.followUp(),
            r.person(),
            r.action(),
            r.customer(),
            r.dueAt(),
            r.dueKind(),
            remindAt,
            state));
  }

  private Kept with(Reminder next) {
    return new Kept(next, listDay, declined, showing, card, version);
  }

  private static Reminder of(
      String id, FollowUp followUp, Optional<Instant> remindAt, State state) {
    DueTime due = followUp.due().orElseThrow();
    return new Reminder(
        id,
        followUp.id(),
        followUp.rep(),
        followUp.nextAction().orElse(""),
        followUp.customer().map(CustomerRef::name),
        due.at().orElseThrow(),
        due.kind(),
        remindAt,
        state);
  }
}
