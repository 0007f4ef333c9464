package io.kouxin.bot.reminder;

import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.journal.Reaction;
import java.util.Set;

/** Keeps the reminder of a follow-up in step, whatever happened to the follow-up. */
final class FollowsTheRecord implements Reaction {
  private final JdbcReminders reminders;

  FollowsTheRecord(JdbcReminders reminders) {
    this.reminders = reminders;
  }

  @Override
  public String name() {
    return "reminder";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        "follow-up.opened",
        "follow-up.confirmed",
        "follow-up.corrected",
        "follow-up.postponed",
        "follow-up.completed",
        "follow-up.dropped",
        "follow-up.restored",
        "follow-up.skipped",
        "follow-up.joined",
        "follow-up.split");
  }

  @Override
  public void react(JournalEntry entry) {
    reminders.follow(entry.subject());
  }
}
