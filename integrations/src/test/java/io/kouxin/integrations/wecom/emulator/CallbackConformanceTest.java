package io.kouxin.integrations.wecom.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.wecom.emulator.Listener.Received;
import io.kouxin.integrations.wecom.emulator.Listener.Response;
import io.kouxin.integrations.wecom.emulator.Manner.Tampering;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import me.chanjar.weixin.cp.bean.message.WxCpXmlMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Callbacks as an application on WxJava receives them. */
class CallbackConformanceTest {
  private final WeComEmulator emulator = WeComEmulator.start(EmulatorConfig.random());
  private Listener app;

  @BeforeEach
  void listen() throws IOException {
    app = new Listener(emulator);
  }

  @AfterEach
  void stop() {
    app.close();
    emulator.close();
  }

  private WxCpXmlMessage last() {
    return message(app.received().getLast());
  }

  private static WxCpXmlMessage message(Received got) {
    return got.message();
  }

  @Test
  void the_address_is_verified_with_sealed_digits() {
    Verification verification = emulator.verify();
    assertThat(verification.right()).isTrue();
    assertThat(verification.passed()).isTrue();
  }

  @Test
  void a_text_arrives_with_who_what_and_a_64_bit_id() {
    String words = "价格 <太贵> & 质量不行 ]]> 怎么办😅";
    Delivery delivery = emulator.inject(Happening.text("ZhangSan", words));
    assertThat(delivery.isAccepted()).isTrue();
    assertThat(last().getContent()).isEqualTo(words);
    assertThat(last().getFromUserName()).isEqualTo("ZhangSan");
    assertThat(last().getToUserName()).isEqualTo(emulator.app().corpId());
    assertThat(last().getAgentId()).isEqualTo(String.valueOf(emulator.app().agentId()));
    assertThat(last().getMsgId()).isEqualTo(Long.valueOf(delivery.msgId()));
  }

  @Test
  void texts_of_every_length_are_padded_so_that_they_can_be_read() {
    for (int length = 1; length <= 64; length++) {
      emulator.inject(Happening.text("ZhangSan", "x".repeat(length)));
      assertThat(last().getContent()).hasSize(length);
    }
  }

  @Test
  void a_voice_note_can_be_fetched_by_its_media_id() throws Exception {
    byte[] sound = "#!AMR\nsound".getBytes(StandardCharsets.US_ASCII);
    emulator.injectVoice("ZhangSan", sound);
    assertThat(last().getFormat()).isEqualTo("amr");
    var file = WxJava.of(emulator).getMediaService().download(last().getMediaId());
    assertThat(file).hasBinaryContent(sound);
  }

  @Test
  void every_kind_can_be_read() {
    for (String kind : List.of("text", "voice", "image", "video", "location", "link")) {
      emulator.inject(new Happening(kind, "lisi", Map.of()));
      assertThat(last().getMsgType()).isEqualTo(kind);
    }
    for (String event : List.of("enter_agent", "subscribe", "LOCATION", "click")) {
      emulator.inject(Happening.event("lisi", event));
      assertThat(last().getEvent()).isEqualTo(event);
      assertThat(last().getMsgId()).isNull();
    }
    emulator.inject(Happening.location("lisi", 31.5, 121.5));
    assertThat(last().getLocationX()).isEqualTo(31.5);
  }

  @Test
  void what_is_not_accepted_comes_three_times_in_all() {
    app.answer(got -> new Response(500, ""));
    Delivery delivery = emulator.inject(Happening.text("lisi", "喂"));
    assertThat(delivery.attempts()).hasSize(3);
    assertThat(app.received()).extracting(got -> message(got).getMsgId()).hasSize(3);
    assertThat(app.received().stream().map(got -> message(got).getMsgId()).distinct()).hasSize(1);
  }

  @Test
  void it_stops_once_it_is_accepted() {
    app.answer(got -> new Response(app.received().size() < 2 ? 503 : 200, ""));
    Delivery delivery = emulator.inject(Happening.text("lisi", "喂"));
    assertThat(delivery.attempts()).extracting(Delivery.Attempt::status).containsExactly(503, 200);
  }

  @Test
  void an_answer_that_takes_too_long_does_not_count() {
    CountDownLatch end = new CountDownLatch(1);
    app.answer(
        got -> {
          awaitQuietly(end);
          return new Response(200, "");
        });
    emulator.patience(Duration.ofMillis(200));
    Delivery delivery = emulator.inject(Happening.text("lisi", "喂"));
    end.countDown();
    assertThat(delivery.attempts())
        .extracting(Delivery.Attempt::status)
        .containsExactly(Delivery.TIMED_OUT, Delivery.TIMED_OUT, Delivery.TIMED_OUT);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void nobody_there_is_told() {
    app.close();
    Delivery delivery = emulator.inject(Happening.text("lisi", "喂"));
    assertThat(delivery.isAccepted()).isFalse();
    assertThat(delivery.attempts().getFirst().status()).isEqualTo(Delivery.NO_CONNECTION);
  }

  @Test
  void a_redelivery_is_sealed_anew_and_a_replay_is_not() {
    emulator.inject(Happening.text("lisi", "一"), Manner.redelivered(1));
    emulator.inject(Happening.text("lisi", "二"), Manner.replayed(1));
    List<Received> all = app.received();
    assertThat(message(all.get(0)).getMsgId()).isEqualTo(message(all.get(1)).getMsgId());
    assertThat(all.get(0).query()).isNotEqualTo(all.get(1).query());
    assertThat(all.get(2)).isEqualTo(all.get(3));
  }

  @Test
  void a_part_of_the_callbacks_can_come_twice() {
    emulator.faults().redeliveryRate(1);
    emulator.inject(Happening.text("lisi", "一"));
    assertThat(app.received()).hasSize(2);
  }

  @Test
  void what_was_tampered_with_is_refused_by_a_careful_reader() {
    for (Tampering how : List.of(Tampering.SIGNATURE, Tampering.CIPHERTEXT, Tampering.GARBAGE)) {
      emulator.inject(Happening.text("lisi", "一"), Manner.tampered(how));
      assertThat(app.received().getLast().plain()).as(how.name()).startsWith("refused");
    }
  }

  @Test
  void an_old_one_is_signed_well_but_an_hour_late() {
    emulator.inject(Happening.text("lisi", "一"), Manner.tampered(Tampering.OLD));
    Received got = app.received().getLast();
    assertThat(got.plain()).contains("一");
    long age = System.currentTimeMillis() / 1000 - Long.parseLong(got.query().get("timestamp"));
    assertThat(age).isBetween(3_590L, 3_660L);
  }
}
