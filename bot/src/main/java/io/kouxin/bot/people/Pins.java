package io.kouxin.bot.people;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What administrators decided about people: no directory changes it. */
public final class Pins {
  private final JdbcClient jdbc;

  /** In this store. */
  public Pins(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What a directory says of a person, too. */
  public enum What {
    NAME,
    TEAM,
    LEADER
  }

  /** Pins what an administrator changed of somebody, or gave somebody new, beside the name. */
  public void changed(Person before, Person after) {
    Set<What> changed = EnumSet.noneOf(What.class);
    if (!before.name().equals(after.name())) {
      changed.add(What.NAME);
    }
    if (!before.team().equals(after.team())) {
      changed.add(What.TEAM);
    }
    if (!before.leader().equals(after.leader())) {
      changed.add(What.LEADER);
    }
    changed.forEach(what -> pin(after.id(), what));
  }

  private void pin(String person, What what) {
    jdbc.sql(
            "INSERT INTO person_pin (person, what) VALUES (:person, :what)"
                + " ON CONFLICT (person, what) DO NOTHING")
        .param("person", person)
        .param("what", what.name())
        .update();
  }

  /** Hands a person back to the directories. */
  public void release(String person) {
    jdbc.sql("DELETE FROM person_pin WHERE person = :person").param("person", person).update();
  }

  /** What is pinned of one person. */
  public Set<What> of(String person) {
    return all().getOrDefault(person, Set.of());
  }

  /** What is pinned, by person. */
  Map<String, Set<What>> all() {
    Map<String, Set<What>> pins = new HashMap<>();
    rows()
        .forEach(
            row ->
                pins.computeIfAbsent(row.person(), id -> EnumSet.noneOf(What.class))
                    .add(row.what()));
    return pins;
  }

  private record Row(String person, What what) {}

  private Stream<Row> rows() {
    List<Row> rows =
        jdbc.sql("SELECT person, what FROM person_pin")
            .query(
                (row, number) -> new Row(row.getString("person"), What.valueOf(row.getString(2))))
            .list();
    return rows.stream();
  }
}
