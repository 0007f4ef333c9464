package io.kouxin.bot.reminder;

import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.reminder.Reminder.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of the table. Whoever writes a row that changed since it was read has to start again.
 */
final class ReminderRows {
  private final JdbcClient jdbc;

  ReminderRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<Kept> find(String id) {
    return jdbc.sql("SELECT * FROM reminder WHERE id = :id")
        .param("id", id)
        .query(ReminderRows::kept)
        .optional();
  }

  Optional<Kept> about(String followUp) {
    return jdbc.sql("SELECT * FROM reminder WHERE follow_up = :id")
        .param("id", followUp)
        .query(ReminderRows::kept)
        .optional();
  }

  Optional<Instant> next(String id) {
    return find(id)
        .map(Kept::reminder)
        .filter(reminder -> reminder.state() == State.WAITING)
        .flatMap(Reminder::remindAt);
  }

  List<Reminder> list(Reminders.Filter filter, Optional<String> after, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM reminder
            WHERE (:person = '' OR person = :person)
              AND (:anybody OR person IN (:among))
              AND (:any OR state IN (:states))
              AND (:after = '' OR (due_at, id) > (SELECT due_at, id FROM reminder WHERE id = :after))
            ORDER BY due_at, id LIMIT :limit
            """)
        .param("person", filter.person().orElse(""))
        .param("anybody", filter.among().isEmpty())
        .param("among", filter.among().orElse(Set.of("")))
        .param("any", filter.states().isEmpty())
        .param("states", filter.states().isEmpty() ? List.of("") : names(filter))
        .param("after", after.orElse(""))
        .param("limit", limit)
        .query((row, number) -> kept(row, number).reminder())
        .list();
  }

  private static List<String> names(Reminders.Filter filter) {
    return filter.states().stream().map(Enum::name).sorted().toList();
  }

  /** What the list of this morning says to this person. */
  List<Kept> onList(String person, LocalDate day) {
    return jdbc.sql(
            """
            SELECT * FROM reminder
            WHERE person = :person AND list_day = :day AND state IN ('WAITING', 'SHOWN')
            ORDER BY due_at, id
            """)
        .param("person", person)
        .param("day", day.toEpochDay())
        .query(ReminderRows::kept)
        .list();
  }

  Kept insert(Kept kept, Instant now) {
    int added =
        jdbc.sql(
                """
                INSERT INTO reminder (id, follow_up, person, action, customer, due_at, due_kind,
                  remind_at, list_day, state, declined, showing, card, version, changed_at)
                VALUES (:id, :followUp, :person, :action, :customer, :dueAt, :dueKind,
                  :remindAt, :listDay, :state, :declined, :showing, :card, 1, :now)
                ON CONFLICT (follow_up) DO NOTHING
                """)
            .params(columns(kept))
            .param("now", now.toEpochMilli())
            .update();
    return written(kept, added);
  }

  Kept update(Kept kept, Instant now) {
    int changed =
        jdbc.sql(
                """
                UPDATE reminder SET action = :action, customer = :customer, due_at = :dueAt,
                  due_kind = :dueKind, remind_at = :remindAt, list_day = :listDay, state = :state,
                  declined = :declined, showing = :showing, card = :card,
                  version = version + 1, changed_at = :now
                WHERE id = :id AND version = :version
                """)
            .params(columns(kept))
            .param("version", kept.version())
            .param("now", now.toEpochMilli())
            .update();
    return written(kept, changed);
  }

  private static Kept written(Kept kept, int rows) {
    if (rows == 0) {
      throw new OptimisticLockingFailureException("reminder " + kept.id() + " changed meanwhile");
    }
    return kept.written();
  }

  private static Map<String, @Nullable Object> columns(Kept kept) {
    Reminder reminder = kept.reminder();
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("id", reminder.id());
    columns.put("followUp", reminder.followUp());
    columns.put("person", reminder.person());
    columns.put("action", reminder.action());
    columns.put("customer", reminder.customer().orElse(null));
    columns.put("dueAt", reminder.dueAt().toEpochMilli());
    columns.put("dueKind", reminder.dueKind().name());
    columns.put("remindAt", reminder.remindAt().map(Instant::toEpochMilli).orElse(null));
    columns.put("listDay", kept.listDay().toEpochDay());
    columns.put("state", reminder.state().name());
    columns.put("declined", kept.declined());
    columns.put("showing", kept.showing());
    columns.put("card", kept.card().orElse(null));
    return columns;
  }

  private static Kept kept(ResultSet row, int number) throws SQLException {
    long remindAt = row.getLong("remind_at");
    var reminder =
        new Reminder(
            row.getString("id"),
            row.getString("follow_up"),
            row.getString("person"),
            row.getString("action"),
            Optional.ofNullable(row.getString("customer")),
            Instant.ofEpochMilli(row.getLong("due_at")),
            DueTime.Kind.valueOf(row.getString("due_kind")),
            remindAt == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(remindAt)),
            State.valueOf(row.getString("state")));
    return new Kept(
        reminder,
        LocalDate.ofEpochDay(row.getLong("list_day")),
        row.getBoolean("declined"),
        row.getInt("showing"),
        Optional.ofNullable(row.getString("card")),
        row.getInt("version"));
  }
}
