package io.kouxin.bot.journal;

import io.kouxin.bot.work.Sequence;
import io.kouxin.bot.work.Wakes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The journal in the store. */
public final class JdbcJournal implements Journal {
  private final JdbcClient jdbc;
  private final Wakes wakes;
  private final Clock clock;

  /** On a store. */
  public JdbcJournal(JdbcClient jdbc, Wakes wakes, Clock clock) {
    this.jdbc = jdbc;
    this.wakes = wakes;
    this.clock = clock;
  }

  @Override
  public JournalEntry append(Happening happening) {
    var entry =
        new JournalEntry(
            Sequence.next(),
            happening.kind(),
            Instant.ofEpochMilli(clock.millis()),
            happening.person(),
            happening.customer(),
            happening.subject(),
            happening.data());
    jdbc.sql(
            """
            INSERT INTO journal (id, kind, at, person, customer, subject, data, waiting)
            VALUES (:id, :kind, :at, :person, :customer, :subject, :data, TRUE)
            """)
        .param("id", entry.id())
        .param("kind", entry.kind())
        .param("at", entry.at().toEpochMilli())
        .param("person", entry.person().orElse(null))
        .param("customer", entry.customer().orElse(null))
        .param("subject", entry.subject())
        .param("data", entry.data())
        .update();
    wakes.wake(Reactions.NAME, entry.id());
    return entry;
  }

  @Override
  public List<JournalEntry> about(String subject) {
    return jdbc.sql("SELECT * FROM journal WHERE subject = :subject ORDER BY id")
        .param("subject", subject)
        .query(JdbcJournal::entry)
        .list();
  }

  static JournalEntry entry(ResultSet row, int number) throws SQLException {
    return new JournalEntry(
        row.getString("id"),
        row.getString("kind"),
        Instant.ofEpochMilli(row.getLong("at")),
        Optional.ofNullable(row.getString("person")),
        Optional.ofNullable(row.getString("customer")),
        row.getString("subject"),
        row.getString("data"));
  }
}
