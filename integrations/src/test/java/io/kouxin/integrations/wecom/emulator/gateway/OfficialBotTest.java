package io.kouxin.integrations.wecom.emulator.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.kouxin.integrations.wecom.emulator.BotMessage;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** WeCom's own client gets along with the gateway, and meets the ends it knows. */
class OfficialBotTest {

  @BeforeAll
  static void install() throws Exception {
    NodeBot.install();
  }

  private static void says(JsonObject told, String event) {
    assertThat(told.get("event").getAsString()).as("%s", told).isEqualTo(event);
  }

  @Test
  void it_hears_answers_updates_welcomes_uploads_and_is_kicked_by_a_second_one() throws Exception {
    try (var gateway = new AiBotGateway();
        var client = NodeBot.connecting(gateway, AiBotGateway.SECRET)) {
      says(client.next(), "authenticated");
      gateway.push(BotMessage.voice("ZhangSan", "今天拜访王总"));
      JsonObject heard = client.next();
      says(heard, "message");
      assertThat(heard.toString()).contains("今天拜访王总", "\"stream\":0", "\"push\":0");
      gateway.push(BotMessage.tap("ZhangSan", "t1", "done", List.of()));
      assertThat(client.next().toString()).contains("\"update\":0");
      gateway.push(BotMessage.event("ZhangSan", "enter_chat"));
      assertThat(client.next().toString()).contains("\"welcome\":0", "MID");
      gateway.kill();
      says(client.next(), "authenticated");
      try (var second = NodeBot.connecting(gateway, AiBotGateway.SECRET)) {
        says(second.next(), "authenticated");
        says(client.next(), "kicked");
      }
    }
  }

  @Test
  void it_is_refused_with_a_wrong_secret() throws Exception {
    try (var gateway = new AiBotGateway();
        var client = NodeBot.connecting(gateway, "wrong")) {
      says(client.next(), "error");
      assertThat(gateway.subscriptions()).isZero();
    }
  }
}
