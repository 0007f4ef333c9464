package io.kouxin.bot.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.coordination.Nodes.Node;
import io.kouxin.bot.store.MovableClock;
import io.kouxin.bot.store.Stores;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;

class NodesTest {
  private static final Instant MORNING = Instant.parse("2026-03-11T01:00:00Z");
  private final MovableClock early = new MovableClock(MORNING);
  private final MovableClock late = new MovableClock(MORNING.plusSeconds(60));
  private HikariDataSource store = new HikariDataSource();

  @AfterEach
  void close() {
    store.close();
  }

  private Nodes node(MovableClock clock, String address) {
    return new Nodes(JdbcClient.create(store), clock, address);
  }

  private void beat(Nodes... nodes) {
    early.move(Nodes.BEAT);
    late.move(Nodes.BEAT);
    Stream.of(nodes).forEach(Nodes::beat);
  }

  private static List<String> others(Nodes node) {
    return node.others().stream().map(Node::address).toList();
  }

  @ParameterizedTest
  @EnumSource
  void one_node_is_alone_and_first(Stores kind) {
    store = kind.open();
    Nodes a = node(early, "a");
    beat(a);
    beat(a);
    assertThat(a.others()).isEmpty();
    assertThat(a.isFirst()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void nodes_see_each_other_after_two_beats_and_agree_on_who_was_first(Stores kind) {
    store = kind.open();
    Nodes a = node(early, "a");
    Nodes b = node(late, "b");
    beat(a, b);
    beat(a, b);
    beat(a, b);
    assertThat(others(a)).containsExactly("b");
    assertThat(others(b)).containsExactly("a");
    assertThat(a.isFirst()).isTrue();
    assertThat(b.isFirst()).isFalse();
  }

  @ParameterizedTest
  @EnumSource
  void whoever_leaves_is_gone_at_the_next_beat_and_does_not_come_back(Stores kind) {
    store = kind.open();
    Nodes a = node(early, "a");
    Nodes b = node(late, "b");
    beat(a, b);
    beat(a, b);
    beat(a, b);
    a.leave();
    beat(a, b);
    assertThat(b.others()).isEmpty();
    assertThat(b.isFirst()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void whoever_was_killed_is_gone_soon_and_its_row_scares_no_newcomer(Stores kind) {
    store = kind.open();
    Nodes killed = node(early, "a");
    Nodes b = node(late, "b");
    beat(killed, b);
    beat(killed, b);
    beat(killed, b);
    assertThat(others(b)).containsExactly("a");
    Nodes again = node(late, "a again");
    for (int i = 0; i < 4; i++) {
      beat(b, again);
      assertThat(others(again)).doesNotContain("a");
    }
    assertThat(others(b)).containsExactly("a again");
    assertThat(others(again)).containsExactly("b");
  }

  @ParameterizedTest
  @EnumSource
  void clocks_that_differ_by_hours_hide_nobody(Stores kind) {
    store = kind.open();
    late.move(Duration.ofHours(-7));
    Nodes a = node(early, "a");
    Nodes b = node(late, "b");
    for (int i = 0; i < 3; i++) {
      beat(a, b);
    }
    assertThat(others(a)).containsExactly("b");
    assertThat(others(b)).containsExactly("a");
    assertThat(a.isFirst()).isNotEqualTo(b.isFirst());
  }

  @ParameterizedTest
  @EnumSource
  void rows_of_the_dead_are_forgotten_after_a_day(Stores kind) {
    store = kind.open();
    beat(node(early, "dead"));
    Nodes b = node(late, "b");
    late.move(Duration.ofDays(2));
    beat(b);
    assertThat(JdbcClient.create(store).sql("SELECT address FROM node").query(String.class).list())
        .containsExactly("b");
  }

  @ParameterizedTest
  @EnumSource
  void a_store_that_is_away_keeps_nobody_from_leaving(Stores kind) {
    store = kind.open();
    Nodes a = node(early, "a");
    beat(a);
    store.close();
    a.leave();
    assertThat(a.others()).isEmpty();
  }
}
