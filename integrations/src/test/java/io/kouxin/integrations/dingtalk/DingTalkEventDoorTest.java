package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Webhook;
import io.kouxin.integrations.dingtalk.EventSealTest.Vector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DingTalkEventDoorTest {
  private static final long HOUR = 3_600_000;
  private final EventSeal seal = new EventSeal(EventSealTest.OURS, EventSealTest.OWNER);
  private final List<Inbound> kept = new ArrayList<>();
  private final DingTalkEventDoor door = door(kept::add);

  private static DingTalkEventDoor door(Consumer<Inbound> keep) {
    return new DingTalkEventDoor(Robot.ACCOUNT, EventSealTest.OURS, keep, Robot.CLOCK);
  }

  private static byte[] body(String sealed) {
    var body = new JsonObject();
    body.addProperty("encrypt", sealed);
    return body.toString().getBytes(UTF_8);
  }

  private Webhook.Visit visit(long timestamp, String sealed) {
    String time = String.valueOf(timestamp);
    Map<String, String> query =
        Map.of("signature", seal.signature(time, "n", sealed), "timestamp", time, "nonce", "n");
    return new Webhook.Visit(query, Map.of(), body(sealed));
  }

  private int status(String event) {
    return door.receive(visit(Robot.NOW, seal.seal(event))).status();
  }

  private static Webhook.Visit visit(Vector vector) {
    return new Webhook.Visit(vector.query(), Map.of(), body(vector.sealed));
  }

  @Test
  void answers_the_question_whether_it_is_ours_with_a_sealed_word() throws RefusedException {
    Webhook.Answer answer = door.receive(visit(Vector.QUESTION));
    assertThat(answer.status()).isEqualTo(200);
    Fields fields = Fields.read(answer.body()).orElseThrow();
    var knock =
        new EventKnock(
            fields.words("msg_signature"), fields.words("timeStamp"), fields.words("nonce"));
    seal.check(knock, fields.words("encrypt"));
    assertThat(seal.open(fields.words("encrypt"))).isEqualTo("success");
    assertThat(kept).isEmpty();
  }

  @Test
  void keeps_an_event_of_dingtalk() {
    assertThat(door.receive(visit(Vector.JOINED)).status()).isEqualTo(200);
    assertThat(kept).singleElement().isInstanceOf(Inbound.Joined.class);
    assertThat(kept.getFirst().envelope().id()).startsWith("digest-").endsWith("/rep01");
  }

  @Test
  void what_could_not_be_kept_is_to_be_brought_again() {
    var broken =
        door(
            inbound -> {
              throw new IllegalStateException("disk full");
            });
    assertThat(broken.receive(visit(Vector.JOINED)).status()).isEqualTo(503);
  }

  @Test
  void an_unknown_event_is_noticed() {
    assertThat(status("{\"EventType\":\"moon_rise\"}")).isEqualTo(200);
    assertThat(kept).singleElement().isInstanceOf(Inbound.Notice.class);
  }

  @Test
  void a_wrong_signature_or_owner_is_refused() {
    Map<String, String> query = new HashMap<>(Vector.JOINED.query());
    query.put("msg_signature", "0".repeat(40));
    var forged = new Webhook.Visit(query, Map.of(), body(Vector.JOINED.sealed));
    assertThat(door.receive(forged).status()).isEqualTo(403);
    String foreign = new EventSeal(EventSealTest.OURS, "dingother").seal("{}");
    Webhook.Answer answer = door.receive(visit(Robot.NOW, foreign));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.reason()).isEqualTo(Refusal.RECEIVER.sentence());
  }

  @Test
  void a_stale_or_future_timestamp_is_refused() {
    String sealed = seal.seal("{\"EventType\":\"check_url\"}");
    assertThat(door.receive(visit(Robot.NOW - HOUR, sealed)).status()).isEqualTo(200);
    assertThat(door.receive(visit(Robot.NOW / 1000, sealed)).status()).isEqualTo(200);
    assertThat(door.receive(visit(Robot.NOW - HOUR - 1, sealed)).status()).isEqualTo(403);
    assertThat(door.receive(visit(Robot.NOW + HOUR + 1, sealed)).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"msg_signature", "timestamp", "nonce"})
  void a_missing_parameter_is_refused(String missing) {
    Map<String, String> query = new HashMap<>(Vector.JOINED.query());
    query.remove(missing);
    var visit = new Webhook.Visit(query, Map.of(), body(Vector.JOINED.sealed));
    assertThat(door.receive(visit).status()).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "hello", "[]", "{}", "{\"encrypt\":7.5e9999999}", "{\"encrypt\":{}}"})
  void a_body_without_a_seal_is_refused(String body) {
    var visit = new Webhook.Visit(Vector.JOINED.query(), Map.of(), body.getBytes(UTF_8));
    assertThat(door.receive(visit).status()).isBetween(400, 403);
    assertThat(kept).isEmpty();
  }

  @Test
  void a_cut_seal_and_a_long_body_are_refused() {
    String cut = Vector.JOINED.sealed.substring(0, 64);
    assertThat(door.receive(visit(Robot.NOW, cut)).status()).isEqualTo(403);
    var flood = new Webhook.Visit(Vector.JOINED.query(), Map.of(), new byte[10 << 20]);
    assertThat(door.receive(flood).status()).isEqualTo(413);
  }

  @Test
  void what_is_sealed_but_no_json_is_refused() {
    assertThat(status("hello")).isEqualTo(400);
    assertThat(status("[".repeat(100_000))).isEqualTo(400);
  }

  @Test
  void lies_beside_the_robots_door() {
    assertThat(door.path()).isEqualTo("dingtalk/events");
    assertThat(door.verify(Map.of()).status()).isEqualTo(405);
  }
}
