package io.kouxin.bot.journal;

import io.kouxin.bot.work.Wakes;
import io.kouxin.bot.work.Work;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Hands each new entry to the reactions that want it, each in its own transaction. */
public final class Reactions implements Work {
  static final String NAME = "react";
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Wakes wakes;
  private final Supplier<List<Reaction>> reactions;

  /**
   * Over these reactions.
   *
   * @param reactions asked at each entry, because the rooms that react need the journal themselves
   */
  public Reactions(
      JdbcClient jdbc,
      TransactionOperations transactions,
      Clock clock,
      Wakes wakes,
      Supplier<List<Reaction>> reactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
    this.wakes = wakes;
    this.reactions = reactions;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Instant> next(String entry) {
    return find(entry).map(JournalEntry::at);
  }

  @Override
  public void step(String id) throws Exception {
    Optional<JournalEntry> found = find(id);
    if (found.isEmpty()) {
      return;
    }
    JournalEntry entry = found.get();
    Optional<RuntimeException> failure = Optional.empty();
    for (Reaction reaction : wanting(entry)) {
      try {
        transactions.executeWithoutResult(status -> once(reaction, entry));
      } catch (RuntimeException e) {
        failure = Optional.of(e);
      }
    }
    if (failure.isPresent()) {
      throw failure.get();
    }
    close(id);
  }

  @Override
  public Optional<String> setAside(String id, String reason) {
    close(id);
    return Optional.of(id);
  }

  @Override
  public void revive(String id) {
    jdbc.sql("UPDATE journal SET waiting = TRUE WHERE id = :id").param("id", id).update();
    wakes.wake(NAME, id);
  }

  private List<Reaction> wanting(JournalEntry entry) {
    return reactions.get().stream()
        .filter(reaction -> reaction.kinds().contains(entry.kind()))
        .toList();
  }

  private void once(Reaction reaction, JournalEntry entry) {
    int claimed =
        jdbc.sql(
                """
                INSERT INTO journal_reaction (entry, reaction, at, outcome)
                VALUES (:entry, :reaction, :at, 'done')
                ON CONFLICT (entry, reaction) DO NOTHING
                """)
            .param("entry", entry.id())
            .param("reaction", reaction.name())
            .param("at", clock.millis())
            .update();
    if (claimed == 1) {
      reaction.react(entry);
    }
  }

  private Optional<JournalEntry> find(String id) {
    return jdbc.sql("SELECT * FROM journal WHERE id = :id AND waiting")
        .param("id", id)
        .query(JdbcJournal::entry)
        .optional();
  }

  private void close(String id) {
    jdbc.sql("UPDATE journal SET waiting = FALSE WHERE id = :id").param("id", id).update();
  }
}
