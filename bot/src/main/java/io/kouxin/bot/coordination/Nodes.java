package io.kouxin.bot.coordination;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The nodes that live on one store. Each moves its row; a node lives if we see its row move. So
 * what was killed is gone by itself, and no two clocks are compared. Safe for many threads.
 */
public final class Nodes {
  /** How often a node moves its row. */
  public static final Duration BEAT = Duration.ofSeconds(5);

  private static final Duration GONE = BEAT.multipliedBy(4);
  private static final Duration FORGOTTEN = Duration.ofDays(1);
  private static final Comparator<Node> FIRST =
      Comparator.comparing(Node::startedAt).thenComparing(Node::id);

  private final JdbcClient jdbc;
  private final Clock clock;
  private final Node self;
  private Map<String, Sighting> sightings = Map.of();
  private boolean left;

  /**
   * A node.
   *
   * @param id different at every start
   * @param address for people: where it runs
   */
  public record Node(String id, String address, Instant startedAt) {}

  private record Sighting(Node node, long seenAt, Instant aliveUntil) {}

  /** One more node on this store, at this address. Nobody knows of it before its first beat. */
  public Nodes(JdbcClient jdbc, Clock clock, String address) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.self = new Node(UUID.randomUUID().toString(), address, clock.instant());
  }

  /** Shows that this node lives and looks for others; due every {@link #BEAT}. */
  public synchronized void beat() {
    if (left) {
      return;
    }
    jdbc.sql(
            """
            INSERT INTO node (id, address, started_at, seen_at) VALUES (?, ?, ?, ?)
            ON CONFLICT (id) DO UPDATE SET seen_at = excluded.seen_at
            """)
        .params(self.id(), self.address(), self.startedAt().toEpochMilli(), clock.millis())
        .update();
    jdbc.sql("DELETE FROM node WHERE id <> ? AND seen_at < ?")
        .params(self.id(), clock.millis() - FORGOTTEN.toMillis())
        .update();
    look();
  }

  private void look() {
    Map<String, Sighting> now = new HashMap<>();
    jdbc.sql("SELECT id, address, started_at, seen_at FROM node WHERE id <> ?")
        .param(self.id())
        .query(
            (row, number) ->
                sighting(
                    new Node(
                        row.getString(1), row.getString(2), Instant.ofEpochMilli(row.getLong(3))),
                    row.getLong(4)))
        .list()
        .forEach(sighting -> now.put(sighting.node().id(), sighting));
    sightings = now;
  }

  private Sighting sighting(Node node, long seenAt) {
    Sighting before = sightings.get(node.id());
    if (before == null) {
      return new Sighting(node, seenAt, Instant.MIN);
    }
    return before.seenAt() == seenAt
        ? before
        : new Sighting(node, seenAt, clock.instant().plus(GONE));
  }

  /** The others that live, as of the last beat; asks nobody. */
  public synchronized List<Node> others() {
    Instant now = clock.instant();
    return sightings.values().stream()
        .filter(sighting -> now.isBefore(sighting.aliveUntil()))
        .map(Sighting::node)
        .sorted(FIRST)
        .collect(Collectors.toUnmodifiableList());
  }

  /** Whether no other that lives started before this one. All nodes agree on who it is. */
  public boolean isFirst() {
    return others().stream().noneMatch(other -> FIRST.compare(other, self) < 0);
  }

  /** Says that this node ends. */
  public synchronized void leave() {
    left = true;
    try {
      jdbc.sql("DELETE FROM node WHERE id = ?").param(self.id()).update();
    } catch (DataAccessException storeIsAway) {
      // The others see as well that the row does not move any more.
      sightings = Map.of();
    }
  }
}
