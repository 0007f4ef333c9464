package io.kouxin.bot.alert;

import io.kouxin.bot.alert.Alert.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The alerts in the store. */
final class AlertRows implements Alerts {
  private final JdbcClient jdbc;

  AlertRows(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public List<Alert> list(Filter filter, Optional<String> after, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM alert
            WHERE (:after = '' OR id < :after)
              AND (:anybody OR rep IN (:among))
              AND (:leader = '' OR leader = :leader)
              AND (:rep = '' OR rep = :rep)
              AND (:state = '' OR state = :state)
            ORDER BY id DESC LIMIT :limit
            """)
        .param("after", after.orElse(""))
        .param("anybody", filter.among().isEmpty())
        .param("among", filter.among().orElse(Set.of("")))
        .param("leader", filter.leader().orElse(""))
        .param("rep", filter.rep().orElse(""))
        .param("state", filter.state().map(Enum::name).orElse(""))
        .param("limit", limit)
        .query(AlertRows::alert)
        .list();
  }

  @Override
  public Optional<Alert> find(String id) {
    return jdbc.sql("SELECT * FROM alert WHERE id = :id")
        .param("id", id)
        .query(AlertRows::alert)
        .optional();
  }

  /**
   * Keeps it unless there is one for this follow-up and entry; one that was withdrawn or taken back
   * comes back. Says whether there is something to tell now that was not before.
   */
  boolean add(Alert alert, Instant notBefore) {
    return jdbc.sql(
                """
                INSERT INTO alert (id, follow_up, entry, label, rep, leader, customer, quote,
                  state, not_before, created_at)
                VALUES (:id, :followUp, :entry, :label, :rep, :leader, :customer, :quote,
                  :state, :notBefore, :createdAt)
                ON CONFLICT (follow_up, entry) DO UPDATE SET state = excluded.state,
                  not_before = excluded.not_before
                WHERE alert.state IN ('WITHDRAWN', 'TAKEN_BACK')
                """)
            .param("id", alert.id())
            .param("followUp", alert.followUp())
            .param("entry", alert.entry())
            .param("label", alert.label())
            .param("rep", alert.rep())
            .param("leader", alert.leader().orElse(null))
            .param("customer", alert.customer().orElse(null))
            .param("quote", alert.quote())
            .param("state", alert.state().name())
            .param("notBefore", notBefore.toEpochMilli())
            .param("createdAt", alert.createdAt().toEpochMilli())
            .update()
        == 1;
  }

  /** When the next of a leader's alerts may be told. */
  Optional<Instant> next(String leader) {
    return jdbc.sql(
            "SELECT MIN(not_before) FROM alert WHERE leader = :leader AND state = 'WAITING'")
        .param("leader", leader)
        .query((row, number) -> Optional.ofNullable((Number) row.getObject(1)))
        .single()
        .map(millis -> Instant.ofEpochMilli(millis.longValue()));
  }

  /** All that waits for a leader, oldest first. */
  List<Alert> waiting(String leader) {
    return jdbc.sql("SELECT * FROM alert WHERE leader = :leader AND state = 'WAITING' ORDER BY id")
        .param("leader", leader)
        .query(AlertRows::alert)
        .list();
  }

  /** What stands on one card, oldest first. */
  List<Alert> on(String card) {
    return jdbc.sql("SELECT * FROM alert WHERE card = :card ORDER BY id")
        .param("card", card)
        .query(AlertRows::alert)
        .list();
  }

  /** What a leader was told about a follow-up since then and has not left, by its card. */
  Map<String, List<Alert>> told(String followUp, Instant since) {
    Map<String, List<Alert>> byCard = new LinkedHashMap<>();
    jdbc.sql(
            """
            SELECT * FROM alert
            WHERE follow_up = :followUp AND state IN ('TOLD', 'TAKEN') AND told_at >= :since
            ORDER BY id
            """)
        .param("followUp", followUp)
        .param("since", since.toEpochMilli())
        .query((row, number) -> Map.entry(row.getString("card"), alert(row, number)))
        .list()
        .forEach(
            one ->
                byCard
                    .computeIfAbsent(one.getKey(), card -> new ArrayList<>())
                    .add(one.getValue()));
    return byCard;
  }

  /** How many messages a leader got since then. */
  int messagesSince(String leader, Instant start) {
    return jdbc.sql(
            "SELECT COUNT(DISTINCT told_at) FROM alert WHERE leader = :leader AND told_at >= :start")
        .param("leader", leader)
        .param("start", start.toEpochMilli())
        .query(Integer.class)
        .single();
  }

  Optional<Instant> lastTold(String leader) {
    return jdbc.sql("SELECT MAX(told_at) FROM alert WHERE leader = :leader")
        .param("leader", leader)
        .query((row, number) -> Optional.ofNullable((Number) row.getObject(1)))
        .single()
        .map(millis -> Instant.ofEpochMilli(millis.longValue()));
  }

  /** Puts all that waits for a leader off to this moment. */
  void putOff(String leader, Instant until) {
    jdbc.sql(
            """
            UPDATE alert SET not_before = :until
            WHERE leader = :leader AND state = 'WAITING' AND not_before < :until
            """)
        .param("until", until.toEpochMilli())
        .param("leader", leader)
        .update();
  }

  /** Has all that a leader should have heard of wait again. */
  void wait(String leader, Instant now) {
    jdbc.sql(
            """
            UPDATE alert SET state = 'WAITING', not_before = :now
            WHERE leader = :leader AND state = 'UNTOLD'
            """)
        .param("now", now.toEpochMilli())
        .param("leader", leader)
        .update();
  }

  /** Marks a waiting one as told on this card; false if it does not wait any more. */
  boolean told(Alert alert, String card, Instant at) {
    return jdbc.sql(
                """
                UPDATE alert SET state = 'TOLD', card = :card, told_at = :at
                WHERE id = :id AND state = 'WAITING'
                """)
            .param("card", card)
            .param("at", at.toEpochMilli())
            .param("id", alert.id())
            .update()
        == 1;
  }

  /** Moves it on; false if it is not in the state it was read in. */
  boolean move(Alert alert, State to) {
    return jdbc.sql("UPDATE alert SET state = :to WHERE id = :id AND state = :from")
            .param("to", to.name())
            .param("from", alert.state().name())
            .param("id", alert.id())
            .update()
        == 1;
  }

  /** Tells it on another card from now on. */
  void putOn(Alert alert, String card) {
    jdbc.sql("UPDATE alert SET card = :card WHERE id = :id")
        .param("card", card)
        .param("id", alert.id())
        .update();
  }

  private static Alert alert(ResultSet row, int number) throws SQLException {
    long told = row.getLong("told_at");
    return new Alert(
        row.getString("id"),
        row.getString("follow_up"),
        row.getString("entry"),
        row.getString("label"),
        row.getString("rep"),
        Optional.ofNullable(row.getString("leader")),
        Optional.ofNullable(row.getString("customer")),
        row.getString("quote"),
        State.valueOf(row.getString("state")),
        Instant.ofEpochMilli(row.getLong("created_at")),
        told == 0 ? Optional.empty() : Optional.of(Instant.ofEpochMilli(told)));
  }
}
