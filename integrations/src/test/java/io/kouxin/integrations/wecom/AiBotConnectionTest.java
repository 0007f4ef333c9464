package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Leases;
import io.kouxin.integrations.channel.LocalCoordination;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.wecom.ConnectionHealth.State;
import io.kouxin.integrations.wecom.emulator.BotMessage;
import io.kouxin.integrations.wecom.emulator.gateway.AiBotGateway;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The long connection of an AI bot, through all that happens to one. */
class AiBotConnectionTest {
  private static final Duration SOON = Line.SOON;
  private final MovingClock clock = new MovingClock();
  private final Leases leases = new LocalCoordination(clock).leases();
  private final AiBotGateway gateway;
  private final Line line;

  AiBotConnectionTest() throws Exception {
    gateway = new AiBotGateway();
    line = node(AiBotGateway.SECRET);
  }

  private Line node(String secret) throws Exception {
    return new Line(gateway, secret, leases, clock);
  }

  @AfterEach
  void close() {
    line.close();
    gateway.close();
  }

  @Test
  void what_is_pushed_is_kept_in_order_and_a_repeat_has_the_same_id() {
    gateway.faults().pushesTwice();
    line.until(State.OPEN);
    for (int i = 0; i < 20; i++) {
      gateway.push(BotMessage.voice("LiSi", "第" + i + "条"));
    }
    line.awaitKept(40);
    assertThat(line.kept.stream().map(inbound -> inbound.envelope().id()).distinct()).hasSize(20);
    assertThat(line.kept)
        .extracting(inbound -> ((Inbound.Voice) inbound).recognised().orElseThrow())
        .startsWith("第0条", "第0条", "第1条");
  }

  @Test
  void a_store_that_is_away_for_a_moment_loses_nothing() {
    var tries = new AtomicInteger();
    line.keeping =
        inbound -> {
          if (tries.incrementAndGet() < 3) {
            throw new IllegalStateException("away");
          }
          line.kept.add(inbound);
        };
    line.until(State.OPEN);
    gateway.push(BotMessage.text("LiSi", "好"));
    line.awaitKept(1);
    assertThat(tries).hasValue(3);
  }

  @Test
  void a_wrong_secret_stops_it_and_says_so() throws Exception {
    try (var wrong = node("wrong")) {
      wrong.until(State.REFUSED);
      for (int i = 0; i < 5; i++) {
        clock.advance(Duration.ofMinutes(10));
        wrong.connection.tick();
      }
      assertThat(wrong.connection.health().reason()).contains("40001").doesNotContain("wrong");
      assertThat(gateway.attempts()).isEqualTo(1);
      assertThatExceptionOfType(ChannelException.Retry.class)
          .isThrownBy(() -> wrong.channel.deliver("lisi", new Outbound.Reply("r", "好")));
    }
  }

  @Test
  void somebody_else_with_the_same_bot_stops_it_and_is_not_fought() throws Exception {
    line.until(State.OPEN);
    var elsewhere = new LocalCoordination(clock).leases();
    try (var other = new Line(gateway, AiBotGateway.SECRET, elsewhere, clock)) {
      other.until(State.OPEN);
      line.until(State.KICKED);
      for (int i = 0; i < 10; i++) {
        clock.advance(Duration.ofSeconds(10));
        line.connection.tick();
      }
      assertThat(line.connection.health().state()).isEqualTo(State.KICKED);
      assertThat(gateway.subscriptions()).isEqualTo(2);
    }
  }

  @Test
  void a_connection_that_breaks_is_opened_again() throws InterruptedException {
    line.until(State.OPEN);
    gateway.kill();
    line.until(State.DOWN);
    clock.advance(Duration.ofSeconds(2));
    line.until(State.OPEN);
    assertThat(gateway.awaitSubscriptions(2, SOON)).isTrue();
  }

