package io.kouxin.integrations.wecom.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import me.chanjar.weixin.common.error.WxErrorException;
import me.chanjar.weixin.cp.api.WxCpService;
import me.chanjar.weixin.cp.bean.WxCpOauth2UserInfo;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who signs in, and tickets for pages, as WxJava asks for them. */
class SignInConformanceTest {
  private final WeComEmulator emulator = WeComEmulator.start(EmulatorConfig.random());
  private final WxCpService wecom = WxJava.of(emulator);

  @AfterEach
  void stop() {
    emulator.close();
  }

  private WxCpOauth2UserInfo who(String code) throws WxErrorException {
    return wecom.getOauth2Service().getAuthUserInfo(code);
  }

  @Test
  void a_code_says_who_it_is_once() throws Exception {
    String code = emulator.signIn().code("ZhangSan");
    WxCpOauth2UserInfo who = who(code);
    assertThat(who.getUserId()).isEqualTo("ZhangSan");
    assertThat(who.getUserTicket()).isNotEmpty();
    assertThat(WxJava.errorOf(() -> who(code))).isEqualTo(40029);
    assertThat(wecom.getOauth2Service().getUserDetail(who.getUserTicket()).getUserId())
        .isEqualTo("ZhangSan");
  }

  @Test
  void a_code_is_over_after_five_minutes_and_a_made_up_one_never_worked() {
    String code = emulator.signIn().code("ZhangSan");
    emulator.advance(Duration.ofMinutes(5));
    assertThat(WxJava.errorOf(() -> who(code))).isEqualTo(40029);
    assertThat(WxJava.errorOf(() -> who("made-up"))).isEqualTo(40029);
  }

  @Test
  void somebody_of_another_corp_has_an_openid_only() throws Exception {
    WxCpOauth2UserInfo who = who(emulator.signIn().code(SignIn.OUTSIDER));
    assertThat(who.getUserId()).isNull();
    assertThat(who.getOpenId()).isNotEmpty();
  }

  @Test
  void pages_get_both_tickets_until_there_were_a_hundred_in_an_hour() throws Exception {
    assertThat(wecom.createJsapiSignature("https://h5.example.com/").getSignature()).hasSize(40);
    assertThat(wecom.createAgentJsapiSignature("https://h5.example.com/").getSignature())
        .hasSize(40);
    for (int i = 2; i < 100; i++) {
      assertThat(emulator.signIn().ticket()).isPresent();
    }
    assertThat(WxJava.errorOf(() -> wecom.getJsapiTicket(true))).isEqualTo(45009);
    emulator.advance(Duration.ofHours(1));
    assertThat(wecom.getJsapiTicket(true)).isNotEmpty();
  }

  @Test
  void inside_nobody_is_asked_and_the_state_comes_back() throws Exception {
    emulator.signIn().owner("lisi");
    HttpResponse<String> answer = page(SignInEndpoints.INSIDE, emulator.app().corpId());
    assertThat(answer.statusCode()).isEqualTo(302);
    String back = answer.headers().firstValue("Location").orElseThrow();
    assertThat(back).startsWith("https://crm.example.com/back?code=").endsWith("&state=s%261");
    String code = back.substring(back.indexOf("code=") + 5, back.indexOf("&state"));
    assertThat(who(code).getUserId()).isEqualTo("lisi");
  }

  @Test
  void outside_one_chooses_who_scans_the_code() throws Exception {
    HttpResponse<String> answer = page(SignInEndpoints.OUTSIDE, emulator.app().corpId());
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("张三", "别的企业的人");
    assertThat(page(SignInEndpoints.OUTSIDE, "another").statusCode()).isEqualTo(400);
  }

  @Test
  void another_kind_of_ticket_is_not_known() throws Exception {
    String answer = wecom.get(emulator.baseUrl() + "/cgi-bin/getcallbackip", "");
    assertThat(JsonParser.parseString(answer).isJsonObject()).isTrue();
    String other = emulator.baseUrl() + "/cgi-bin/ticket/get?type=other";
    assertThat(WxJava.errorOf(() -> wecom.get(other, ""))).isEqualTo(40058);
  }

  private HttpResponse<String> page(String path, String corp) throws Exception {
    String query = "?appid=" + corp + "&redirect_uri=https%3A%2F%2Fcrm.example.com%2Fback";
    URI page = URI.create(emulator.baseUrl() + path + query + "&state=s%261");
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(page).build(), HttpResponse.BodyHandlers.ofString());
  }
}
