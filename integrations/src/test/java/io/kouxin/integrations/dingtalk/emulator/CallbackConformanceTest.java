package io.kouxin.integrations.dingtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Messages to the robot, as they reach an application over HTTP. */
class CallbackConformanceTest {
  private static final byte[] BYTES = {1, 2, 3};
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

  private JsonObject told(Said said) {
    assertThat(emulator.say(said).isAccepted()).isTrue();
    return app.last().json();
  }

  private static String text(JsonObject json, String name) {
    return json.get(name).getAsString();
  }

  @Test
  void a_message_comes_signed_with_all_that_is_needed_to_answer() {
    JsonObject got = told(Said.text("rep01", "拜访了王总"));
    String time = app.last().header("timestamp");
    assertThat(app.last().header("sign"))
        .isEqualTo(Signatures.ofRobot(time, emulator.app().clientSecret()));
    assertThat(text(got, "senderStaffId")).isEqualTo("rep01");
    assertThat(text(got, "senderNick")).isEqualTo("张三");
    assertThat(text(got, "conversationType")).isEqualTo("1");
    assertThat(text(got, "robotCode")).isEqualTo(emulator.app().robotCode());
    assertThat(text(got.getAsJsonObject("text"), "content")).isEqualTo("拜访了王总");
    assertThat(got.get("createAt").getAsJsonPrimitive().isNumber()).isTrue();
    assertThat(got.get("sessionWebhookExpiredTime").getAsLong())
        .isEqualTo(Caller.NOW.plus(Sessions.LIFE).toEpochMilli());
  }

  @Test
  void times_may_be_texts_as_the_documentation_says() {
    emulator.writeTimesAsText(true);
    assertThat(told(Said.text("rep01", "早")).get("createAt").getAsJsonPrimitive().isString())
        .isTrue();
  }

  @Test
  void an_outsider_has_no_staff_id() {
    JsonObject got = told(Said.text("王老板", "你好"));
    assertThat(got.has("senderStaffId")).isFalse();
    assertThat(text(got, "senderNick")).isEqualTo("王老板");
  }

  @Test
  void in_a_group_the_space_behind_the_mention_stays() {
    JsonObject got = told(Said.text("rep01", "今日小结").in(Group.SALES.id()));
    assertThat(text(got.getAsJsonObject("text"), "content")).isEqualTo(" 今日小结");
    assertThat(text(got, "conversationType")).isEqualTo("2");
    assertThat(text(got, "conversationTitle")).isEqualTo("销售一部");
    assertThat(got.get("isInAtList").getAsBoolean()).isTrue();
    assertThat(got.getAsJsonArray("atUsers")).hasSize(1);
  }

  @Test
  void each_kind_has_its_own_content() {
    JsonObject audio = told(Said.audio("rep01", BYTES, 4_000, "王总要报价")).getAsJsonObject("content");
    assertThat(text(audio, "recognition")).isEqualTo("王总要报价");
    assertThat(audio.get("duration").getAsLong()).isEqualTo(4_000);
    assertThat(
            told(Said.audio("rep01", BYTES, 1, "")).getAsJsonObject("content").has("recognition"))
        .isFalse();
    JsonObject picture = told(Said.picture("rep01", BYTES)).getAsJsonObject("content");
    assertThat(picture.keySet()).containsExactly("downloadCode", "pictureDownloadCode");
    JsonArray rich =
        told(Said.richText("rep01", "看", BYTES))
            .getAsJsonObject("content")
            .getAsJsonArray("richText");
    assertThat(rich.get(1).getAsJsonObject().keySet()).contains("type", "downloadCode");
    StoredFile file = new StoredFile("报价.pdf", BYTES, 7_000);
    assertThat(
            text(told(Said.withFile("file", "rep01", file)).getAsJsonObject("content"), "fileName"))
        .isEqualTo("报价.pdf");
    assertThat(
            text(
                told(Said.withFile("video", "rep01", file)).getAsJsonObject("content"),
                "videoType"))
        .isEqualTo("mp4");
    assertThat(told(Said.withFile("unknownMsgType", "rep01", file)).has("content")).isTrue();
  }

  @Test
  void in_a_group_there_are_no_voice_notes_and_no_strangers_groups() {
    Said audio = Said.audio("rep01", BYTES, 1, "早").in(Group.SALES.id());
    assertThatThrownBy(() -> emulator.say(audio)).hasMessageContaining("audio");
    assertThatThrownBy(() -> emulator.say(Said.text("rep01", "早").in("cidNo")))
        .hasMessageContaining("cidNo");
  }

