package io.kouxin.integrations.dingtalk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.LocalCoordination;
import io.kouxin.integrations.channel.Login;
import io.kouxin.integrations.channel.Login.Claim;
import io.kouxin.integrations.dingtalk.emulator.DingTalkEmulator;
import io.kouxin.integrations.dingtalk.emulator.EmulatorConfig;
import io.kouxin.integrations.dingtalk.emulator.SignIn;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Signing in, and the proof for pages, with the emulated company. */
class DingTalkLoginTest {
  private static final URI BACK = URI.create("https://k.example.com/login/dingtalk/callback");
  private static final String TICKETS = "/v1.0/oauth2/jsapiTickets";
  private static final DingTalkPages PAGES = new DingTalkPages(DingTalkLogin.PAGES, "ding1", "77");

  private final MovingClock clock = new MovingClock();
  private final DingTalkEmulator emulator = DingTalkEmulator.start(EmulatorConfig.random());
  private final DingTalkApi api =
      new DingTalkApi(
          new DingTalkAccount(
              emulator.app().clientId(),
              emulator.app().clientSecret(),
              "",
              URI.create(emulator.baseUrl()),
              URI.create(emulator.baseUrl())),
          new Quota(clock),
          clock);
  private final Login login = new DingTalkLogin(api, PAGES);

  @AfterEach
  void close() {
    api.close();
    emulator.close();
  }

  private Claim inside(String code) throws ChannelException {
    return login.claim(Map.of("code", code));
  }

  private Claim outside(String code) throws ChannelException {
    return login.claim(Map.of("authCode", code, "code", "another"));
  }

  @Test
  void outside_it_asks_with_a_page_and_inside_with_a_script_where_the_company_is_known() {
    assertThat(login.page(new Login.Visit(false, BACK, "s1")).toString())
        .startsWith("https://login.dingtalk.com/oauth2/auth?response_type=code&scope=openid&")
        .contains("client_id=" + emulator.app().clientId(), "state=s1", "login%2Fdingtalk");
    assertThat(login.script().orElseThrow().data())
        .isEqualTo(Map.of("company", "ding1", "client", emulator.app().clientId()));
    var unknown = new DingTalkPages(DingTalkLogin.PAGES, "", "");
    assertThat(new DingTalkLogin(api, unknown).script()).isEmpty();
    assertThat(login.isOwnBrowser("Mozilla/5.0 AliApp(DingTalk/7.5.0)")).isTrue();
    assertThat(login.isOwnBrowser("Mozilla/5.0 Chrome/140")).isFalse();
  }

  @Test
  void both_codes_are_a_member_once() throws ChannelException {
    String own = emulator.signIn().code("rep01");
    assertThat(inside(own)).isEqualTo(new Claim.Member("rep01"));
    assertThat(inside(own)).isEqualTo(new Claim.Spent());
    String page = emulator.signIn().code("rep02");
    assertThat(outside(page)).isEqualTo(new Claim.Member("rep02"));
    assertThat(outside(page)).isEqualTo(new Claim.Spent());
  }

  @Test
  void a_code_is_over_after_five_minutes() throws ChannelException {
    String own = emulator.signIn().code("rep01");
    String page = emulator.signIn().code("rep01");
    emulator.advance(Duration.ofMinutes(5));
    assertThat(inside(own)).isEqualTo(new Claim.Spent());
    assertThat(outside(page)).isEqualTo(new Claim.Spent());
  }

  @Test
  void somebody_of_another_company_is_an_outsider() throws ChannelException {
    assertThat(outside(emulator.signIn().code(SignIn.OUTSIDER))).isEqualTo(new Claim.Outsider());
  }

  @Test
  void what_is_no_code_is_not_asked_about() throws ChannelException {
    assertThat(login.claim(Map.of())).isEqualTo(new Claim.Spent());
    assertThat(outside("x".repeat(513))).isEqualTo(new Claim.Spent());
    assertThat(emulator.calls()).isEmpty();
  }

  @Test
  void pages_are_proved_with_one_ticket_for_all_of_them() throws ChannelException {
    var nodes = new LocalCoordination(clock);
    var kit = new DingTalkPageKit(api, PAGES, nodes.tokens(), clock);
    var signature = kit.sign(URI.create("https://k.example.com/check-in"));
    kit.sign(URI.create("https://k.example.com/check-in#again"));
    assertThat(emulator.calls(TICKETS)).isEqualTo(1);
    assertThat(signature.company()).isEqualTo("ding1");
    assertThat(signature.application()).isEqualTo("77");
    assertThat(signature.proof()).hasSize(40);
    emulator.faults().clear();
    clock.advance(Duration.ofHours(2));
    emulator.tokens().revoke();
    emulator.refuseConnections();
    assertThatExceptionOfType(ChannelException.Retry.class)
        .isThrownBy(() -> kit.sign(URI.create("https://k.example.com/check-in")));
    nodes.close();
  }
}