  @Test
  void a_gateway_that_gives_no_sign_of_life_is_left() {
    line.until(State.OPEN);
    gateway.faults().saysNothing();
    for (int i = 0; i < 4 && line.connection.health().state() == State.OPEN; i++) {
      clock.advance(Duration.ofSeconds(31));
      line.connection.tick();
    }
    line.until(State.DOWN);
    assertThat(line.connection.health().reason()).contains("sign of life");
    gateway.faults().clear();
    clock.advance(Duration.ofSeconds(5));
    line.until(State.OPEN);
  }

  @Test
  void who_subscribed_too_often_waits_for_a_minute() {
    gateway.faults().nextAnswers("aibot_subscribe", 45009);
    line.until(State.DOWN);
    clock.advance(Duration.ofSeconds(30));
    line.connection.tick();
    assertThat(line.connection.health().state()).isEqualTo(State.DOWN);
    clock.advance(Duration.ofSeconds(31));
    line.until(State.OPEN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "nonsense", "{}", "{\"cmd\":5}", "{\"cmd\":\"aibot_new\"}"})
  void a_frame_that_cannot_be_read_harms_nobody(String frame) {
    line.until(State.OPEN);
    gateway.raw(frame);
    gateway.push(BotMessage.text("LiSi", "好").without("msgid"));
    gateway.push(BotMessage.text("LiSi", "好"));
    line.awaitKept(1);
    assertThat(line.connection.health().state()).isEqualTo(State.OPEN);
  }

  @Test
  void a_frame_above_256_kib_ends_the_connection_and_another_one_is_opened() {
    line.until(State.OPEN);
    gateway.push(BotMessage.text("LiSi", "a".repeat(300_000)));
    line.until(State.DOWN);
    clock.advance(Duration.ofSeconds(5));
    line.until(State.OPEN);
    assertThat(line.kept).isEmpty();
  }

  @Test
  void of_two_nodes_one_holds_it_and_the_other_takes_over_when_it_stops() throws Exception {
    line.until(State.OPEN);
    try (var second = node(AiBotGateway.SECRET)) {
      second.until(State.STANDBY);
      assertThat(gateway.subscriptions()).isEqualTo(1);
      line.close();
      clock.advance(Duration.ofSeconds(2));
      second.until(State.OPEN);
      gateway.push(BotMessage.text("LiSi", "还在"));
      second.awaitKept(1);
    }
  }

  @Test
  void of_two_nodes_the_other_takes_over_once_the_lease_of_a_dead_one_ends() throws Exception {
    line.until(State.OPEN);
    try (var second = node(AiBotGateway.SECRET)) {
      second.until(State.STANDBY);
      clock.advance(Tenure.LIFE.minusSeconds(1));
      second.connection.tick();
      assertThat(second.connection.health().state()).isEqualTo(State.STANDBY);
      clock.advance(Duration.ofSeconds(2));
      second.until(State.OPEN);
      // The first was only paused: it finds its turn over and does not fight.
      line.until(State.STANDBY);
      assertThat(gateway.subscriptions()).isEqualTo(2);
    }
  }

  @Test
  void another_node_is_asked_to_speak_where_this_one_does_not_hold_it() throws Exception {
    line.until(State.OPEN);
    try (var second = node(AiBotGateway.SECRET)) {
      second.until(State.STANDBY);
      assertThatExceptionOfType(ChannelException.Retry.class)
          .isThrownBy(() -> second.channel.deliver("lisi", new Outbound.Reply("r", "好")))
          .withMessageContaining("not here");
    }
  }

  @Test
  void stopping_closes_the_socket_and_keeps_what_has_come() {
    line.until(State.OPEN);
    gateway.push(BotMessage.text("LiSi", "好"));
    line.awaitKept(1);
    line.close();
    Line.await(() -> !gateway.isHeld());
    assertThat(List.of(leases.take("wecom-aibot:" + AiBotGateway.BOT_ID, "me", SOON)))
        .containsExactly(true);
  }
}
