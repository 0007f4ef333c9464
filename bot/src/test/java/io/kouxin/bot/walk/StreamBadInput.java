package io.kouxin.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.kouxin.integrations.dingtalk.emulator.Delivery;
import io.kouxin.integrations.dingtalk.emulator.Manner;
import io.kouxin.integrations.dingtalk.emulator.Route;
import io.kouxin.integrations.dingtalk.emulator.Said;
import io.kouxin.integrations.dingtalk.emulator.SentMessage;
import io.kouxin.integrations.dingtalk.emulator.gateway.Ack;
import io.kouxin.integrations.dingtalk.emulator.gateway.Push;
import io.kouxin.integrations.dingtalk.emulator.gateway.StreamGateway;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What nobody should push over DingTalk's Stream, and what the real service answers to it. Run by
 * {@link DingTalkWalkTest}, whose service it needs.
 */
abstract class StreamBadInput {
  private static final Duration SOON = Duration.ofSeconds(30);
  private static final String REP = "EmmaFrames";
  private static final String TAKEN = "{\"response\":{}}";

  private static StreamLine line;
  private static Company company;
  private static StreamGateway gateway;
  private static DingTalkLetters letters;

  @BeforeAll
  static void start(StreamLine given) throws IOException {
    line = given;
    company = given.company();
    gateway = company.gateway();
    letters = new DingTalkLetters(company);
    company.employ(line.client(), REP, "en");
  }

  /** Nothing of all this broke or lost anything: the next good message is answered as ever. */
  @AfterAll
  static void goes_on() throws IOException {
    company.says(Said.text(REP, "find afterwards"));
    company.awaitSaid(REP, "“afterwards”");
    assertThat(company.timesSaid(REP, "unkept")).isZero();
    assertThat(line.client().get("/actuator/health").status()).isEqualTo(200);
    assertThat(line.client().items("/api/v1/dead-letters")).isEmpty();
    assertThat(line.service().said()).doesNotContain("OutOfMemory", "StackOverflow");
  }

  private static Ack answer(Push push) throws InterruptedException, TimeoutException {
    return push.await(SOON);
  }

  private static void livesOn() throws InterruptedException, TimeoutException {
    assertThat(answer(gateway.ping()).code()).isEqualTo(200);
  }

