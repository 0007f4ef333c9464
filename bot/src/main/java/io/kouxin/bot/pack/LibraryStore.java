package io.kouxin.bot.pack;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows behind {@link Library}. Every change is decided on a snapshot and written only if the
 * version is still that snapshot's, so that two nodes cannot decide on what the other has changed.
 */
final class LibraryStore {
  private static final Logger LOG = LoggerFactory.getLogger(LibraryStore.class);
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<Map<String, String>> FILES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Runnable changed;
  private final AtomicReference<Library> snapshot =
      new AtomicReference<>(new Library(-1, List.of(), List.of(), List.of()));

  LibraryStore(JdbcClient jdbc, TransactionTemplate transaction, Clock clock, Runnable changed) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
    this.changed = changed;
  }

  long version() {
    return jdbc.sql("SELECT version FROM library_version WHERE one = 1").query(Long.class).single();
  }

  Library snapshot() {
    Library now = snapshot.get();
    return now.version() < 0 ? refresh() : now;
  }

  /** Reads again if the version has moved. Contents newer than the version only cost a reading. */
  Library refresh() {
    long version = version();
    if (snapshot.get().version() != version) {
      List<Pack> packs = activePacks();
      snapshot.set(Library.of(version, packs, Library.overlaid(packs, edits()), taught()));
    }
    return snapshot.get();
  }

  /**
   * Writes in one transaction with the version, if the present library allows it.
   *
   * @return false when it does not allow it
   */
  boolean change(Predicate<Library> allows, Runnable write) {
    while (true) {
      Library now = refresh();
      if (!allows.test(now)) {
        return false;
      }
      Boolean written = transaction.execute(status -> moveOn(now.version(), write));
      if (Boolean.TRUE.equals(written)) {
        refresh();
        changed.run();
        return true;
      }
    }
  }

  private boolean moveOn(long from, Runnable write) {
    int moved =
        jdbc.sql("UPDATE library_version SET version = version + 1 WHERE version = ?")
            .param(from)
            .update();
    if (moved == 1) {
      write.run();
    }
    return moved == 1;
  }

  List<InstalledPack> installed() {
    return jdbc.sql(
            "SELECT id, version, active, installed_at FROM pack ORDER BY position, installed_at, version")
        .query(
            (row, n) ->
                new InstalledPack(
                    row.getString(1),
                    row.getString(2),
                    row.getInt(3) == 1,
                    Instant.ofEpochMilli(row.getLong(4))))
        .list();
  }

  Optional<Map<String, String>> files(String id, String version) {
    return jdbc.sql("SELECT content FROM pack WHERE id = ? AND version = ?")
        .params(id, version)
        .query(String.class)
        .optional()
        .map(content -> JSON.readValue(content, FILES));
  }

  void insert(String id, String version, Map<String, String> files) {
    jdbc.sql(
            """
            INSERT INTO pack (id, version, position, active, content, installed_at)
            SELECT ?, ?, COALESCE(
                (SELECT MIN(position) FROM pack WHERE id = ?),
                (SELECT MAX(position) + 1 FROM pack), 1), 0, ?, ?
            """)
        .params(id, version, id, JSON.writeValueAsString(files), clock.millis())
        .update();
  }

  void activate(String id, String version) {
    jdbc.sql("UPDATE pack SET active = 0 WHERE id = ? AND active = 1").param(id).update();
    jdbc.sql("UPDATE pack SET active = 1 WHERE id = ? AND version = ?")
        .params(id, version)
        .update();
  }

  void edit(LibraryItem item) {
    overlay(item.id(), 0, KeptItem.write(item));
  }

  void hide(String id) {
    overlay(id, 1, "{}");
  }

  void forget(String id) {
    jdbc.sql("DELETE FROM library_overlay WHERE entry_id = ?").param(id).update();
  }

  private void overlay(String id, int hidden, String content) {
    jdbc.sql(
            """
            INSERT INTO library_overlay (entry_id, hidden, content, changed_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (entry_id) DO UPDATE SET
              hidden = excluded.hidden, content = excluded.content, changed_at = excluded.changed_at
            """)
        .params(id, hidden, content, clock.millis())
        .update();
  }

  void teach(Taught lesson) {
    jdbc.sql(
            """
            INSERT INTO library_taught (entry_id, sense, text, taught_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (entry_id, sense, text) DO NOTHING
            """)
        .params(lesson.entry(), lesson.sense().name(), lesson.text(), clock.millis())
        .update();
  }

  void unteach(Taught lesson) {
    jdbc.sql("DELETE FROM library_taught WHERE entry_id = ? AND sense = ? AND text = ?")
        .params(lesson.entry(), lesson.sense().name(), lesson.text())
        .update();
  }

  private List<Taught> taught() {
    return jdbc.sql("SELECT entry_id, sense, text FROM library_taught ORDER BY taught_at, text")
        .query(
            (row, n) ->
                new Taught(
                    row.getString(1), Taught.Sense.valueOf(row.getString(2)), row.getString(3)))
        .list();
  }

  private List<Pack> activePacks() {
    List<Map<String, String>> contents =
        jdbc.sql("SELECT content FROM pack WHERE active = 1 ORDER BY position")
            .query((row, n) -> JSON.readValue(row.getString(1), FILES))
            .list();
    // What was sound when it was installed stays in use, also where a newer reader finds fault.
    var reader = new PackReader(id -> Optional.empty());
    List<Pack> packs = new ArrayList<>();
    for (Map<String, String> files : contents) {
      reader.read(PackFiles.ofTexts(files)).pack().ifPresent(packs::add);
    }
    return packs;
  }

  private Map<String, Optional<LibraryItem>> edits() {
    Map<String, Optional<LibraryItem>> edits = new LinkedHashMap<>();
    jdbc.sql("SELECT entry_id, hidden, content FROM library_overlay ORDER BY entry_id")
        .query(
            row -> {
              String id = row.getString(1);
              if (row.getInt(2) == 1) {
                edits.put(id, Optional.empty());
              } else {
                item(id, row.getString(3)).ifPresent(item -> edits.put(id, Optional.of(item)));
              }
            });
    return edits;
  }

  private static Optional<LibraryItem> item(String id, String json) {
    try {
      return Optional.of(KeptItem.read(json));
    } catch (JacksonException e) {
      LOG.warn("The edit of the library entry {} cannot be read and is left out.", id);
      return Optional.empty();
    }
  }
}
