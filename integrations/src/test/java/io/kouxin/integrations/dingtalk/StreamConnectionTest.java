package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.kouxin.integrations.dingtalk.StreamHealth.State;
import io.kouxin.integrations.dingtalk.emulator.gateway.Push;
import io.kouxin.integrations.dingtalk.emulator.gateway.StreamGateway;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** The connection is kept, and how it is can be seen. */
class StreamConnectionTest {
  private static final Duration SOON = StreamRig.SOON;

  @Test
  void it_is_starting_until_the_first_try_ends() throws Exception {
    try (var rig = new StreamRig()) {
      rig.gateway.faults().openHangs();
      rig.stream.start();
      assertThat(rig.state()).isEqualTo(State.STARTING);
    }
  }

  @Test
  void bad_credentials_show_within_seconds_and_do_not_flood_the_log() throws Exception {
    var lines = new ListAppender<ILoggingEvent>();
    Logger log = (Logger) LoggerFactory.getLogger("io.kouxin.integrations.dingtalk");
    lines.start();
    log.addAppender(lines);
    try (var rig = new StreamRig("wrong-secret")) {
      rig.stream.start();
      rig.until(() -> rig.state() == State.REFUSED);
      rig.until(() -> rig.gateway.opens().size() >= 3);
      assertThat(rig.stream.health().reason())
          .contains("client id and secret", "HTTP 401, authFailed")
          .doesNotContain("wrong-secret");
    } finally {
      log.detachAppender(lines);
    }
    assertThat(lines.list).hasSize(1);
    assertThat(lines.list.get(0).getFormattedMessage()).doesNotContain("wrong-secret");
  }

  @Test
  void it_opens_by_itself_when_the_credentials_are_good_again() throws Exception {
    try (var rig = new StreamRig()) {
      rig.gateway.faults().openAnswers(401);
      rig.stream.start();
      rig.until(() -> rig.state() == State.REFUSED);
      rig.gateway.faults().clear();
      rig.until(() -> rig.state() == State.OPEN);
      assertThat(rig.stream.health().reason()).isEmpty();
    }
  }

  @Test
  void trouble_of_dingtalk_is_no_refusal() throws Exception {
    try (var rig = new StreamRig()) {
      rig.gateway.faults().openAnswers(503);
      rig.stream.start();
      rig.until(() -> rig.state() == State.DOWN);
      assertThat(rig.stream.health().reason()).contains("HTTP 503, systemError");
      rig.gateway.faults().openAnswers(400);
      rig.until(() -> rig.stream.health().reason().contains("HTTP 400"));
      assertThat(rig.state()).isEqualTo(State.DOWN);
    }
  }

  @Test
  void an_open_that_hangs_is_given_up() throws Exception {
    try (var rig = new StreamRig()) {
      rig.gateway.faults().openHangs();
      rig.stream.start();
      rig.until(() -> rig.state() == State.DOWN);
      assertThat(rig.stream.health().reason()).contains("did not answer within 3 s");
      rig.gateway.faults().clear();
      rig.until(() -> rig.state() == State.OPEN);
    }
  }

  @Test
  void nobody_there_is_seen_and_waited_for() throws Exception {
    var settings = new StreamSettings("id", "secret", "http://localhost:1", Duration.ofMinutes(2));
    try (var rig = new StreamRig();
        var alone = new DingTalkStream(settings, rig.kept, rig.clock)) {
      alone.start();
      rig.until(() -> alone.health().state() == State.DOWN);
      assertThat(alone.health().reason()).contains("cannot be reached: ConnectException");
    }
  }

  @Test
  void a_silent_connection_is_replaced_before_it_is_closed() throws Exception {
    try (var rig = new StreamRig().open()) {
      rig.gateway.faults().silent();
      Push lost = rig.gateway.robot("{\"msgId\":\"m1\"}");
      rig.clock.advance(StreamSettings.SILENCE.plusSeconds(1));
      assertThat(rig.state()).isEqualTo(State.SILENT);
      rig.gateway.faults().clear();
      rig.until(() -> rig.state() == State.OPEN && rig.gateway.sockets() == 1);
      assertThat(rig.gateway.opens()).hasSize(2);
      assertThat(lost.await(SOON).code()).isEqualTo(200);
    }
  }

