package io.kouxin.bot.alert;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What administrators should hear of, in the store: one row per topic. */
final class Notices {
  private final JdbcClient jdbc;

  Notices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What an administrator said about a stranger. */
  enum Decision {
    ADDED,
    REFUSED
  }

  /**
   * There is something to tell; what is to be told already keeps its time.
   *
   * @return when, empty if that was told and once is enough
   */
  Optional<Instant> want(Topic topic, Instant now) {
    Optional<Instant> told = toldAt(topic);
    if (told.isPresent() && topic.pause().isEmpty()) {
      return Optional.empty();
    }
    Instant soonest = now.plus(topic.grace());
    // A clock that jumped back must not hold anything back.
    Instant at =
        told.filter(last -> !last.isAfter(now))
            .flatMap(last -> topic.pause().map(last::plus))
            .filter(soonest::isBefore)
            .orElse(soonest);
    jdbc.sql(
            """
            INSERT INTO notice (topic, due_at) VALUES (:topic, :at)
            ON CONFLICT (topic) DO UPDATE SET due_at = excluded.due_at
            WHERE notice.due_at IS NULL
            """)
        .param("topic", topic.key())
        .param("at", at.toEpochMilli())
        .update();
    return dueAt(topic.key());
  }

  Optional<Instant> dueAt(String topic) {
    return moment("SELECT due_at FROM notice WHERE topic = :topic AND due_at IS NOT NULL", topic);
  }

  private Optional<Instant> toldAt(Topic topic) {
    return moment(
        "SELECT told_at FROM notice WHERE topic = :topic AND told_at IS NOT NULL", topic.key());
  }

  private Optional<Instant> moment(String sql, String topic) {
    return jdbc.sql(sql)
        .param("topic", topic)
        .query(Long.class)
        .optional()
        .map(Instant::ofEpochMilli);
  }

  void due(String topic, Instant at) {
    jdbc.sql("UPDATE notice SET due_at = :at WHERE topic = :topic")
        .param("at", at.toEpochMilli())
        .param("topic", topic)
        .update();
  }

  /** Nothing is to be told any more. */
  void clear(String topic) {
    jdbc.sql("UPDATE notice SET due_at = NULL WHERE topic = :topic").param("topic", topic).update();
  }

  void told(String topic, Instant at) {
    jdbc.sql("UPDATE notice SET due_at = NULL, told_at = :at WHERE topic = :topic")
        .param("at", at.toEpochMilli())
        .param("topic", topic)
        .update();
  }

  /** What there was nobody to tell. */
  List<Topic> untold() {
    return jdbc.sql("SELECT topic FROM notice WHERE due_at IS NULL AND told_at IS NULL")
        .query((row, number) -> Topic.of(row.getString("topic")))
        .list();
  }

  /** The first one to add somebody counts; a refusal can be taken back. False if that was so. */
  boolean decide(Topic.Stranger stranger, Decision decision) {
    return jdbc.sql(
                """
                UPDATE notice SET decision = :decision
                WHERE topic = :topic AND COALESCE(decision, '') NOT IN (:decision, 'ADDED')
                """)
            .param("decision", decision.name())
            .param("topic", stranger.key())
            .update()
        == 1;
  }
}
