package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DingTalkAccountTest {
  @Test
  void the_robot_is_the_applications_own_unless_said_otherwise() {
    var account = new DingTalkAccount("dingkey", "secret");
    assertThat(account.robotCode()).isEqualTo("dingkey");
    assertThat(account.apiUrl()).isEqualTo(URI.create("https://api.dingtalk.com"));
  }

  @Test
  void never_prints_its_secret() {
    assertThat(new DingTalkAccount("dingkey", "hush").toString())
        .doesNotContain("hush")
        .contains("dingkey");
    assertThat(EventSealTest.OURS.toString()).isEqualTo("EventSubscription[]");
  }

  @Test
  void says_which_setting_is_wrong_and_not_the_secret() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DingTalkAccount(" ", "hush"))
        .withMessage("DingTalk's client-id is empty.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DingTalkAccount("dingkey", "hush\n"))
        .withMessage("DingTalk's client-secret contains a space or line break.");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new EventSubscription("to", OURS_KEY))
        .withMessageContaining("token")
        .withMessageContaining("2 characters");
  }

  private static final String OURS_KEY = EventSealTest.OURS.aesKey();

  @ParameterizedTest
  @ValueSource(strings = {"ftp://x", "https://api.dingtalk.com/v1", "https://u@x", "x", "https:"})
  void an_address_has_a_form(String address) {
    URI uri = address.equals("https:") ? URI.create("https:x") : URI.create(address);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new DingTalkAccount("k", "s", "", uri, DingTalkAccount.OAPI))
        .withMessageContaining("api-url");
  }
}
