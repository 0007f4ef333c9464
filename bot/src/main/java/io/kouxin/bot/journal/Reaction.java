package io.kouxin.bot.journal;

import java.util.Set;

/** What a room does when something happened. */
public interface Reaction {

  /** The name of the reaction, also in the store: never change it. */
  String name();

  /** The kinds of entries it wants. */
  Set<String> kinds();

  /**
   * Reacts to one entry, in a transaction of its own that also marks it as done: so it happens
   * once, and what it writes appears together with the mark. No slow work and no network here.
   */
  void react(JournalEntry entry);
}
