package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Login;
import io.kouxin.integrations.channel.Login.Claim;
import io.kouxin.integrations.wecom.emulator.Fault;
import io.kouxin.integrations.wecom.emulator.SignIn;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeComLoginTest {
  private static final String WHO = "/cgi-bin/auth/getuserinfo";
  private static final URI BACK = URI.create("https://k.example.com/login/wecom/callback");

  private final Office office = new Office();
  private final Login login = new WeComLogin(office.api, Optional.empty());

  @AfterEach
  void close() {
    office.close();
  }

  private Claim claim(String code) throws ChannelException {
    return login.claim(Map.of("code", code));
  }

  @Test
  void inside_it_asks_by_oauth2_and_outside_by_a_qr_code() {
    assertThat(login.page(new Login.Visit(true, BACK, "s1")).toString())
        .startsWith("https://open.weixin.qq.com/connect/oauth2/authorize?")
        .contains(
            "appid=" + office.emulator.app().corpId(),
            "scope=snsapi_base",
            "redirect_uri=https%3A%2F%2Fk.example.com%2Flogin%2Fwecom%2Fcallback",
            "state=s1")
        .endsWith("#wechat_redirect");
    assertThat(login.page(new Login.Visit(false, BACK, "s1")).toString())
        .startsWith("https://login.work.weixin.qq.com/wwlogin/sso/login?login_type=CorpApp&")
        .contains("agentid=" + office.emulator.app().agentId(), "state=s1");
    assertThat(login.script()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Mozilla/5.0 (iPhone) MicroMessenger/7.0.1 wxwork/4.1.10 Language/zh, true",
    "Mozilla/5.0 (iPhone) MicroMessenger/8.0.2 Language/zh, false",
    "'', false"
  })
  void it_knows_its_own_browser_from_that_of_wechat(String agent, boolean own) {
    assertThat(login.isOwnBrowser(agent)).isEqualTo(own);
  }

  @Test
  void a_code_is_a_member_as_messages_spell_them_once() throws ChannelException {
    String code = office.emulator.signIn().code("ZhangSan");
    assertThat(claim(code)).isEqualTo(new Claim.Member("zhangsan"));
    assertThat(claim(code)).isEqualTo(new Claim.Spent());
  }

  @Test
  void somebody_of_another_corp_is_an_outsider() throws ChannelException {
    assertThat(claim(office.emulator.signIn().code(SignIn.OUTSIDER)))
        .isEqualTo(new Claim.Outsider());
  }

  @Test
  void what_is_no_code_is_not_asked_about() throws ChannelException {
    assertThat(login.claim(Map.of())).isEqualTo(new Claim.Spent());
    assertThat(claim(" ")).isEqualTo(new Claim.Spent());
    assertThat(claim("x".repeat(513))).isEqualTo(new Claim.Spent());
    assertThat(office.emulator.calls(WHO)).isZero();
  }

  @Test
  void a_busy_wecom_says_nothing_about_anybody() {
    office.emulator.faults().set(WHO, new Fault.Code(-1), 1);
    assertThatExceptionOfType(ChannelException.Retry.class).isThrownBy(() -> claim("x"));
  }
}
