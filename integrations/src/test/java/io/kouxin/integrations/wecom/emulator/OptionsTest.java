package io.kouxin.integrations.wecom.emulator;

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
    assertThat(one.app().secret()).isNotEqualTo(other.app().secret());
    assertThat(one.keys().aesKey()).hasSize(43);
    assertThat(one.callback().orElseThrow()).hasPath("/callbacks/wecom");
  }

  @Test
  void what_is_given_counts() {
    EmulatorConfig config =
        Options.of("--port", "0", "--agent-id", "7", "--corp-id", "wwx", "--token", "t").config();
    assertThat(config.app().agentId()).isEqualTo(7);
    assertThat(config.app().corpId()).isEqualTo("wwx");
    assertThat(config.keys().token()).isEqualTo("t");
    assertThat(config.port()).isZero();
  }

  @Test
  void an_option_that_is_not_known_is_named() {
    assertThatThrownBy(() -> Options.of("--nonsense", "1")).hasMessageContaining("--corp-id");
    assertThatThrownBy(() -> Options.of("--port")).hasMessageContaining("--port");
  }

  @Test
  void what_kouxin_is_started_with_is_printed() {
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    EmulatorConfig config = Options.of("--port", "0").config();
    try (WeComEmulator emulator = WeComEmulator.start(config)) {
      RunEmulator.print(emulator, config, new PrintStream(printed, true, StandardCharsets.UTF_8));
      assertThat(printed.toString(StandardCharsets.UTF_8))
          .contains(
              "KOUXIN_WECOM_CORPID=" + config.app().corpId(),
              "KOUXIN_WECOM_AESKEY=" + config.keys().aesKey(),
              "KOUXIN_WECOM_BASEURL=" + emulator.baseUrl());
    }
  }
}
