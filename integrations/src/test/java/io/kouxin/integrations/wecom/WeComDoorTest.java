package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Webhook;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WeComDoorTest {
  private static final String TEXT =
      Request.message(
          "<MsgType><![CDATA[text]]></MsgType><Content><![CDATA[王总说太贵]]></Content>"
              + "<MsgId>7012345678901234567</MsgId>");

  private final List<Inbound> kept = new ArrayList<>();
  private final WeComDoor door = door(Request.NOW);

  private WeComDoor door(long second) {
    Clock clock = Clock.fixed(Instant.ofEpochSecond(second), ZoneOffset.UTC);
    return new WeComDoor(Request.RECEPTION, kept::add, clock);
  }

  private static Webhook.Answer bring(WeComDoor door, Request request) {
    return door.receive(request.visit());
  }

  private int status(Request request) {
    return bring(door, request).status();
  }

  @Test
  void takes_a_message_without_a_word() {
    assertThat(bring(door, Vector.named("V1").request())).isEqualTo(Webhook.Answer.taken());
    assertThat(kept).hasSize(1);
  }

  @Test
  void is_one_of_wecom() {
    assertThat(door.name()).isEqualTo(WeCom.NAME);
    assertThat(door.mostBytes()).isBetween(64 * 1024, 1024 * 1024);
  }

  @Test
  void answers_what_wecom_asks_to_see_that_the_address_is_ours() {
    Vector asked = Vector.named("V3");
    Map<String, String> query = new HashMap<>(asked.request().query());
    query.put("echostr", asked.encrypt());
    assertThat(door(Long.parseLong(asked.timestamp())).verify(query))
        .isEqualTo(Webhook.Answer.of("text/plain", "1616140317555161061"));
  }

  @Test
  void answers_a_question_with_plus_and_slash_even_if_the_plus_was_decoded_twice() {
    byte[] number = "1616140317555161061".getBytes(UTF_8);
    String question = "";
    while (!question.contains("+") || !question.contains("/")) {
      question = Request.SEAL.seal(number);
    }
    Request request = Request.signed(Request.SEAL, Request.NOW, question);
    for (String asked : List.of(question, question.replace('+', ' '))) {
      assertThat(door.verify(request.with("echostr", asked).query()).body())
          .isEqualTo("1616140317555161061");
    }
  }

  @Test
  void answers_nobody_elses_question() {
    Vector asked = Vector.named("V3");
    Map<String, String> query = new HashMap<>(asked.request().query());
    assertThat(door(Long.parseLong(asked.timestamp())).verify(query).status()).isEqualTo(400);
    query.put("echostr", "Q" + asked.encrypt().substring(1));
    assertThat(door(Long.parseLong(asked.timestamp())).verify(query).status()).isEqualTo(403);
    query.put("echostr", asked.encrypt());
    assertThat(door(Request.NOW - 3600).verify(query).status()).isEqualTo(403);
  }

  @Test
  void opens_no_overheard_message_for_whoever_brings_it_as_a_question() {
    Vector overheard = Vector.named("V1");
    Map<String, String> query = new HashMap<>(overheard.request().query());
    query.put("echostr", overheard.encrypt());
    Webhook.Answer answer = door.verify(query);
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.body()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"msg_signature", "timestamp", "nonce"})
  void refuses_every_changed_missing_or_lengthened_parameter(String name) {
    Request request = Request.of(TEXT);
    String value = request.query().get(name);
    for (int i = 0; i < value.length(); i++) {
      String changed =
          value.substring(0, i) + (char) (value.charAt(i) ^ 1) + value.substring(i + 1);
      assertThat(status(request.with(name, changed))).as(changed).isIn(400, 403);
    }
    assertThat(status(request.with(name, value + "0"))).isIn(400, 403);
    assertThat(status(request.with(name, value.substring(1)))).isEqualTo(403);
    assertThat(status(request.with(name, ""))).isEqualTo(400);
    assertThat(status(request.without(name))).isEqualTo(400);
    assertThat(kept).isEmpty();
  }

  /** What is around the sealed text is not signed, so it must not decide anything. */
  @Test
  void lets_no_changed_byte_of_the_body_change_what_is_kept() {
    Request request = Request.of(TEXT);
    bring(door, request);
    Inbound first = kept.getFirst();
    String whole = new String(request.body(), UTF_8);
    int from = whole.indexOf("<Encrypt><![CDATA[") + "<Encrypt><![CDATA[".length();
    int to = whole.indexOf("]]></Encrypt>");
    for (int i = 0; i < request.body().length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] changed = request.body().clone();
        changed[i] ^= (byte) (1 << bit);
        kept.clear();
        int status = status(new Request(request.query(), changed));
        boolean sealed = i >= from && i < to;
        assertThat(status)
            .as("byte %d", i)
            .isIn(sealed ? List.of(400, 403) : List.of(200, 400, 403));
        assertThat(kept).isEqualTo(status == 200 ? List.of(first) : List.of());
      }
    }
  }

  @Test
  void refuses_a_signature_whose_borders_were_moved() {
    Request moved = movedBorders(new Random(7));
    assertThat(bring(door, moved).reason()).contains("nonce");
    assertThat(status(moved)).isEqualTo(400);
  }

  /** 64 characters, four AES blocks, go from the sealed text to the nonce; the signature holds. */
  private static Request movedBorders(Random random) {
    String time = Long.toString(Request.NOW);
    while (true) {
      byte[] beginning = new byte[16];
      random.nextBytes(beginning);
      String sealed = Request.SEAL.seal(TEXT.getBytes(UTF_8), beginning);
      Request request = Request.signed(Request.SEAL, time, "4", sealed);
      String nonce = "4" + sealed.substring(0, 64);
      String rest = sealed.substring(64);
      if (Request.SEAL.signature(time, nonce, rest).equals(request.query().get("msg_signature"))) {
        return new Request(request.query(), Request.envelope(rest)).with("nonce", nonce);
      }
    }
  }

  @Test
  void refuses_what_was_signed_long_ago_or_will_be() {
    long window = Duration.ofMinutes(10).toSeconds();
    Request request = Request.of(TEXT);
    assertThat(bring(door(Request.NOW + window), request).status()).isEqualTo(200);
    assertThat(bring(door(Request.NOW - window), request).status()).isEqualTo(200);
    assertThat(bring(door(Request.NOW + window + 1), request).status()).isEqualTo(403);
    assertThat(bring(door(Request.NOW - window - 1), request).status()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"-1760000000", "+1760000000", "1.76e9", "17600000000", "abc", "１７６００００００００"})
  void refuses_a_timestamp_that_is_none(String timestamp) {
    assertThat(status(Request.of(TEXT).with("timestamp", timestamp))).isEqualTo(400);
  }

  @Test
  void refuses_a_message_for_another_corporation_with_the_same_key() {
    Reception ours = Request.RECEPTION;
    var other = new Seal(ours.token(), ours.aesKey(), "ww0000000000000000");
    Webhook.Answer answer = bring(door, Request.sealed(other, Request.NOW, TEXT));
    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.reason()).contains("another corporation");
  }

  @Test
  void refuses_a_message_for_another_application() {
    String other = TEXT.replace("<AgentID>1000002", "<AgentID>1000003");
    assertThat(status(Request.of(other))).isEqualTo(403);
    assertThat(status(Request.of(TEXT.replace("<AgentID>1000002</AgentID>", "")))).isEqualTo(200);
  }

  @Test
  void gives_a_repeat_the_same_answer_and_the_same_id() {
    Request request = Request.of(TEXT);
    assertThat(bring(door, request)).isEqualTo(bring(door, request));
    assertThat(kept).hasSize(2);
    assertThat(kept.get(0)).isEqualTo(kept.get(1));
  }

  /** Which of the two counts is the inbox's business: it keeps the first. */
  @Test
  void hands_over_both_of_two_messages_with_one_id() {
    bring(door, Request.of(TEXT));
    bring(door, Request.of(TEXT.replace("王总", "李总")));
    assertThat(kept).hasSize(2);
    assertThat(kept.get(0).envelope()).isEqualTo(kept.get(1).envelope());
  }

  @Test
  void acknowledges_nothing_that_was_not_kept() {
    var full =
        new WeComDoor(
            Request.RECEPTION,
            inbound -> {
              throw new IllegalStateException("the disk is full");
            },
            Clock.fixed(Instant.ofEpochSecond(Request.NOW), ZoneOffset.UTC));
    assertThat(bring(full, Request.of(TEXT)).status()).isEqualTo(503);
    assertThat(bring(door, Request.of(TEXT)).status()).isEqualTo(200);
  }

  @Test
  void tells_the_caller_nothing_of_why() {
    Webhook.Answer answer = bring(door, Request.of(TEXT).with("nonce", "1"));
    assertThat(answer.body()).isEmpty();
    assertThat(answer.reason())
        .isNotEmpty()
        .doesNotContain(Request.RECEPTION.token())
        .doesNotContain(Request.RECEPTION.aesKey());
  }
}
