package io.kouxin.bot.reminder;

import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.people.JdbcPeople;
import java.util.List;
import java.util.Set;

/** A new person gets the routines of the day. */
record BeginsRoutines(List<Routine> routines) implements Reaction {

  @Override
  public String name() {
    return "routines";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(JdbcPeople.SAVED);
  }

  @Override
  public void react(JournalEntry entry) {
    routines.forEach(routine -> routine.begin(entry.subject()));
  }
}
