package io.kouxin.integrations.dingtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The command that runs the emulator by itself. */
class OptionsTest {
  @Test
  void what_is_not_given_is_made_up() {
    EmulatorConfig one = Options.of().config();
    EmulatorConfig other = Options.of().config();
    assertThat(one.app().clientSecret()).isNotEqualTo(other.app().clientSecret());
    assertThat(one.app().robotCode()).isEqualTo(one.app().clientId());
    assertThat(one.keys().aesKey()).hasSize(43);
    assertThat(one.callbacks().robot()).hasPath("/callbacks/dingtalk/robot");
    assertThat(one.callbacks().events()).hasPath("/callbacks/dingtalk/events");
  }

  @Test
  void what_is_given_counts() {
    EmulatorConfig config =
        Options.of("--port", "0", "--client-id", "c", "--token", "t", "--events", "http://e/")
            .config();
    assertThat(config.app().clientId()).isEqualTo("c");
    assertThat(config.app().robotCode()).isEqualTo("c");
    assertThat(config.keys().token()).isEqualTo("t");
    assertThat(config.callbacks().events()).hasHost("e");
    assertThat(config.port()).isZero();
  }

  @Test
  void an_option_that_is_not_known_is_named() {
    assertThatThrownBy(() -> Options.of("--nonsense", "1")).hasMessageContaining("--client-id");
    assertThatThrownBy(() -> Options.of("--port")).hasMessageContaining("--port");
  }

  @Test
  void what_kouxin_is_started_with_is_printed() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    EmulatorConfig config = Options.of("--port", "0").config();
    try (DingTalkEmulator emulator = DingTalkEmulator.start(config)) {
      PrintStream out = new PrintStream(printed, true, StandardCharsets.UTF_8);
      RunEmulator.print(emulator, config, "http", out);
      assertThat(printed.toString(StandardCharsets.UTF_8))
          .contains(
              "KOUXIN_DINGTALK_CLIENTID=" + config.app().clientId(),
              "KOUXIN_DINGTALK_CLIENTSECRET=" + config.app().clientSecret(),
              "KOUXIN_DINGTALK_ROBOTCODE=" + config.app().robotCode(),
              "KOUXIN_DINGTALK_MODE=http",
              "KOUXIN_DINGTALK_APIURL=" + emulator.baseUrl(),
              "KOUXIN_DINGTALK_OAPIURL=" + emulator.baseUrl(),
              "KOUXIN_DINGTALK_TOKEN=" + config.keys().token(),
              "KOUXIN_DINGTALK_AESKEY=" + config.keys().aesKey(),
              "KOUXIN_DINGTALK_CARDTEMPLATE=kouxin.schema",
              "KOUXIN_DINGTALK_CARDCALLBACKURL=http://127.0.0.1:8080/callbacks/dingtalk/cards");
    }
  }
}
