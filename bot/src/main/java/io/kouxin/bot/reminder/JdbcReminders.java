package io.kouxin.bot.reminder;

import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.reminder.Reminder.State;
import io.kouxin.bot.wording.Sentences;
import io.kouxin.bot.work.Wakes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.transaction.support.TransactionOperations;

/** The reminders in the store, kept in step with the record. */
final class JdbcReminders implements Reminders {
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Wakes wakes;
  private final FollowUps followUps;
  private final ReminderRows rows;
  private final RemindTimes times;
  private final ReminderCards cards;
  private final Faces faces;

  JdbcReminders(Ground ground, RemindTimes times, ReminderCards cards) {
    this.transactions = ground.transactions();
    this.clock = ground.clock();
    this.wakes = ground.wakes();
    this.followUps = ground.followUps();
    this.rows = new ReminderRows(ground.jdbc());
    this.times = times;
    this.cards = cards;
    this.faces = new Faces(ground.outbox());
  }

  @Override
  public List<Reminder> list(Filter filter, Optional<String> after, int limit) {
    return rows.list(filter, after, limit);
  }

  @Override
  public Optional<Reminder> find(String id) {
    return rows.find(id).map(Kept::reminder);
  }

  @Override
  public Optional<Reminder> about(String followUp) {
    return rows.about(followUp).map(Kept::reminder);
  }

  /**
   * Makes the reminder say what the record says: there is one, with the record's due time, as long
   * as the step is open, and none else. Runs in the caller's transaction, any number of times.
   */
  void follow(String followUpId) {
    // The row first: who reads it after somebody else wrote it reads a record at least as new.
    Optional<Kept> row = rows.about(followUpId);
    Optional<FollowUp> found = followUps.find(followUpId);
    if (found.isEmpty()) {
      return;
    }
    FollowUp followUp = found.get();
    if (!isOpen(followUp) || followUp.due().flatMap(DueTime::at).isEmpty()) {
      row.filter(kept -> kept.reminder().isOpen()).ifPresent(kept -> close(kept, followUp));
    } else if (row.isEmpty()) {
      Kept fresh = Kept.fresh(followUp, plan(followUp));
      wake(rows.insert(fresh, clock.instant()));
    } else {
      keep(row.get(), followUp);
    }
  }

  private void keep(Kept row, FollowUp followUp) {
    DueTime due = followUp.due().orElseThrow();
    Reminder reminder = row.reminder();
    boolean moved =
        !due.at().equals(Optional.of(reminder.dueAt())) || due.kind() != reminder.dueKind();
    if (moved || (!reminder.isOpen() && !row.declined())) {
      Kept planned = rows.update(row.planned(followUp, plan(followUp)), clock.instant());
      wake(planned);
      Sentences say = cards.speaking(followUp);
      faces.settle(planned, cards.again(say, planned.reminder().dueAt()), "");
    } else if (!row.about(followUp).equals(row)) {
      rows.update(row.about(followUp), clock.instant());
    }
  }

  private void close(Kept row, FollowUp followUp) {
    boolean done = followUp.status() == Status.COMPLETED;
    Kept closed = rows.update(row.closed(done ? State.DONE : State.CANCELLED), clock.instant());
    faces.settle(closed, closedLine(followUp), "");
  }

  /** What a card says whose step is closed. */
  String closedLine(FollowUp followUp) {
    Sentences say = cards.speaking(followUp);
    return followUp.status() == Status.COMPLETED
        ? cards.doneAt(say, followUp.updatedAt())
        : say.say("reminder.cancelled");
  }

  @Override
  public boolean done(String id, String by) {
    return open(
        id,
        row -> {
          FollowUp followUp = followUps.find(row.reminder().followUp()).orElseThrow();
          Sentences say = cards.speaking(followUp);
          Instant now = clock.instant();
          if (isOpen(followUp)) {
            followUps.write(followUp.complete(now), by, say.button("done"));
          }
          Kept closed = rows.update(row.closed(State.DONE), now);
          faces.settle(closed, cards.doneAt(say, now), say.say("reminder.done"));
        });
  }

  @Override
  public boolean snooze(String id, Instant until) {
    return open(
        id,
        row -> {
          Instant at = times.decent(until, row.reminder().dueKind());
          again(row, new RemindTimes.Plan(Optional.of(at), row.listDay()));
        });
  }

  /** It comes up again tomorrow morning. */
  boolean tomorrow(String id) {
    return open(id, row -> again(row, times.tomorrow(clock.instant())));
  }

  private void again(Kept row, RemindTimes.Plan plan) {
    FollowUp followUp = followUps.find(row.reminder().followUp()).orElseThrow();
    Kept waiting = rows.update(row.snoozed(plan), clock.instant());
    wake(waiting);
    String line = cards.again(cards.speaking(followUp), times.heardAt(plan));
    faces.settle(waiting, line, line);
  }

  @Override
  public boolean move(String id, DueTime to, String by) {
    return open(
        id,
        row -> {
          FollowUp followUp = followUps.find(row.reminder().followUp()).orElseThrow();
          String reason = cards.speaking(followUp).button("retime");
          followUps.write(followUp.postpone(to, clock.instant()), by, reason);
          follow(followUp.id());
        });
  }

  @Override
  public boolean cancel(String id) {
    return open(
        id,
        row -> {
          FollowUp followUp = followUps.find(row.reminder().followUp()).orElseThrow();
          Kept closed = rows.update(row.declinedByPerson(), clock.instant());
          faces.settle(closed, cards.speaking(followUp).say("reminder.cancelled"), "");
        });
  }

  private boolean open(String id, Consumer<Kept> verb) {
    Function<Kept, Boolean> apply =
        row -> {
          verb.accept(row);
          return true;
        };
    return Boolean.TRUE.equals(
        transactions.execute(
            status ->
                rows.find(id).filter(row -> row.reminder().isOpen()).map(apply).orElse(false)));
  }

  private RemindTimes.Plan plan(FollowUp followUp) {
    DueTime due = followUp.due().orElseThrow();
    return times.plan(due.at().orElseThrow(), due.kind(), clock.instant());
  }

  private void wake(Kept kept) {
    kept.reminder().remindAt().ifPresent(at -> wakes.wakeAt(RemindWork.NAME, kept.id(), at));
  }

  static boolean isOpen(FollowUp followUp) {
    return followUp.status() == Status.DRAFT || followUp.status() == Status.CONFIRMED;
  }
}
