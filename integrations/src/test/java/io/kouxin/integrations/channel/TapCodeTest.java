package io.kouxin.integrations.channel;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TapCodeTest {

  @Test
  void what_a_button_says_is_found_again() {
    TapCode code = TapCode.of("01a200e3", "confirm", " 没问题 ");
    assertThat(code.words()).matches("没问题 #[2-9A-HJ-NP-Z]{4}");
    assertThat(TapCode.in(code.words())).contains(code);
    assertThat(TapCode.in(" " + code.words() + "\n")).contains(code);
  }

  @Test
  void another_card_or_action_has_another_code() {
    String code = TapCode.of("one", "confirm", "好").code();
    assertThat(TapCode.of("two", "confirm", "好").code()).isNotEqualTo(code);
    assertThat(TapCode.of("one", "drop", "好").code()).isNotEqualTo(code);
    assertThat(TapCode.of("one", "confirm", "行").code()).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "#7K2P", "没问题", "没问题 #7K2", "没问题 #7K2PQ", "没问题 #7K1P", "没问题 #7k2p 吗"})
  void words_of_a_person_are_no_tap(String said) {
    assertThat(TapCode.in(said)).isEmpty();
  }
}