  @Test
  void a_redelivered_message_has_the_same_id() {
    Delivery delivery = emulator.say(Said.text("rep01", "早"), Manner.redelivered(2));
    assertThat(delivery.attempts()).hasSize(3);
    assertThat(app.received().stream().map(each -> text(each.json(), "msgId")).distinct())
        .containsExactly(delivery.id());
    emulator.faults().redeliver(1);
    assertThat(emulator.say(Said.text("rep01", "早")).attempts()).hasSize(2);
  }

  @Test
  void tampering_shows() {
    String secret = emulator.app().clientSecret();
    emulator.say(Said.text("rep01", "早"), Manner.tampered(Manner.Tampering.SIGNATURE));
    assertThat(app.last().header("sign"))
        .isNotEqualTo(Signatures.ofRobot(app.last().header("timestamp"), secret));
    emulator.say(Said.text("rep01", "早"), Manner.tampered(Manner.Tampering.OLD));
    assertThat(app.last().header("sign"))
        .isEqualTo(Signatures.ofRobot(app.last().header("timestamp"), secret));
    assertThat(Long.parseLong(app.last().header("timestamp")))
        .isLessThan(Caller.NOW.minus(Duration.ofHours(1)).toEpochMilli());
    emulator.say(Said.text("rep01", "早"), Manner.tampered(Manner.Tampering.GARBAGE));
    assertThat(app.last().body()).startsWith("{").doesNotEndWith("}");
  }

  @Test
  void an_answer_to_the_callback_is_a_message_and_empty_is_silence() {
    emulator.say(Said.text("rep01", "早"));
    assertThat(emulator.sent()).isEmpty();
    app.answer(200, "{\"msgtype\":\"text\",\"text\":{\"content\":\"收到\"}}");
    emulator.say(Said.text("rep01", "早"));
    assertThat(caller.last().route()).isEqualTo(Route.REPLY);
    assertThat(caller.last().isShownTo("rep01")).isTrue();
    app.answer(200, "no JSON");
    emulator.say(Said.text("rep01", "早"));
    assertThat(emulator.sent()).hasSize(1);
  }

  @Test
  void a_message_that_nobody_took_is_lost_unless_it_is_to_come_after_a_minute() {
    app.answer(500, "");
    assertThat(emulator.say(Said.text("rep01", "早")).isAccepted()).isFalse();
    emulator.advance(Duration.ofMinutes(2));
    assertThat(app.received()).hasSize(1);
    emulator.repeatUnansweredMessages(true);
    emulator.say(Said.text("rep01", "早"));
    emulator.advance(Duration.ofSeconds(59));
    assertThat(app.received()).hasSize(2);
    emulator.advance(Duration.ofSeconds(1));
    assertThat(app.received()).hasSize(3);
  }

  @Test
  void when_the_months_messages_are_used_up_a_message_comes_without_its_words() {
    emulator.quota().used(0, 3_000);
    JsonObject got = told(Said.text("rep01", "早"));
    assertThat(got.has("text")).isFalse();
    assertThat(text(got, "errorCode")).isEqualTo("20001");
    assertThat(got.has("errorMessage")).isTrue();
  }

  @Test
  void a_link_in_markdown_makes_the_person_say_its_words() throws Exception {
    String words = "确认 #A2B3";
    String link = "dtmd://dingtalkclient/sendMessage?content=" + Caller.encoded(words);
    String markdown = "#### 摘要\n[确认](" + link + ") [看](https://a.example)";
    caller.batch("sampleMarkdown", Map.of("title", "摘要", "text", markdown), "rep01");
    String id = caller.last().id();
    assertThat(emulator.links(id, "rep01")).containsExactly(Map.entry("确认", words));
    emulator.tapLink(id, "rep01", "确认");
    assertThat(text(app.last().json().getAsJsonObject("text"), "content")).isEqualTo(words);
    assertThatThrownBy(() -> emulator.tapLink(id, "rep02", "确认")).hasMessageContaining("rep02");
    caller.text(markdown, "rep01");
    assertThat(emulator.links(caller.last().id(), "rep01")).isEmpty();
  }

  @Test
  void an_application_that_is_too_slow_or_not_there_did_not_take_it() {
    emulator.patience(Duration.ofNanos(1));
    assertThat(emulator.say(Said.text("rep01", "早")).attempts().getFirst().status())
        .isEqualTo(Delivery.TIMED_OUT);
    app.close();
    emulator.patience(Duration.ofSeconds(2));
    assertThat(emulator.say(Said.text("rep01", "早")).attempts().getFirst().status())
        .isEqualTo(Delivery.NO_CONNECTION);
  }
}