  @Test
  void pings_alone_keep_it_from_being_silent() throws Exception {
    try (var rig = new StreamRig().open()) {
      for (int i = 0; i < 4; i++) {
        rig.clock.advance(Duration.ofSeconds(60));
        rig.gateway.ping().await(SOON);
        rig.stream.tick();
      }
      assertThat(rig.state()).isEqualTo(State.OPEN);
      assertThat(rig.gateway.opens()).hasSize(1);
    }
  }

  @Test
  void an_announced_end_opens_another_connection_at_once() throws Exception {
    try (var rig = new StreamRig().open()) {
      rig.clock.advance(Duration.ofMinutes(1));
      rig.gateway.disconnect();
      assertThat(rig.gateway.awaitSockets(1, SOON)).isTrue();
      assertThat(rig.gateway.sockets()).isEqualTo(2);
      assertThat(rig.gateway.robot("{\"msgId\":\"m1\"}").await(SOON).code()).isEqualTo(200);
      rig.clock.advance(Duration.ofSeconds(21));
      rig.until(() -> rig.gateway.sockets() == 1);
    }
  }

  @Test
  void an_end_announced_in_the_moment_of_opening_is_not_overlooked() throws Exception {
    try (var rig = new StreamRig()) {
      rig.stream.start();
      assertThat(rig.gateway.awaitSockets(1, SOON)).isTrue();
      rig.gateway.disconnect();
      rig.until(() -> rig.gateway.opens().size() == 2 && rig.state() == State.OPEN);
    }
  }

  @Test
  void a_broken_connection_is_replaced_at_once() throws Exception {
    try (var rig = new StreamRig().open()) {
      rig.clock.advance(Duration.ofMinutes(1));
      rig.gateway.kill();
      assertThat(rig.gateway.awaitSockets(0, SOON)).isTrue();
      assertThat(rig.gateway.awaitSockets(1, SOON)).isTrue();
      assertThat(rig.gateway.robot("{\"msgId\":\"m1\"}").await(SOON).code()).isEqualTo(200);
    }
  }

  @Test
  void it_opens_from_a_thread_that_cannot_see_the_client() throws Exception {
    try (var rig = new StreamRig()) {
      Thread.currentThread().setContextClassLoader(ClassLoader.getPlatformClassLoader());
      rig.open();
    } finally {
      Thread.currentThread().setContextClassLoader(getClass().getClassLoader());
    }
  }

  @Test
  void two_processes_share_the_pushes() throws Exception {
    try (var rig = new StreamRig().open()) {
      var settings =
          new StreamSettings(
              StreamGateway.CLIENT_ID,
              StreamGateway.CLIENT_SECRET,
              rig.gateway.apiUrl(),
              StreamSettings.SILENCE);
      var other = new Kept();
      try (var second = new DingTalkStream(settings, other, rig.clock)) {
        second.start();
        assertThat(rig.gateway.awaitSockets(2, SOON)).isTrue();
        for (int i = 0; i < 40; i++) {
          rig.gateway.robot("{\"msgId\":\"m" + i + "\"}").await(SOON);
        }
        assertThat(rig.kept.ids()).isNotEmpty().doesNotContainAnyElementsOf(other.ids());
        assertThat(rig.kept.ids().size() + other.ids().size()).isEqualTo(40);
      }
    }
  }

  @Test
  void closing_ends_the_socket_and_no_other_is_opened() throws Exception {
    try (var rig = new StreamRig().open()) {
      rig.stream.close();
      assertThat(rig.gateway.awaitSockets(0, SOON)).isTrue();
      rig.stream.tick();
      rig.stream.start();
      assertThat(rig.gateway.opens()).hasSize(1);
      assertThat(rig.state()).isNotEqualTo(State.OPEN);
    }
  }
}
