package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Webhook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DingTalkRobotDoorTest {
  private static final long HOUR = Duration.ofHours(1).toMillis();
  private final List<Inbound> kept = new ArrayList<>();
  private final DingTalkRobotDoor door = door(kept::add);

  private static DingTalkRobotDoor door(Consumer<Inbound> keep) {
    var sessions = new Sessions(Robot.ACCOUNT, Robot.CLOCK);
    var messages = new RobotMessages(Robot.ACCOUNT, sessions, Meter.NONE, Robot.CLOCK);
    return new DingTalkRobotDoor(Robot.ACCOUNT, messages, keep, Robot.CLOCK);
  }

  private int status(long signed, byte[] body) {
    return door.receive(Robot.signed(signed, body)).status();
  }

  private int status(String body) {
    return status(Robot.NOW, body.getBytes(UTF_8));
  }

  @Test
  void takes_what_the_robot_was_told_and_says_nothing() {
    Webhook.Answer answer = door.receive(Robot.signed(Robot.text("王总说太贵")));
    assertThat(answer).isEqualTo(Webhook.Answer.of("application/json", "{\"msgtype\":\"empty\"}"));
    assertThat(kept).singleElement().isInstanceOf(Inbound.Text.class);
  }

  @Test
  void lies_beside_the_door_for_events() {
    assertThat(door.name()).isEqualTo("dingtalk");
    assertThat(door.path()).isEqualTo("dingtalk/robot");
    assertThat(door.verify(Map.of()).status()).isEqualTo(405);
  }

  @Test
  void hands_a_repeat_over_under_one_id() {
    door.receive(Robot.signed(Robot.text("好")));
    door.receive(Robot.signed(Robot.text("好")));
    assertThat(kept).extracting(inbound -> inbound.envelope().id()).containsOnly("msg+1==");
  }

  @Test
  void what_could_not_be_kept_gets_no_yes() {
    var broken =
        door(
            inbound -> {
              throw new IllegalStateException("disk full");
            });
    assertThat(broken.receive(Robot.signed(Robot.text("好"))).status()).isEqualTo(503);
  }

  @Test
  void a_wrong_sign_is_refused() {
    Webhook.Visit good = Robot.signed(Robot.text("好"));
    for (String sign : List.of("AAAA", "é", good.headers().get("sign") + " ")) {
      Map<String, String> headers = new HashMap<>(good.headers());
      headers.put("sign", sign);
      var visit = new Webhook.Visit(Map.of(), headers, good.body());
      assertThat(door.receive(visit).status()).isEqualTo(403);
    }
    assertThat(kept).isEmpty();
  }

  @Test
  void a_missing_header_is_refused() {
    Webhook.Visit good = Robot.signed(Robot.text("好"));
    for (String missing : List.of("sign", "timestamp")) {
      Map<String, String> headers = new HashMap<>(good.headers());
      headers.remove(missing);
      Webhook.Answer answer = door.receive(new Webhook.Visit(Map.of(), headers, good.body()));
      assertThat(answer.status()).isEqualTo(400);
      assertThat(answer.reason()).contains(missing);
    }
  }

  @Test
  void a_timestamp_that_is_no_number_is_refused() {
    Map<String, String> headers = Map.of("timestamp", "9999999999999999", "sign", "x");
    var visit = new Webhook.Visit(Map.of(), headers, new byte[0]);
    assertThat(door.receive(visit).status()).isEqualTo(400);
  }

  @Test
  void an_hour_is_near_enough_and_a_moment_more_is_not() {
    byte[] body = Robot.text("好").toString().getBytes(UTF_8);
    assertThat(status(Robot.NOW - HOUR, body)).isEqualTo(200);
    assertThat(status(Robot.NOW + HOUR, body)).isEqualTo(200);
    assertThat(status(Robot.NOW - HOUR - 1, body)).isEqualTo(403);
    assertThat(status(Robot.NOW + HOUR + 1, body)).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "[]", "null", "{\"a\":", "{\"msgId\":\"\\uZZZZ\"}", "<xml/>"})
  void what_is_not_json_is_refused(String body) {
    assertThat(status(body)).isEqualTo(400);
  }

  @Test
  void deep_and_long_bodies_are_refused() {
    assertThat(status("{\"a\":" + "[".repeat(100_000))).isEqualTo(400);
    assertThat(status("{\"a\":" + "[".repeat(300) + "]".repeat(300) + "}")).isEqualTo(400);
    assertThat(status(Robot.NOW, new byte[10 << 20])).isEqualTo(413);
  }

  @Test
  void a_message_without_what_every_message_has_is_refused() {
    assertThat(status("{}")).isEqualTo(400);
    assertThat(status("{\"msgId\":\"m\"}")).isEqualTo(403);
    assertThat(kept).isEmpty();
  }

  @Test
  void noise_never_gets_through() {
    var random = new Random(7);
    for (int i = 0; i < 500; i++) {
      byte[] noise = new byte[random.nextInt(200)];
      random.nextBytes(noise);
      assertThat(status(Robot.NOW, noise)).isEqualTo(400);
    }
  }
}
