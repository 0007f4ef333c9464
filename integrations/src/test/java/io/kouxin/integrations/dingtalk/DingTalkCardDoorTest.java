package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Webhook;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DingTalkCardDoorTest {
  private static final String REGISTER = "/v1.0/card/callbacks/register";
  private static final URI ADDRESS = URI.create("https://k.example.com/callbacks/dingtalk/cards");
  private static final String TAP =
      "{\"type\":\"actionCallback\",\"outTrackId\":\"card-1\",\"userId\":\"wanglei\",\"content\":"
          + "\"{\\\"cardPrivateData\\\":{\\\"actionIds\\\":[\\\"ok\\\"]}}\"}";
  private final Office office = new Office();
  private final CardCallbacks callbacks = new CardCallbacks(office.api, ADDRESS, office.clock);
  private final List<Inbound> kept = new ArrayList<>();
  private final DingTalkCardDoor door = door(kept::add);

  @AfterEach
  void close() {
    office.close();
  }

  private DingTalkCardDoor door(Consumer<Inbound> keep) {
    return new DingTalkCardDoor(callbacks, office.quota, keep, Robot.CLOCK);
  }

  private Webhook.Visit signed(long millis, String body) {
    String timestamp = String.valueOf(millis);
    return new Webhook.Visit(
        Map.of(),
        Map.of(
            "x-ddpaas-signature-timestamp",
            timestamp,
            "x-ddpaas-signature",
            CardSign.of(timestamp, callbacks.secret())),
        body.getBytes(UTF_8));
  }

  private int status(String body) {
    return door.receive(signed(Robot.NOW, body)).status();
  }

  private void registerAnswers(int status, String json) {
    office.standIn.next(REGISTER, status, json);
    callbacks.register();
  }

  @Test
  void signs_as_dingtalk_does() {
    assertThat(CardSign.of("1700000000000", "example-secret"))
        .isEqualTo("I85VWQbGCqbDkjEb7rsCEkTKI9QSL3wzLms54MiwXlg=");
  }

  @Test
  void dingtalk_is_told_once_where_taps_go() {
    assertThat(callbacks.isRegistered()).isFalse();
    registerAnswers(200, "{'success':true,'result':{'apiSecret':'its-own'}}");
    callbacks.register();
    Fields told = office.standIn.of(REGISTER).getFirst().fields();
    assertThat(told.words("callbackUrl")).isEqualTo(ADDRESS.toString());
    assertThat(told.words("callbackRouteKey")).isEqualTo("kouxin-dingappkey01");
    assertThat(told.yes("forceUpdate")).as("an older address under our key is replaced").isTrue();
    assertThat(office.standIn.of(REGISTER)).hasSize(1);
    assertThat(callbacks.isRegistered()).isTrue();
    assertThat(callbacks.secret()).as("DingTalk's word counts").isEqualTo("its-own");
  }

  @Test
  void every_node_knows_the_secret_and_nobody_reads_the_applications_from_it() {
    var other = new CardCallbacks(office.api, ADDRESS, office.clock);
    assertThat(other.secret()).isEqualTo(callbacks.secret()).doesNotContain("SEC0123456789");
    registerAnswers(200, "{'success':true,'result':{}}");
    assertThat(callbacks.secret()).isEqualTo(other.secret());
  }

  @Test
  void a_key_that_is_taken_is_tried_again_later_and_said() {
    registerAnswers(500, "{'code':'param.callbackRouteKeyExist','message':'已存在'}");
    callbacks.register();
    assertThat(office.standIn.of(REGISTER)).as("each try costs a call").hasSize(1);
    assertThat(callbacks.trouble()).contains("param.callbackRouteKeyExist");
    office.clock.advance(Duration.ofMinutes(2));
    registerAnswers(200, "{'success':true,'result':{}}");
    assertThat(callbacks.isRegistered()).isTrue();
    assertThat(callbacks.trouble()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "k.example.com", "ftp://k.example.com/x"})
  void an_address_that_dingtalk_cannot_reach_is_a_wrong_setting(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CardCallbacks(office.api, URI.create(address), office.clock))
        .withMessageContaining("card-callback-url");
  }

  @Test
  void a_tap_is_kept_and_answered_without_a_face() {
    Webhook.Answer answer = door.receive(signed(Robot.NOW, TAP));
    assertThat(answer).isEqualTo(Webhook.Answer.of("application/json", "{}"));
    var tap = (Inbound.Tap) kept.getFirst();
    assertThat(tap.card()).isEqualTo("card-1");
    assertThat(tap.action()).isEqualTo("ok");
    assertThat(tap.envelope().at()).isEqualTo(Instant.ofEpochMilli(Robot.NOW));
    assertThat(office.quota.used().messages()).isEqualTo(1);
  }

  @Test
  void the_very_same_request_later_is_the_same_tap() {
    door.receive(signed(Robot.NOW - 290_000, TAP));
    door.receive(signed(Robot.NOW - 290_000, TAP));
    assertThat(kept).extracting(tap -> tap.envelope().id()).hasSize(2).containsOnly(id(0));
    door.receive(signed(Robot.NOW, TAP));
    assertThat(id(2)).isNotEqualTo(id(0));
  }

  private String id(int number) {
    return kept.get(number).envelope().id();
  }

  @ParameterizedTest
  @CsvSource({"300000, 200", "300001, 403", "-300000, 200", "-300001, 403"})
  void five_minutes_are_near_enough_and_a_moment_more_is_not(long off, int status) {
    assertThat(door.receive(signed(Robot.NOW - off, TAP)).status()).isEqualTo(status);
  }

  @Test
  void a_wrong_sign_is_refused_also_the_robots() {
    Webhook.Visit good = signed(Robot.NOW, TAP);
    String robots = new RobotSign(callbacks.secret()).of(String.valueOf(Robot.NOW));
    for (String sign : List.of("AAAA", "é", robots)) {
      Map<String, String> headers = new HashMap<>(good.headers());
      headers.put("x-ddpaas-signature", sign);
      assertThat(door.receive(new Webhook.Visit(Map.of(), headers, good.body())).status())
          .isEqualTo(403);
    }
    assertThat(kept).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x-ddpaas-signature", "x-ddpaas-signature-timestamp"})
  void a_missing_header_is_refused(String header) {
    Webhook.Visit good = signed(Robot.NOW, TAP);
    Map<String, String> headers = new HashMap<>(good.headers());
    headers.remove(header);
    Webhook.Answer answer = door.receive(new Webhook.Visit(Map.of(), headers, good.body()));
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.reason()).contains(header);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "hello", "[]", "null", "{}", "{\"userId\":\"w\"}", "{\"outTrackId\":7}"})
  void what_is_no_tap_is_refused(String body) {
    assertThat(status(body)).isEqualTo(400);
    assertThat(kept).isEmpty();
  }

  @Test
  void deep_and_long_bodies_are_refused() {
    assertThat(status("{\"a\":" + "[".repeat(30_000))).isEqualTo(400);
    assertThat(status(" ".repeat(70_000))).isEqualTo(413);
    assertThat(door.verify(Map.of()).status()).isEqualTo(405);
  }

  @Test
  void a_tap_with_an_action_we_never_made_is_kept_as_a_notice() {
    assertThat(status(TAP.replace("[\\\"ok\\\"]", "[]"))).isEqualTo(200);
    assertThat(kept).singleElement().isInstanceOf(Inbound.Notice.class);
  }

  @Test
  void what_could_not_be_kept_gets_no_yes() {
    var broken =
        door(
            inbound -> {
              throw new IllegalStateException("disk full");
            });
    assertThat(broken.receive(signed(Robot.NOW, TAP)).status()).isEqualTo(503);
  }

  @Test
  void it_lies_beside_the_others() {
    assertThat(door.name()).isEqualTo("dingtalk");
    assertThat(door.path()).isEqualTo("dingtalk/cards");
  }
}
