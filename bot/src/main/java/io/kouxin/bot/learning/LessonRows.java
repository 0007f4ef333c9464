package io.kouxin.bot.learning;

import io.kouxin.bot.learning.Lesson.Decision;
import io.kouxin.bot.learning.Lesson.Source;
import io.kouxin.bot.learning.Lesson.State;
import io.kouxin.bot.learning.Verdict.Act;
import io.kouxin.bot.pack.Taught;
import io.kouxin.bot.work.Sequence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Lessons and counts in the store. */
final class LessonRows {
  /** So many open lessons of one kind an entry may have: more than anybody reviews. */
  static final int MOST_PROPOSED = 50;

  private final JdbcClient jdbc;

  LessonRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes down what became of entries on one follow-up, instead of what was written before. */
  void count(String followUp, Map<String, Verdict> verdicts) {
    jdbc.sql("DELETE FROM entry_use WHERE follow_up = ?").param(followUp).update();
    verdicts.forEach(
        (entry, verdict) ->
            jdbc.sql(
                    """
                    INSERT INTO entry_use (follow_up, entry_id, tagged, suggested, ticked, unticked)
                    VALUES (?, ?, ?, ?, ?, ?)
                    """)
                .params(
                    followUp,
                    entry,
                    verdict.tagged() ? 1 : 0,
                    verdict.suggested() && !verdict.tagged() ? 1 : 0,
                    verdict.act() == Act.TICKED ? 1 : 0,
                    verdict.act() == Act.UNTICKED ? 1 : 0)
                .update());
  }

  /** All entries that somebody met. */
  List<EntryUse> uses() {
    return jdbc.sql(
            """
            SELECT entry_id, SUM(tagged), SUM(suggested), SUM(ticked), SUM(unticked)
            FROM entry_use GROUP BY entry_id
            """)
        .query(
            (row, n) ->
                new EntryUse(
                    row.getString(1), row.getInt(2), row.getInt(3), row.getInt(4), row.getInt(5)))
        .list();
  }

  /** A lesson, and who showed it when. */
  record Showing(Taught lesson, String by, Instant at) {}

  /** One follow-up shows these lessons and no others any more. */
  void shown(String followUp, List<Showing> showings) {
    Map<String, Showing> byId = new LinkedHashMap<>();
    showings.forEach(one -> idOf(one).ifPresent(id -> byId.putIfAbsent(id, one)));
    jdbc.sql("DELETE FROM lesson_source WHERE follow_up = :of AND lesson NOT IN (:ids)")
        .param("of", followUp)
        .param("ids", byId.isEmpty() ? Set.of("") : byId.keySet())
        .update();
    byId.forEach(
        (id, showing) ->
            jdbc.sql(
                    """
                    INSERT INTO lesson_source (lesson, follow_up, person, at) VALUES (?, ?, ?, ?)
                    ON CONFLICT (lesson, follow_up) DO NOTHING
                    """)
                .params(id, followUp, showing.by(), showing.at().toEpochMilli())
                .update());
    jdbc.sql(
            """
            DELETE FROM lesson WHERE state = 'PROPOSED'
              AND NOT EXISTS (SELECT 1 FROM lesson_source s WHERE s.lesson = lesson.id)
            """)
        .update();
  }

  /** The lesson of these words, made if there is room for one more. */
  private Optional<String> idOf(Showing showing) {
    Taught lesson = showing.lesson();
    String words = lesson.text().strip().toLowerCase(Locale.ROOT);
    jdbc.sql(
            """
            INSERT INTO lesson (id, entry_id, sense, text, words, state, first_at)
            SELECT :id, :entry, :sense, :text, :words, 'PROPOSED', :at
            WHERE (SELECT COUNT(*) FROM lesson WHERE entry_id = :entry AND sense = :sense
              AND state = 'PROPOSED') < :most
            ON CONFLICT (entry_id, sense, words) DO NOTHING
            """)
        .param("id", Sequence.next())
        .param("entry", lesson.entry())
        .param("sense", lesson.sense().name())
        .param("text", lesson.text())
        .param("words", words)
        .param("at", showing.at().toEpochMilli())
        .param("most", MOST_PROPOSED)
        .update();
    return jdbc.sql("SELECT id FROM lesson WHERE entry_id = ? AND sense = ? AND words = ?")
        .params(lesson.entry(), lesson.sense().name(), words)
        .query(String.class)
        .optional();
  }

