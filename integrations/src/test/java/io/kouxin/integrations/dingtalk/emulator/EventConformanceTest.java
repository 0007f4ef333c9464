package io.kouxin.integrations.dingtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import io.kouxin.integrations.dingtalk.emulator.Manner.Tampering;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Sealed events, as they reach an application over HTTP. */
class EventConformanceTest {
  private static final Event JOINED = Event.ofUsers("user_add_org", List.of("rep03"));
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

  private Delivery happen(Manner manner) {
    return emulator.happen(JOINED, manner);
  }

  private JsonArray failed() throws Exception {
    caller.token();
    return caller.get("/call_back/get_call_back_failed_result").list("failed_list");
  }

  @Test
  void an_event_comes_sealed_and_its_answer_is_the_sealed_word() {
    Delivery delivery = happen(Manner.PLAIN);
    assertThat(delivery.isAccepted()).isTrue();
    assertThat(delivery.reply()).contains("success");
    assertThat(app.isSigned(app.last())).isTrue();
    JsonObject event = app.event();
    assertThat(event.get("EventType").getAsString()).isEqualTo("user_add_org");
    assertThat(event.getAsJsonArray("UserId")).hasToString("[\"rep03\"]");
    assertThat(event.get("CorpId").getAsString()).isEqualTo(emulator.app().corpId());
  }

  @Test
  void the_address_is_checked_before_anything_else() {
    assertThat(emulator.checkUrl()).isTrue();
    assertThat(app.event()).hasToString("{\"EventType\":\"check_url\"}");
    app.answer(500, "");
    assertThat(emulator.checkUrl()).isFalse();
  }

  @Test
  void an_event_that_nobody_took_comes_after_ten_and_thirty_seconds_and_waits_then()
      throws Exception {
    app.answer(500, "");
    assertThat(happen(Manner.PLAIN).isAccepted()).isFalse();
    emulator.advance(Duration.ofSeconds(9));
    assertThat(app.received()).hasSize(1);
    emulator.advance(Duration.ofSeconds(1));
    assertThat(app.received()).hasSize(2);
    assertThat(failed()).isEmpty();
    emulator.advance(Duration.ofSeconds(30));
    assertThat(app.received()).hasSize(3);
    JsonObject entry = failed().get(0).getAsJsonObject();
    assertThat(entry.get("call_back_tag").getAsString()).isEqualTo("user_add_org");
    assertThat(entry.getAsJsonObject("user_add_org").has("UserId")).isTrue();
    assertThat(failed()).isEmpty();
    emulator.advance(Duration.ofHours(1));
    assertThat(app.received()).hasSize(3);
  }

  @Test
  void an_event_that_was_taken_at_last_does_not_come_again() throws Exception {
    app.answer(500, "");
    happen(Manner.PLAIN);
    app.answer(200, "");
    emulator.advance(Duration.ofMinutes(1));
    assertThat(app.received()).hasSize(2);
    assertThat(failed()).isEmpty();
  }

  @Test
  void a_redelivered_event_has_the_same_id_and_is_sealed_anew() {
    Delivery delivery = happen(Manner.redelivered(1));
    assertThat(app.received()).hasSize(2);
    assertThat(app.event().get("eventId").getAsString()).isEqualTo(delivery.id());
    assertThat(app.received().getFirst().body()).isNotEqualTo(app.last().body());
  }

  @Test
  void tampering_shows() {
    happen(Manner.tampered(Tampering.SIGNATURE));
    assertThat(app.isSigned(app.last())).isFalse();
    happen(Manner.tampered(Tampering.CIPHERTEXT));
    assertThat(app.isSigned(app.last())).isFalse();
    happen(Manner.tampered(Tampering.OWNER));
    assertThat(app.isSigned(app.last())).isTrue();
    assertThat(catchThrowable(app::event)).hasMessageContaining("dingother");
    happen(Manner.tampered(Tampering.OLD));
    assertThat(Long.parseLong(app.last().query("timestamp")))
        .isLessThan(Caller.NOW.minus(Duration.ofHours(1)).toEpochMilli());
    happen(Manner.tampered(Tampering.GARBAGE));
    assertThat(catchThrowable(app::event)).isNotNull();
  }
}
