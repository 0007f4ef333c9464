package io.kouxin.bot.people;

import io.kouxin.bot.people.DirectoryRun.Outcome;
import io.kouxin.bot.people.Reconciling.Outlook;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When each directory is listed next, and what came of the last time, in the store. */
final class DirectoryRuns {
  private static final int LONGEST = 300;
  private final JdbcClient jdbc;

  DirectoryRuns(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void begin(String channel, Instant first) {
    jdbc.sql(
            "INSERT INTO directory_run (channel, next_at) VALUES (:channel, :at)"
                + " ON CONFLICT (channel) DO NOTHING")
        .param("channel", channel)
        .param("at", first.toEpochMilli())
        .update();
  }

  /** Not later than this; false if it is due sooner anyway. */
  boolean sooner(String channel, Instant at) {
    return jdbc.sql(
                "UPDATE directory_run SET next_at = :at WHERE channel = :channel AND next_at > :at")
            .param("channel", channel)
            .param("at", at.toEpochMilli())
            .update()
        == 1;
  }

  void acceptLosses(String channel) {
    jdbc.sql("UPDATE directory_run SET accept_losses = 1 WHERE channel = :channel")
        .param("channel", channel)
        .update();
  }

  boolean acceptsLosses(String channel) {
    return jdbc.sql("SELECT accept_losses FROM directory_run WHERE channel = :channel")
        .param("channel", channel)
        .query(Integer.class)
        .optional()
        .filter(accepts -> accepts == 1)
        .isPresent();
  }

  Optional<Instant> nextAt(String channel) {
    return jdbc.sql("SELECT next_at FROM directory_run WHERE channel = :channel")
        .param("channel", channel)
        .query(Long.class)
        .optional()
        .map(Instant::ofEpochMilli);
  }

  /** It begins; should this process die, it is due again at {@code again}. */
  void started(String channel, Instant now, Instant again) {
    jdbc.sql(
            """
            UPDATE directory_run SET started_at = :now, ended_at = NULL, outcome = 'RUNNING',
              reason = NULL, next_at = :again
            WHERE channel = :channel
            """)
        .param("channel", channel)
        .param("now", now.toEpochMilli())
        .param("again", again.toEpochMilli())
        .update();
  }

  /** When it began, when it ended, and when it is due again unless somebody wanted it sooner. */
  record Span(Instant again, Instant ended, Instant next) {}

  void ended(String channel, Span span, Outcome outcome, String reason, Outlook outlook) {
    next(channel, span);
    jdbc.sql(
            """
            UPDATE directory_run SET ended_at = :ended, outcome = :outcome, reason = :reason,
              members = :members, departments = :departments, changed = :changed, gone = :gone,
              accept_losses = 0, failures = 0
            WHERE channel = :channel
            """)
        .param("channel", channel)
        .param("ended", span.ended().toEpochMilli())
        .param("outcome", outcome.name())
        .param("reason", cut(reason))
        .param("members", outlook.members())
        .param("departments", outlook.departments())
        .param("changed", outlook.changed())
        .param("gone", outlook.gone())
        .update();
  }

  void failed(String channel, Span span, String reason, int failures) {
    next(channel, span);
    jdbc.sql(
            """
            UPDATE directory_run SET ended_at = :ended, outcome = 'FAILED', reason = :reason,
              failures = :failures
            WHERE channel = :channel
            """)
        .param("channel", channel)
        .param("ended", span.ended().toEpochMilli())
        .param("reason", cut(reason))
        .param("failures", failures)
        .update();
  }

  /** What was wanted while it ran stays wanted. */
  private void next(String channel, Span span) {
    jdbc.sql(
            "UPDATE directory_run SET next_at = :next WHERE channel = :channel AND next_at >= :again")
        .param("channel", channel)
        .param("next", span.next().toEpochMilli())
        .param("again", span.again().toEpochMilli())
        .update();
  }

  int failures(String channel) {
    return jdbc.sql("SELECT failures FROM directory_run WHERE channel = :channel")
        .param("channel", channel)
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  List<DirectoryRun> all() {
    return jdbc.sql("SELECT * FROM directory_run ORDER BY channel")
        .query(DirectoryRuns::run)
        .list();
  }

  private static DirectoryRun run(ResultSet row, int number) throws SQLException {
    return new DirectoryRun(
        row.getString("channel"),
        Optional.ofNullable(row.getString("outcome")).map(Outcome::valueOf),
        moment(row, "started_at"),
        moment(row, "ended_at"),
        Instant.ofEpochMilli(row.getLong("next_at")),
        Optional.ofNullable(row.getString("reason")).orElse(""),
        row.getInt("members"),
        row.getInt("departments"),
        row.getInt("changed"),
        row.getInt("gone"));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    long millis = row.getLong(column);
    return row.wasNull() ? Optional.empty() : Optional.of(Instant.ofEpochMilli(millis));
  }

  private static String cut(String reason) {
    return reason.length() > LONGEST ? reason.substring(0, LONGEST) : reason;
  }
}
