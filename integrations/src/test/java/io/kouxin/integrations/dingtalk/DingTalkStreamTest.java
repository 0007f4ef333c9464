package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kouxin.integrations.dingtalk.StreamHealth.State;
import io.kouxin.integrations.dingtalk.emulator.gateway.Ack;
import io.kouxin.integrations.dingtalk.emulator.gateway.Push;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is pushed is kept and answered, and what cannot be is said so. */
class DingTalkStreamTest {
  private static final Duration SOON = StreamRig.SOON;
  private StreamRig rig;

  @BeforeEach
  void open() throws Exception {
    rig = new StreamRig().open();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private void livesOn() throws Exception {
    assertThat(rig.gateway.robot("{\"msgId\":\"next\"}").await(SOON).code()).isEqualTo(200);
  }

  @Test
  void it_asks_for_messages_cards_and_all_events() {
    JsonObject asked = JsonParser.parseString(rig.gateway.opens().get(0)).getAsJsonObject();
    assertThat(asked.get("ua").getAsString()).startsWith("java/");
    assertThat(asked.getAsJsonArray("subscriptions"))
        .extracting(each -> each.getAsJsonObject().get("topic").getAsString())
        .containsExactly("/v1.0/im/bot/messages/get", "/v1.0/card/instances/callback", "*");
  }

  @Test
  void it_answers_a_ping_with_what_the_ping_said() throws Exception {
    Ack ack = rig.gateway.ping().await(SOON);
    assertThat(ack.code()).isEqualTo(200);
    assertThat(ack.data()).startsWith("{\"opaque\":\"0e79-");
    assertThat(rig.stream.health().lastFrame()).isPresent();
  }

  @Test
  void it_hands_over_a_message_as_it_came() throws Exception {
    String json = "{\"msgId\":\"m1\",\"createAt\":1769851697756,\"text\":{\"content\":\" 你好😀\"}}";
    Ack ack = rig.gateway.robot(json).await(SOON);
    assertThat(ack.code()).isEqualTo(200);
    assertThat(ack.data()).isEqualTo("{\"response\":null}");
    assertThat(rig.kept.messages()).containsExactly(json);
  }

  @Test
  void it_answers_a_tap_with_the_new_card() throws Exception {
    rig.kept.answers("{\"cardData\":{\"cardParamMap\":{\"done\":\"true\",\"n\":3}}}");
    Ack ack = rig.gateway.card("{\"outTrackId\":\"c1\"}").await(SOON);
    assertThat(ack.data())
        .isEqualTo("{\"response\":{\"cardData\":{\"cardParamMap\":{\"done\":\"true\",\"n\":3}}}}");
    assertThat(rig.kept.taps()).containsExactly("{\"outTrackId\":\"c1\"}");
  }

  @Test
  void it_answers_pings_taps_and_events_while_messages_hang() throws Exception {
    rig.kept.hangs();
    Push message = rig.gateway.robot("{\"msgId\":\"m1\"}");
    rig.until(() -> rig.kept.brought() == 1);
    assertThat(rig.gateway.ping().await(SOON).delay()).isLessThan(Duration.ofSeconds(2));
    assertThat(rig.gateway.card("{}").await(SOON).delay()).isLessThan(Duration.ofSeconds(2));
    assertThat(rig.gateway.event("e1", "t", "{}").await(SOON).code()).isEqualTo(200);
    assertThat(message.isAnswered()).isFalse();
  }

  @Test
  void it_says_500_when_a_message_could_not_be_kept() throws Exception {
    rig.kept.breaks(true);
    Ack ack = rig.gateway.robot("{\"msgId\":\"m1\"}").await(SOON);
    assertThat(ack.code()).isEqualTo(500);
    assertThat(ack.message()).doesNotContain("张三");
  }

  @Test
  void it_says_500_when_the_answer_to_a_tap_is_no_json() throws Exception {
    rig.kept.answers("no json");
    assertThat(rig.gateway.card("{}").await(SOON).code()).isEqualTo(500);
    livesOn();
  }

  @Test
  void it_hands_over_an_event_with_id_type_corp_and_birth() throws Exception {
    Ack ack = rig.gateway.event("e1", "user_add_org", "{\"userId\":[\"u1\"]}").await(SOON);
    assertThat(ack.code()).isEqualTo(200);
    assertThat(ack.data()).contains("\"status\":\"SUCCESS\"");
    assertThat(rig.kept.events().get(0))
        .matches("e1\\|user_add_org\\|dingcorp\\|\\d{13}\\|\\{\"userId\":\\[\"u1\"]}");
  }

  @Test
  void it_asks_for_an_event_again_that_could_not_be_kept() throws Exception {
    rig.kept.breaks(true);
    Push event = rig.gateway.event("e1", "user_add_org", "{}");
    assertThat(event.await(SOON).data()).contains("\"status\":\"LATER\"");
    rig.kept.breaks(false);
    rig.gateway.advance(Duration.ofSeconds(61));
    rig.until(() -> rig.kept.events().size() == 1);
  }

  @Test
  void it_keeps_an_event_without_id_under_the_id_of_its_push() throws Exception {
    Ack ack = rig.gateway.push("EVENT", "*", Map.of(), "{}").await(SOON);
    assertThat(ack.code()).isEqualTo(200);
    assertThat(rig.kept.events().get(0)).matches("[0-9a-f-]{36}\\|\\|\\|0\\|\\{}");
  }

  @Test
  void it_takes_an_event_whose_birth_is_no_number() throws Exception {
    Map<String, String> headers = Map.of("eventId", "e1", "eventBornTime", "yesterday");
    assertThat(rig.gateway.push("EVENT", "*", headers, "{}").await(SOON).code()).isEqualTo(200);
    assertThat(rig.kept.events()).containsExactly("e1|||0|{}");
  }

  @Test
  void it_says_404_to_a_topic_it_does_not_know() throws Exception {
    rig.gateway.raw(
        "{\"type\":\"CALLBACK\",\"headers\":{\"topic\":\"/v1.0/other\",\"messageId\":\"x\"},"
            + "\"data\":\"{}\"}");
    livesOn();
    assertThat(rig.gateway.unasked()).anyMatch(text -> text.contains("\"code\":404"));
  }

  @Test
  void it_reads_on_after_a_frame_that_is_none() throws Exception {
    for (String text :
        new String[] {
          "no json",
          "",
          "[]",
          "null",
          "{}",
          "{\"type\":\"OTHER\",\"headers\":{}}",
          "{\"type\":\"CALLBACK\"}",
          "{\"type\":\"SYSTEM\",\"headers\":{\"messageId\":\"a\"}}",
          "{\"type\":\"CALLBACK\",\"headers\":{\"messageId\":\"b\"}}",
          "[".repeat(20_000),
          "{\"type\":\"SYSTEM\",\"headers\":{\"messageId\":\"c\",\"topic\":\"ping\"},\"data\":\"[\"}"
        }) {
      rig.gateway.raw(text);
    }
    livesOn();
    assertThat(rig.gateway.opens()).hasSize(1);
  }

  @Test
  void it_opens_another_connection_after_a_frame_above_256_kib() throws Exception {
    rig.gateway.raw("{\"data\":\"" + "x".repeat(256 * 1024) + "\"}");
    rig.until(() -> rig.gateway.opens().size() == 2 && rig.state() == State.OPEN);
    livesOn();
  }

  @Test
  void it_keeps_a_long_message_below_256_kib() throws Exception {
    String json = "{\"msgId\":\"m1\",\"text\":\"" + "x".repeat(200 * 1024) + "\"}";
    assertThat(rig.gateway.robot(json).await(SOON).code()).isEqualTo(200);
    assertThat(rig.kept.messages()).containsExactly(json);
  }

  @Test
  void nothing_is_lost_when_more_comes_than_can_wait() throws Exception {
    rig.kept.hangs();
    for (int i = 0; i < 3000; i++) {
      rig.gateway.robot("{\"msgId\":\"m" + i + "\"}");
    }
    Push event = rig.gateway.event("e1", "t", "{}");
    rig.until(() -> rig.stream.waiting() > 1000);
    rig.kept.goesOn();
    assertThat(rig.kept.await(3000, SOON)).isTrue();
    assertThat(rig.kept.ids()).startsWith("m0", "m1", "m2").endsWith("m2999");
    assertThat(event.await(SOON).code()).isEqualTo(200);
  }

  @Test
  void what_has_no_place_for_too_long_is_refused_aloud() throws Exception {
    rig.kept.hangs();
    Push last = rig.gateway.robot("{\"msgId\":\"m\"}");
    for (int i = 0; i < 1025; i++) {
      last = rig.gateway.robot("{\"msgId\":\"m" + i + "\"}");
    }
    assertThat(last.await(SOON).code()).isEqualTo(500);
  }
}
