package io.kouxin.bot.followup;

import io.kouxin.bot.people.Belongings;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The record of a person who turned out to be another, with its history. */
public final class MovesFollowUps implements Belongings {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  /** On a store. */
  public MovesFollowUps(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  private record Row(String id, int version, String data) {}

  @Override
  public void move(String from, String to) {
    List<Row> earlier =
        rows(
            "SELECT v.follow_up, v.version, v.data FROM follow_up_version v"
                + " JOIN follow_up f ON f.id = v.follow_up WHERE f.rep = :from",
            from);
    earlier.forEach(row -> moveEarlier(row, to));
    rows("SELECT id, version, data FROM follow_up WHERE rep = :from", from)
        .forEach(row -> moveNow(row, to));
    jdbc.sql("UPDATE follow_up_version SET changed_by = :to WHERE changed_by = :from")
        .param("to", to)
        .param("from", from)
        .update();
  }

  private List<Row> rows(String sql, String from) {
    return jdbc.sql(sql)
        .param("from", from)
        .query((row, number) -> new Row(row.getString(1), row.getInt(2), row.getString(3)))
        .list();
  }

  private void moveEarlier(Row row, String to) {
    jdbc.sql("UPDATE follow_up_version SET data = :data WHERE follow_up = :id AND version = :v")
        .param("data", json.writeValueAsString(tree(row).put("rep", to)))
        .param("id", row.id())
        .param("v", row.version())
        .update();
  }

  /** With a new version, so that who read it before has to read it again before he writes. */
  private void moveNow(Row row, String to) {
    int next = row.version() + 1;
    jdbc.sql("UPDATE follow_up SET rep = :to, version = :v, data = :data WHERE id = :id")
        .param("to", to)
        .param("v", next)
        .param("data", json.writeValueAsString(tree(row).put("rep", to).put("version", next)))
        .param("id", row.id())
        .update();
  }

  private ObjectNode tree(Row row) {
    return json.readValue(row.data(), ObjectNode.class);
  }
}
