package io.kouxin.bot.followup;

import io.kouxin.bot.followup.FollowUp.Change;
import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.journal.Journal;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** The record in the store: the whole as JSON, what is searched as columns. */
public final class JdbcFollowUps implements FollowUps {
  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final Journal journal;

  /** On a store. */
  public JdbcFollowUps(JdbcClient jdbc, JsonMapper json, Journal journal) {
    this.jdbc = jdbc;
    this.json = json;
    this.journal = journal;
  }

  @Override
  public void open(FollowUp followUp) {
    jdbc.sql(
            """
            INSERT INTO follow_up (id, message, visit, rep, customer, status, text, due, version,
              created_at, updated_at, data)
            VALUES (:id, :message, :visit, :rep, :customer, :status, :text, :due, :version,
              :created, :updated, :data)
            """)
        .param("message", followUp.parts().getFirst().message())
        .param("visit", followUp.parts().getFirst().visit())
        .param("rep", followUp.rep())
        .param("created", followUp.createdAt().toEpochMilli())
        .params(columns(followUp))
        .update();
    writeTags(followUp);
    journal.append(happening(followUp, new FollowUpEvent.Opened(), followUp.rep()));
  }

  @Override
  public void write(Change change, String by, String reason) {
    FollowUp before = change.before();
    FollowUp after = change.after();
    int changed =
        jdbc.sql(
                """
                UPDATE follow_up SET customer = :customer, status = :status, text = :text,
                  due = :due, version = :version, updated_at = :updated, data = :data
                WHERE id = :id AND version = :before
                """)
            .param("before", before.version())
            .params(columns(after))
            .update();
    if (changed == 0) {
      throw new ChangedMeanwhile(before.id());
    }
    keep(before, after.updatedAt(), by, reason);
    writeTags(after);
    journal.append(happening(after, change.event(), by));
  }

  private Map<String, @Nullable Object> columns(FollowUp followUp) {
    Map<String, @Nullable Object> columns = new HashMap<>();
    columns.put("id", followUp.id());
    columns.put("customer", followUp.customer().map(CustomerRef::id).orElse(null));
    columns.put("status", followUp.status().name());
    columns.put("text", followUp.text());
    columns.put("due", followUp.due().flatMap(DueTime::at).map(Instant::toEpochMilli).orElse(null));
    columns.put("version", followUp.version());
    columns.put("updated", followUp.updatedAt().toEpochMilli());
    columns.put("data", json.writeValueAsString(followUp));
    return columns;
  }

  private void keep(FollowUp before, Instant at, String by, String reason) {
    jdbc.sql(
            """
            INSERT INTO follow_up_version (follow_up, version, changed_at, changed_by, reason, data)
            VALUES (:id, :version, :at, :by, :reason, :data)
            """)
        .param("id", before.id())
        .param("version", before.version())
        .param("at", at.toEpochMilli())
        .param("by", by)
        .param("reason", reason)
        .param("data", json.writeValueAsString(before))
        .update();
  }

  private void writeTags(FollowUp followUp) {
    jdbc.sql("DELETE FROM follow_up_tag WHERE follow_up = :id").param("id", followUp.id()).update();
    for (TagMark tag : followUp.tags()) {
      jdbc.sql(
              """
              INSERT INTO follow_up_tag (follow_up, entry, kind, status)
              VALUES (:id, :entry, :kind, :status)
              ON CONFLICT (follow_up, entry) DO NOTHING
              """)
          .param("id", followUp.id())
          .param("entry", tag.entry())
          .param("kind", tag.kind())
          .param("status", tag.status())
          .update();
    }
  }

  private Happening happening(FollowUp followUp, FollowUpEvent event, String by) {
    return new Happening(
        event.kind(),
        Optional.of(by),
        followUp.customer().map(CustomerRef::id),
        followUp.id(),
        json.writeValueAsString(event));
  }

  @Override
  public Optional<FollowUp> find(String id) {
    return jdbc.sql("SELECT data FROM follow_up WHERE id = :id")
        .param("id", id)
        .query((row, number) -> read(row.getString("data")))
        .optional();
  }

  @Override
  public List<FollowUp> of(String message) {
    return jdbc.sql("SELECT data FROM follow_up WHERE message = :message ORDER BY visit")
        .param("message", message)
        .query((row, number) -> read(row.getString("data")))
        .list();
  }

  @Override
  public List<FollowUp> list(Filter filter, Optional<String> after, int limit) {
    return jdbc.sql(
            """
            SELECT f.data FROM follow_up f
            WHERE (:after = '' OR f.id < :after)
              AND (:rep = '' OR f.rep = :rep)
              AND (:anybody OR f.rep IN (:among))
              AND (:team = '' OR EXISTS (
                SELECT 1 FROM person p WHERE p.id = f.rep AND p.team = :team))
              AND (:customer = '' OR f.customer = :customer)
              AND (:tag = '' OR EXISTS (
                SELECT 1 FROM follow_up_tag t WHERE t.follow_up = f.id AND t.entry = :tag
                  AND t.status = 'asserted'))
              AND ((:status = '' AND f.status <> 'DROPPED') OR f.status = :status)
              AND f.created_at >= :since AND f.created_at < :until
              AND (:words = '' OR LOWER(f.text) LIKE :pattern ESCAPE '!')
            ORDER BY f.id DESC LIMIT :limit
            """)
        .param("after", after.orElse(""))
        .param("rep", filter.rep().orElse(""))
        .param("anybody", filter.among().isEmpty())
        .param("among", filter.among().orElse(Set.of("")))
        .param("team", filter.team().orElse(""))
        .param("customer", filter.customer().orElse(""))
        .param("tag", filter.tag().orElse(""))
        .param("status", filter.status().map(Enum::name).orElse(""))
        .param("since", filter.since().map(Instant::toEpochMilli).orElse(0L))
        .param("until", filter.until().map(Instant::toEpochMilli).orElse(Long.MAX_VALUE))
        .param("words", filter.words().orElse(""))
        .param("pattern", pattern(filter.words().orElse("")))
        .param("limit", limit)
        .query((row, number) -> read(row.getString("data")))
        .list();
  }

  private static String pattern(String words) {
    String escaped = words.replace("!", "!!").replace("%", "!%").replace("_", "!_");
    return "%" + escaped.toLowerCase(Locale.ROOT) + "%";
  }

  @Override
  public List<Version> history(String id) {
    return jdbc.sql("SELECT * FROM follow_up_version WHERE follow_up = :id ORDER BY version DESC")
        .param("id", id)
        .query(
            (row, number) ->
                new Version(
                    read(row.getString("data")),
                    row.getString("changed_by"),
                    row.getString("reason")))
        .list();
  }

  private FollowUp read(String data) {
    return json.readValue(data, FollowUp.class);
  }
}
