package io.kouxin.integrations.dingtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Session webhooks and custom robots. */
class WebhookConformanceTest {
  private static final String SECRET = "SEC0123456789";
  private final Caller caller = new Caller();
  private final DingTalkEmulator emulator = caller.emulator;
  private Listener app;

  @BeforeEach
  void listen() throws Exception {
    app = new Listener(emulator);
  }

  @AfterEach
  void stop() {
    app.close();
    caller.close();
  }

  private static Map<String, Object> text(String words) {
    return Map.of("msgtype", "text", "text", Map.of("content", words));
  }

  private String session(Said said) {
    emulator.say(said);
    JsonObject body = app.last().json();
    return body.get("sessionWebhook").getAsString();
  }

  private Caller.Reply custom(Map<String, ?> body) throws Exception {
    String time = String.valueOf(emulator.now().toEpochMilli());
    String sign = Caller.encoded(Signatures.ofRobot(time, SECRET));
    return caller.send(
        "POST", "/robot/send?access_token=custom-1&timestamp=" + time + "&sign=" + sign, body);
  }

  @Test
  void the_address_of_a_message_answers_the_person_or_the_group() throws Exception {
    assertThat(caller.send("POST", session(Said.text("rep01", "早")), text("收到")).code())
        .isEqualTo("0");
    assertThat(caller.last().isShownTo("rep01")).isTrue();
    assertThat(caller.last().route()).isEqualTo(Route.SESSION);
    String group = session(Said.text("rep01", "早").in(Group.SALES.id()));
    caller.send("POST", group, text("大家好"));
    assertThat(caller.last().receipt().delivered()).isEqualTo(Group.SALES.members());
  }

  @Test
  void the_address_ends_after_ninety_minutes_with_http_200() throws Exception {
    String session = session(Said.text("rep01", "早"));
    emulator.advance(Duration.ofMinutes(89));
    assertThat(caller.send("POST", session, text("还在")).code()).isEqualTo("0");
    emulator.advance(Duration.ofMinutes(1));
    Caller.Reply late = caller.send("POST", session, text("太晚"));
    assertThat(late.status()).isEqualTo(200);
    assertThat(late.code()).isEqualTo("300001");
  }

  @Test
  void every_kind_is_taken_and_others_are_refused() throws Exception {
    String at = session(Said.text("rep01", "早"));
    Map<String, Object> card = Map.of("title", "摘要", "text", "#### 好", "singleTitle", "看");
    Map<String, Object> feed = Map.of("links", List.of(Map.of("title", "a")));
    for (var kind :
        Map.of("markdown", card, "actionCard", card, "link", card, "feedCard", feed).entrySet()) {
      Map<String, Object> body = Map.of("msgtype", kind.getKey(), kind.getKey(), kind.getValue());
      assertThat(caller.send("POST", at, body).code()).isEqualTo("0");
      assertThat(caller.last().content().kind()).isEqualTo(kind.getKey());
    }
    assertThat(caller.send("POST", at, Map.of("msgtype", "voice")).code()).isEqualTo("400105");
    assertThat(caller.send("POST", at, text(" ")).code()).isEqualTo("40035");
    assertThat(caller.send("POST", at, text("长".repeat(7_000))).code()).isEqualTo("460101");
  }

  @Test
  void a_custom_robot_posts_to_its_group_if_it_signs() throws Exception {
    assertThat(custom(text("早")).code()).isEqualTo("0");
    assertThat(caller.last().receipt().conversation()).isEqualTo(Group.SALES.id());
    String unsigned = "/robot/send?access_token=custom-1";
    assertThat(caller.send("POST", unsigned, text("早")).code()).isEqualTo("310000");
    String old = String.valueOf(emulator.now().minus(Duration.ofMinutes(61)).toEpochMilli());
    String sign = Caller.encoded(Signatures.ofRobot(old, SECRET));
    assertThat(
            caller.send("POST", unsigned + "&timestamp=" + old + "&sign=" + sign, text("早")).code())
        .isEqualTo("310000");
    assertThat(caller.send("POST", "/robot/send?access_token=no", text("早")).code())
        .isEqualTo("300005");
  }

  @Test
  void a_custom_robot_with_keywords_says_nothing_else() throws Exception {
    emulator.groups().add(new CustomRobot("k", "", List.of("日报"), Group.SALES.id()));
    assertThat(caller.send("POST", "/robot/send?access_token=k", text("日报：3")).code())
        .isEqualTo("0");
    assertThat(caller.send("POST", "/robot/send?access_token=k", text("早")).code())
        .isEqualTo("310000");
  }

  @Test
  void the_same_msgUuid_is_sent_once() throws Exception {
    Map<String, Object> once =
        Map.of("msgtype", "text", "text", Map.of("content", "早"), "msgUuid", "u1");
    assertThat(custom(once).code()).isEqualTo("0");
    assertThat(custom(once).code()).isEqualTo("0");
    assertThat(emulator.sent()).hasSize(1);
    assertThat(caller.last().receipt().merged()).isEqualTo(1);
  }

  @Test
  void the_twenty_first_post_of_a_minute_blocks_for_ten() throws Exception {
    for (int n = 0; n < 20; n++) {
      assertThat(custom(text("第" + n)).code()).isEqualTo("0");
    }
    assertThat(custom(text("太多")).code()).isEqualTo("130101");
    emulator.advance(Duration.ofMinutes(9));
    assertThat(custom(text("太早")).code()).isEqualTo("130101");
    emulator.advance(Duration.ofMinutes(1));
    assertThat(custom(text("再来")).code()).isEqualTo("0");
  }

  @Test
  void a_group_that_is_gone_refuses() throws Exception {
    emulator.groups().disband(Group.SALES.id());
    assertThat(custom(text("早")).code()).isEqualTo("400013");
  }

  @Test
  void messages_of_the_month_are_counted_and_end() throws Exception {
    String session = session(Said.text("rep01", "早"));
    assertThat(emulator.quota().messages()).isEqualTo(1);
    emulator.quota().used(0, 2_999);
    assertThat(caller.send("POST", session, text("最后一条")).code()).isEqualTo("0");
    assertThat(caller.send("POST", session, text("没有了")).code()).isEqualTo("90020");
  }
}
