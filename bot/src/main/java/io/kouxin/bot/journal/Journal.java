package io.kouxin.bot.journal;

import java.util.List;

/** What happened, append-only. */
public interface Journal {

  /** Writes it down in the caller's transaction and wakes the rooms that react to it. */
  JournalEntry append(Happening happening);

  /** All that happened to one thing, oldest first. */
  List<JournalEntry> about(String subject);
}
