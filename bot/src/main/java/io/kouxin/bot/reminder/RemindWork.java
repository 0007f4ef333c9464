package io.kouxin.bot.reminder;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.work.Wakes;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Outbound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.springframework.transaction.support.TransactionOperations;

/** Brings a reminder up when its moment has come. */
final class RemindWork implements Work {
  static final String NAME = "remind";
  static final String OWNER = "reminder";

  private final TransactionOperations transactions;
  private final Clock clock;
  private final Wakes wakes;
  private final FollowUps followUps;
  private final Outbox outbox;
  private final ReminderRows rows;
  private final RemindTimes times;
  private final ReminderCards cards;
  private final JdbcReminders reminders;
  private final LongConsumer lateness;

  RemindWork(
      Ground ground,
      JdbcReminders reminders,
      RemindTimes times,
      ReminderCards cards,
      LongConsumer lateness) {
    this.transactions = ground.transactions();
    this.clock = ground.clock();
    this.wakes = ground.wakes();
    this.followUps = ground.followUps();
    this.outbox = ground.outbox();
    this.rows = new ReminderRows(ground.jdbc());
    this.times = times;
    this.cards = cards;
    this.reminders = reminders;
    this.lateness = lateness;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Instant> next(String id) {
    return rows.next(id);
  }

  @Override
  public void step(String id) {
    Instant now = clock.instant();
    Optional<Duration> late = transactions.execute(status -> bringUp(id, now));
    if (late != null) {
      late.ifPresent(duration -> lateness.accept(duration.toMillis()));
    }
  }

  private Optional<Duration> bringUp(String id, Instant now) {
    Optional<Kept> due =
        rows.find(id).filter(row -> rows.next(id).filter(at -> !at.isAfter(now)).isPresent());
    if (due.isEmpty()) {
      return Optional.empty();
    }
    Kept row = due.get();
    Optional<FollowUp> followUp =
        followUps.find(row.reminder().followUp()).filter(JdbcReminders::isOpen);
    if (followUp.isEmpty()) {
      reminders.follow(row.reminder().followUp());
      return Optional.empty();
    }
    Instant decent = times.decent(now, row.reminder().dueKind());
    if (decent.isAfter(now)) {
      rows.update(row.snoozed(new RemindTimes.Plan(Optional.of(decent), row.listDay())), now);
      return Optional.empty();
    }
    Duration late = Duration.between(row.reminder().remindAt().orElse(now), now);
    post(row, followUp.get(), late);
    return Optional.of(late);
  }

  private void post(Kept row, FollowUp followUp, Duration late) {
    String key = "remind:" + row.id() + ":" + (row.showing() + 1);
    Card card = cards.card(followUp, row.reminder(), late);
    var push = new Outbound.Push(key, Optional.of(card), card.body());
    outbox.post(Post.punctual(followUp.account(), push, OWNER, row.id()));
    rows.update(row.shownOn(key), clock.instant());
  }

  @Override
  public Optional<String> setAside(String id, String reason) {
    Optional<Kept> waiting = rows.find(id).filter(row -> rows.next(id).isPresent());
    waiting.ifPresent(
        row -> rows.update(row.in(row.reminder().state(), Optional.empty()), clock.instant()));
    return waiting.map(Kept::id);
  }

  @Override
  public void revive(String id) {
    Instant now = clock.instant();
    rows.find(id)
        .filter(row -> row.reminder().isOpen())
        .ifPresent(row -> rows.update(row.in(Reminder.State.WAITING, Optional.of(now)), now));
    wakes.wakeAt(NAME, id, now);
  }
}
