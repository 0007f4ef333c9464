package io.kouxin.bot.reminder;

import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.outbox.TapHandler;
import io.kouxin.integrations.channel.Outbound;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What the buttons of a reminder do. */
final class ReminderTaps implements TapHandler {
  private final Clock clock;
  private final FollowUps followUps;
  private final Outbox outbox;
  private final JdbcReminders reminders;
  private final ReminderCards cards;
  private final Faces faces;
  private final AwaitedTime awaited;

  ReminderTaps(Ground ground, JdbcReminders reminders, ReminderCards cards, AwaitedTime awaited) {
    this.clock = ground.clock();
    this.followUps = ground.followUps();
    this.outbox = ground.outbox();
    this.reminders = reminders;
    this.cards = cards;
    this.faces = new Faces(ground.outbox());
    this.awaited = awaited;
  }

  @Override
  public String owner() {
    return RemindWork.OWNER;
  }

  @Override
  public Runnable tapped(Tapped tap) {
    return () -> mine(tap).ifPresent(reminder -> act(tap, reminder));
  }

  private Optional<Reminder> mine(Tapped tap) {
    return reminders
        .find(tap.subject())
        .filter(reminder -> reminder.person().equals(tap.person().id()));
  }

  private void act(Tapped tap, Reminder reminder) {
    Optional<FollowUp> followUp = followUps.find(reminder.followUp());
    if (followUp.isEmpty()) {
      return;
    }
    if (!reminder.isOpen() || !JdbcReminders.isOpen(followUp.get())) {
      faces.settle(tap.card(), tap.id() + ":face", reminders.closedLine(followUp.get()), "");
      return;
    }
    switch (tap.action()) {
      case ReminderCards.DONE -> reminders.done(reminder.id(), tap.person().id());
      case ReminderCards.HOUR ->
          reminders.snooze(reminder.id(), clock.instant().plus(Duration.ofHours(1)));
      case ReminderCards.MORNING -> reminders.tomorrow(reminder.id());
      case ReminderCards.RETIME -> ask(tap, followUp.get());
      default -> {
        // A button of a later version: nothing we could do for it.
      }
    }
  }

  private void ask(Tapped tap, FollowUp followUp) {
    String question = cards.speaking(followUp).say("reminder.ask_when");
    outbox.post(Post.plain(tap.account(), new Outbound.Reply(tap.id() + ":when", question)));
    awaited.awaits(tap.account(), followUp.id());
  }
}
