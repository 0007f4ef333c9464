package io.kouxin.integrations.wecom.emulator;

import static io.kouxin.integrations.wecom.emulator.WxJava.errorOf;
import static io.kouxin.integrations.wecom.emulator.WxJava.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import me.chanjar.weixin.cp.api.WxCpService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Access tokens as WxJava fetches them. */
class TokenConformanceTest {
  private static final String GET_TOKEN = "/cgi-bin/gettoken";
  private static final String SEND = "/cgi-bin/message/send";
  private final WeComEmulator emulator = WeComEmulator.start(EmulatorConfig.random());
  private final WxCpService wecom = WxJava.of(emulator);

  @AfterEach
  void stop() {
    emulator.close();
  }

  @Test
  void a_wrong_secret_is_told_from_a_wrong_corp() {
    assertThat(errorOf(() -> WxJava.of(emulator, c -> c.setCorpSecret("no")).getAccessToken()))
        .isEqualTo(40001);
    assertThat(errorOf(() -> WxJava.of(emulator, c -> c.setCorpId("wwno")).getAccessToken()))
        .isEqualTo(40013);
  }

  @Test
  void the_same_token_comes_back_while_it_is_valid() throws Exception {
    String first = wecom.getAccessToken(true);
    assertThat(wecom.getAccessToken(true)).isEqualTo(first);
    emulator.advance(Tokens.LIFE.plus(Duration.ofSeconds(1)));
    assertThat(wecom.getAccessToken(true)).isNotEqualTo(first);
  }

  @Test
  void each_fetch_can_give_a_new_token() throws Exception {
    emulator.tokens().policy(Tokens.Policy.NEW_EACH_TIME);
    String first = wecom.getAccessToken(true);
    assertThat(wecom.getAccessToken(true)).isNotEqualTo(first);
  }

  @Test
  void a_revoked_token_is_fetched_again_once() throws Exception {
    wecom.getMessageService().send(text("zhangsan", "一"));
    emulator.tokens().revoke();
    wecom.getMessageService().send(text("zhangsan", "二"));
    assertThat(emulator.calls(GET_TOKEN)).isEqualTo(2);
    assertThat(emulator.calls(SEND)).isEqualTo(3);
    assertThat(emulator.sent()).hasSize(2);
  }

  @Test
  void an_expired_token_is_fetched_again_once() throws Exception {
    wecom.getMessageService().send(text("zhangsan", "一"));
    emulator.tokens().expire();
    wecom.getMessageService().send(text("zhangsan", "二"));
    assertThat(emulator.calls(GET_TOKEN)).isEqualTo(2);
  }

  @Test
  void a_storm_of_expired_tokens_reaches_the_caller() {
    emulator.faults().set(SEND, new Fault.Code(42001), Faults.ALWAYS);
    assertThat(errorOf(() -> wecom.getMessageService().send(text("zhangsan", "一"))))
        .isEqualTo(42001);
    emulator.faults().clear();
    assertThat(errorOf(() -> wecom.getMessageService().send(text("zhangsan", "一")))).isZero();
  }

  @Test
  void too_often_is_told_for_as_many_calls_as_set() {
    emulator.faults().set(Faults.ANY, new Fault.Code(45009), 1);
    assertThat(errorOf(() -> wecom.getAccessToken(true))).isEqualTo(45009);
    assertThat(errorOf(() -> wecom.getAccessToken(true))).isZero();
  }
}
