package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceptionTest {
  private static final String KEY = "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG";

  @ParameterizedTest
  @ValueSource(strings = {"a", "spT0ken9XyZ", "12345678901234567890123456789012"})
  void takes_the_tokens_that_wecom_takes(String token) {
    assertThat(new Reception("ww1", "1000002", token, KEY).token()).isEqualTo(token);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "with space", "dash-ed", "令牌", "123456789012345678901234567890123"})
  void explains_a_token_that_wecom_does_not_take(String token) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reception("ww1", "1000002", token, KEY))
        .withMessageContaining("1 to 32 letters and digits")
        .withMessageContaining(token.length() + " characters");
  }

  @Test
  void explains_a_key_that_was_copied_badly_without_repeating_it() {
    for (String key : new String[] {"", KEY.substring(1), KEY + "=", KEY.replace('a', '+')}) {
      assertThatThrownBy(() -> new Reception("ww1", "1000002", "t", key))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("exactly 43 letters and digits")
          .hasMessageNotContaining("cdefgh");
    }
  }

  @Test
  void explains_a_missing_corporation_and_an_application_that_is_no_number() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reception(" ", "1000002", "t", KEY))
        .withMessageContaining("corporation id");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Reception("ww1", "kouxin", "t", KEY))
        .withMessageContaining("AgentId");
  }

  @Test
  void shows_no_secret() {
    assertThat(new Reception("ww1", "1000002", "spT0ken9XyZ", KEY).toString())
        .contains("ww1", "1000002")
        .doesNotContain("spT0ken9XyZ", KEY);
  }
}
