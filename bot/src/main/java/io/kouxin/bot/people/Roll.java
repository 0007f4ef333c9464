package io.kouxin.bot.people;

import io.kouxin.bot.people.Pins.What;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whom we know on a platform, for the comparison with its directory; one query each. */
final class Roll {
  private final JdbcClient jdbc;
  private final Clock clock;
  private final Pins pins;
  private final List<String> order;

  /**
   * In this store.
   *
   * @param order of the directories: of a person who is in several the first one is heard
   */
  Roll(JdbcClient jdbc, Clock clock, List<String> order) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.pins = new Pins(jdbc);
    this.order = List.copyOf(order);
  }

  /** Somebody with an account there; {@code left} if it cannot use the bot any more. */
  record Entry(Person person, String account, boolean left) {}

  Instant now() {
    return clock.instant();
  }

  Map<String, Set<What>> pins() {
    return pins.all();
  }

  List<Entry> on(String channel) {
    return jdbc.sql(
            """
            SELECT p.*, i.account, i.left_at FROM person_identity i JOIN person p ON p.id = i.person
            WHERE i.channel = :channel ORDER BY i.account
            """)
        .param("channel", channel)
        .query(
            (row, number) ->
                new Entry(
                    new Person(
                        row.getString("id"),
                        row.getString("name"),
                        Person.Role.valueOf(row.getString("role")),
                        Locale.forLanguageTag(row.getString("language")),
                        row.getString("team"),
                        Optional.ofNullable(row.getString("leader"))),
                    row.getString("account"),
                    row.getObject("left_at") != null))
        .list();
  }

  /** Those who are in a directory that goes before this one. */
  Set<String> ledElsewhere(String channel) {
    int place = order.indexOf(channel);
    if (place <= 0) {
      return Set.of();
    }
    return Set.copyOf(
        jdbc.sql(
                "SELECT DISTINCT person FROM person_identity"
                    + " WHERE left_at IS NULL AND channel IN (:before)")
            .param("before", order.subList(0, place))
            .query(String.class)
            .list());
  }

  /** The account can be used again; false if that was so. */
  boolean returned(String channel, String account) {
    return jdbc.sql(
                "UPDATE person_identity SET left_at = NULL"
                    + " WHERE channel = :channel AND account = :account AND left_at IS NOT NULL")
            .param("channel", channel)
            .param("account", account)
            .update()
        == 1;
  }
}