  static Stream<Arguments> frames() {
    String callback = "{\"type\":\"CALLBACK\",\"headers\":{\"messageId\":\"a\"}}";
    return Stream.concat(
        DingTalkLetters.noObjects(),
        Stream.of(
            Arguments.of("an unknown type", "{\"type\":\"OTHER\",\"headers\":{}}"),
            Arguments.of("no headers", "{\"type\":\"CALLBACK\"}"),
            Arguments.of("no topic", callback),
            Arguments.of("no type", callback.replace("\"type\":\"CALLBACK\",", "")),
            Arguments.of("headers as words", "{\"type\":\"EVENT\",\"headers\":\"a\"}"),
            Arguments.of("a type as a list", "{\"type\":[],\"headers\":{\"messageId\":\"a\"}}")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("frames")
  void a_frame_that_is_none_is_put_aside_and_the_next_is_read(String name, String frame)
      throws Exception {
    int opened = gateway.opens().size();
    gateway.raw(frame);
    livesOn();
    assertThat(gateway.opens()).as("the same connection").hasSize(opened);
  }

  @Test
  void an_unknown_topic_gets_404() throws Exception {
    gateway.raw(
        "{\"type\":\"CALLBACK\",\"headers\":{\"topic\":\"/v1.0/other\",\"messageId\":\"odd-1\"},"
            + "\"data\":\"{}\"}");
    livesOn();
    assertThat(gateway.unasked())
        .anyMatch(text -> text.contains("odd-1") && text.contains("\"code\":404"));
  }

  @Test
  void a_frame_above_256_kib_costs_the_connection_and_nothing_else() throws Exception {
    int opened = gateway.opens().size();
    gateway.raw("{\"data\":\"" + "x".repeat(256 << 10) + "\"}");
    Await.until("another one", SOON, () -> gateway.opens().size() == opened + 1);
    assertThat(gateway.awaitSockets(1, SOON)).isTrue();
    company.says(Said.text(REP, "find reconnected"));
    company.awaitSaid(REP, "“reconnected”");
  }

  /** 200: a repeat would be no better. It is logged, without what it says. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("io.kouxin.bot.walk.DingTalkLetters#noObjects")
  void data_that_is_no_message_is_taken_and_not_kept(String name, String data) throws Exception {
    assertThat(answer(gateway.robot(data)).code()).isEqualTo(200);
    assertThat(answer(gateway.card(data)))
        .extracting(Ack::code, Ack::data)
        .containsExactly(200, TAKEN);
    Ack event = answer(gateway.push("EVENT", "*", Map.of("eventId", name), data));
    assertThat(event.data()).contains("\"status\":\"SUCCESS\"");
  }

  @ParameterizedTest
  @ValueSource(strings = {"msgId", "senderStaffId"})
  void a_message_without_id_or_sender_is_taken_and_not_kept(String field) throws Exception {
    JsonObject message = letters.text(REP, "find unkept");
    assertThat(answer(gateway.robot(DingTalkLetters.without(message, field).toString())).code())
        .isEqualTo(200);
    message.add(field, new JsonObject());
    assertThat(answer(gateway.robot(message.toString())).code()).isEqualTo(200);
  }

  @Test
  void a_message_to_another_robot_is_not_kept() throws Exception {
    JsonObject message = letters.text(REP, "find unkept");
    message.addProperty("robotCode", "dingelsewhere");
    assertThat(answer(gateway.robot(message.toString())).code()).isEqualTo(200);
  }

  @Test
  void fields_of_other_types_are_read_as_if_they_were_not_there() throws Exception {
    company.employ(line.client(), "EmmaLenient", "en");
    JsonObject message = letters.text("EmmaLenient", "find lenient");
    message.addProperty("conversationType", 1);
    message.addProperty("createAt", "yesterday");
    message.add("sessionWebhookExpiredTime", new JsonObject());
    message.addProperty("sessionWebhook", "http://elsewhere.example.com/robot/sendBySession");
    message.addProperty("atUsers", "nobody");
    assertThat(answer(gateway.robot(message.toString())).code()).isEqualTo(200);
    assertThat(company.awaitSaid("EmmaLenient", "“lenient”").route())
        .as("nothing is posted to a foreign address")
        .isEqualTo(Route.BATCH);
  }

  @ParameterizedTest
  @CsvSource({"hologram, Saved as it is", "'', Saved as it is", "text, Saved as it is"})
  void a_kind_that_nobody_knows_is_kept_and_answered(String kind, String words) throws Exception {
    String rep = "EmmaKind" + kind;
    company.employ(line.client(), rep, "en");
    JsonObject message = letters.text(rep, " ");
    message.addProperty("msgtype", kind);
    assertThat(answer(gateway.robot(message.toString())).code()).isEqualTo(200);
    company.awaitSaid(rep, words);
  }

  @Test
  void a_message_that_the_used_up_month_kept_back_is_said_to_be_missing() throws Exception {
    company.employ(line.client(), "EmmaQuota", "en");
    JsonObject message = DingTalkLetters.without(letters.text("EmmaQuota", ""), "text");
    message.addProperty("errorCode", 20001);
    message.addProperty("errorMessage", "quota");
    assertThat(answer(gateway.robot(message.toString())).code()).isEqualTo(200);
    company.awaitSaid("EmmaQuota", "did not come through", "quota");
  }

  @Test
  void a_message_as_long_as_a_frame_takes_is_kept_and_answered() throws Exception {
    company.employ(line.client(), "EmmaLong", "en");
    String words = "visited Riverside again ".repeat(8_000);
    assertThat(answer(gateway.robot(letters.text("EmmaLong", words).toString())).code())
        .isEqualTo(200);
    Await.until("an answer", Corp.PATIENCE, () -> !company.chat("EmmaLong").isEmpty());
    assertThat(line.client().followUps("emmalong")).hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void what_comes_three_times_is_answered_once() throws Exception {
    Delivery delivery =
        company.emulator().say(Said.text(REP, "find replayed"), Manner.redelivered(2));
    assertThat(delivery.attempts()).hasSize(3).allMatch(Delivery.Attempt::accepted);
    JsonObject message = letters.text(REP, "find earlier");
    answer(gateway.robot(message.toString()));
    message.getAsJsonObject("text").addProperty("content", "find unkept later");
    assertThat(answer(gateway.robot(message.toString())).code()).isEqualTo(200);
    company.awaitSaid(REP, "“earlier”");
    assertThat(company.timesSaid(REP, "“replayed”")).isEqualTo(1);
  }

  @Test
  void events_without_id_or_birth_and_unknown_ones_are_taken() throws Exception {
    for (Map<String, String> headers :
        List.of(
            Map.<String, String>of(),
            Map.of("eventId", "e-odd", "eventBornTime", "yesterday"),
            Map.of("eventId", "e-new", "eventType", "org_moon_landing"))) {
      Ack ack = answer(gateway.push("EVENT", "*", headers, "{\"userId\":{}}"));
      assertThat(ack.code()).isEqualTo(200);
      assertThat(ack.data()).contains("\"status\":\"SUCCESS\"");
    }
  }

  private static SentMessage draft(String rep) throws IOException {
    company.show(CardStyle.INTERACTIVE, line.client());
    company.employ(line.client(), rep, "zh");
    company.says(Said.text(rep, "刚去" + StreamLine.CUSTOMER + "，下周三下午三点再去"));
    return company.awaitSaid(rep, StreamLine.CUSTOMER, "没问题");
  }

  @Test
  void taps_that_nobody_can_make_are_taken_and_do_nothing() throws Exception {
    SentMessage card = draft("WuTaps");
    String ok = company.emulator().buttons(card.id()).get("没问题");
    for (JsonObject tap :
        List.of(
            letters.tap("WuTaps", card.id(), DingTalkLetters.pressed("no-such-action")),
            letters.tap("WuTaps", card.id(), DingTalkLetters.pressed("x".repeat(100_000))),
            letters.tap("WuTaps", card.id(), "no JSON"),
            letters.tap("WuTaps", card.id(), "[".repeat(20_000)),
            letters.tap("WuTaps", "never-made", DingTalkLetters.pressed(ok)),
            letters.tap(REP, card.id(), DingTalkLetters.pressed(ok)),
            DingTalkLetters.without(
                letters.tap("WuTaps", card.id(), DingTalkLetters.pressed(ok)), "userId"),
            DingTalkLetters.without(
                letters.tap("WuTaps", card.id(), DingTalkLetters.pressed(ok)), "outTrackId"))) {
      assertThat(answer(gateway.card(tap.toString())))
          .extracting(Ack::code, Ack::data)
          .containsExactly(200, TAKEN);
    }
    company.says(Said.text("WuTaps", "查 没有这家"));
    company.awaitSaid("WuTaps", "没有这家");
    assertThat(record("wutaps", "status")).isEqualTo("draft");
  }

  @Test
  void a_tap_that_comes_three_times_confirms_once() throws Exception {
    SentMessage card = draft("XuTaps");
    Delivery tap = company.emulator().tapButton(card.id(), "XuTaps", "没问题", Manner.redelivered(2));
    assertThat(tap.attempts()).hasSize(3).allMatch(Delivery.Attempt::accepted);
    Await.until("confirmed", Corp.PATIENCE, () -> record("xutaps", "status").equals("confirmed"));
    assertThat(record("xutaps", "revision")).isEqualTo("1");
  }

  private static String record(String rep, String field) throws IOException {
    return line.client().followUps(rep).getLast().path(field).asString("");
  }
}