  List<Lesson> list(Lessons.Filter filter, Optional<String> after, int limit) {
    return jdbc
        .sql(
            """
            SELECT l.* FROM lesson l
            WHERE (:after = '' OR l.id < :after)
              AND (:id = '' OR l.id = :id)
              AND (:entry = '' OR l.entry_id = :entry)
              AND (:state = '' OR l.state = :state)
              AND (:anybody OR EXISTS (
                SELECT 1 FROM lesson_source s JOIN follow_up f ON f.id = s.follow_up
                WHERE s.lesson = l.id AND f.rep IN (:among)))
            ORDER BY l.id DESC LIMIT :limit
            """)
        .param("after", after.orElse(""))
        .param("id", filter.id().orElse(""))
        .param("entry", filter.entry().orElse(""))
        .param("state", filter.state().map(Enum::name).orElse(""))
        .param("anybody", filter.among().isEmpty())
        .param("among", filter.among().filter(all -> !all.isEmpty()).orElse(Set.of("")))
        .param("limit", limit)
        .query((row, n) -> lesson(row))
        .list()
        .stream()
        .map(lesson -> withSources(lesson, filter.among()))
        .toList();
  }

  private static Lesson lesson(ResultSet row) throws SQLException {
    Optional<String> by = Optional.ofNullable(row.getString("decided_by"));
    Instant decided = Instant.ofEpochMilli(row.getLong("decided_at"));
    return new Lesson(
        row.getString("id"),
        row.getString("entry_id"),
        Taught.Sense.valueOf(row.getString("sense")),
        row.getString("text"),
        State.valueOf(row.getString("state")),
        Instant.ofEpochMilli(row.getLong("first_at")),
        List.of(),
        by.map(who -> new Decision(who, decided)));
  }

  /** Only those whom the asker may see. */
  private Lesson withSources(Lesson lesson, Optional<Set<String>> among) {
    List<Source> sources =
        jdbc
            .sql(
                """
                SELECT s.follow_up, s.person, s.at, f.rep
                FROM lesson_source s JOIN follow_up f ON f.id = s.follow_up
                WHERE s.lesson = ? ORDER BY s.at, s.follow_up
                """)
            .param(lesson.id())
            .query(
                (row, n) ->
                    new Seen(
                        new Source(
                            row.getString(1),
                            row.getString(2),
                            Instant.ofEpochMilli(row.getLong(3))),
                        row.getString(4)))
            .list()
            .stream()
            .filter(seen -> among.map(all -> all.contains(seen.rep())).orElse(true))
            .map(Seen::source)
            .toList();
    return new Lesson(
        lesson.id(),
        lesson.entry(),
        lesson.sense(),
        lesson.text(),
        lesson.state(),
        lesson.firstAt(),
        sources,
        lesson.decision());
  }

  private record Seen(Source source, String rep) {}

  /** How many open lessons each entry has that the asker may see. */
  Map<String, Integer> proposed(Optional<Set<String>> among) {
    return jdbc
        .sql(
            """
            SELECT l.entry_id, COUNT(*) AS open FROM lesson l
            WHERE l.state = 'PROPOSED' AND (:anybody OR EXISTS (
              SELECT 1 FROM lesson_source s JOIN follow_up f ON f.id = s.follow_up
              WHERE s.lesson = l.id AND f.rep IN (:among)))
            GROUP BY l.entry_id
            """)
        .param("anybody", among.isEmpty())
        .param("among", among.filter(all -> !all.isEmpty()).orElse(Set.of("")))
        .query((row, n) -> Map.entry(row.getString(1), row.getInt(2)))
        .list()
        .stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  /**
   * Moves a lesson on.
   *
   * @return false, and nothing happens, when somebody else has moved it meanwhile
   */
  boolean decide(Lesson before, Lesson.State to, String text, Decision decision) {
    return jdbc.sql(
                """
                UPDATE lesson SET state = ?, text = ?, decided_by = ?, decided_at = ?
                WHERE id = ? AND state = ?
                """)
            .params(
                to.name(),
                text,
                decision.by(),
                decision.at().toEpochMilli(),
                before.id(),
                before.state().name())
            .update()
        == 1;
  }
}
