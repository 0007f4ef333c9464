package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import org.junit.jupiter.api.Test;

class WeComAccessTest {

  @Test
  void never_shows_the_secret() {
    assertThat(new WeComAccess("ww1", 7, "s3cret").toString())
        .doesNotContain("s3cret")
        .contains("ww1", "7", "https://qyapi.weixin.qq.com");
  }

  @Test
  void says_which_setting_is_wrong() {
    wrong("corp-id", "", 7, "s3cret", "https://a.example");
    wrong("agent-id", "ww1", 0, "s3cret", "https://a.example");
    wrong("secret", "ww1", 7, " ", "https://a.example");
    wrong("secret", "ww1", 7, "s3cret\n", "https://a.example");
    wrong("base-url", "ww1", 7, "s3cret", "qyapi.weixin.qq.com");
    wrong("base-url", "ww1", 7, "s3cret", "ftp://a.example");
    wrong("base-url", "ww1", 7, "s3cret", "https://a.example/cgi-bin");
    wrong("base-url", "ww1", 7, "s3cret", "https://me:pass@a.example");
  }

  @Test
  void a_slash_at_the_end_of_the_address_does_no_harm() {
    var access = new WeComAccess("ww1", 7, "s", URI.create("http://127.0.0.1:8089/"));
    assertThat(access.base()).isEqualTo("http://127.0.0.1:8089");
  }

  private static void wrong(String setting, String corp, int agent, String secret, String base) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new WeComAccess(corp, agent, secret, URI.create(base)))
        .withMessageContaining(setting)
        .withMessageNotContaining("s3cret")
        .withMessageNotContaining("pass");
  }
}
