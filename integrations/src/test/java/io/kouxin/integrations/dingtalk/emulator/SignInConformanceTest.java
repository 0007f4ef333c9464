package io.kouxin.integrations.dingtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tokens of the application and of people. */
class SignInConformanceTest {
  private final Caller caller = new Caller();
  private final DingTalkEmulator emulator = caller.emulator;
  private final EmulatorConfig.App app = emulator.app();

  @AfterEach
  void stop() {
    caller.close();
  }

  private Map<String, String> personal(String code) {
    return Map.of(
        "clientId",
        app.clientId(),
        "clientSecret",
        app.clientSecret(),
        "code",
        code,
        "grantType",
        "authorization_code");
  }

  @Test
  void a_token_is_the_same_while_it_is_valid_and_renewed_by_asking() throws Exception {
    String first = caller.token();
    emulator.advance(Duration.ofMinutes(119));
    assertThat(caller.token()).isEqualTo(first);
    emulator.advance(Duration.ofMinutes(119));
    assertThat(caller.text("早", "rep01").status()).isEqualTo(200);
    emulator.advance(Duration.ofMinutes(1));
    assertThat(caller.token()).isNotEqualTo(first);
  }

  @Test
  void a_wrong_secret_is_refused_on_all_three_ways() throws Exception {
    assertThat(
            caller
                .send("POST", "/v1.0/oauth2/accessToken", Map.of("appKey", "a", "appSecret", "b"))
                .code())
        .isEqualTo("invalidClientIdOrSecret");
    assertThat(caller.send("POST", "/v1.0/oauth2/corp/token", Map.of()).code())
        .isEqualTo("invalid.client");
    assertThat(caller.send("GET", "/gettoken?appkey=a&appsecret=b", Map.of()).code())
        .isEqualTo("40089");
  }

  @Test
  void the_old_and_the_unified_way_give_the_same_token() throws Exception {
    String query = "?appkey=" + app.clientId() + "&appsecret=" + app.clientSecret();
    assertThat(caller.send("GET", "/gettoken" + query, Map.of()).text("access_token"))
        .isEqualTo(caller.token());
    Caller.Reply unified =
        caller.send(
            "POST",
            "/v1.0/oauth2/" + app.corpId() + "/token",
            Map.of("client_id", app.clientId(), "client_secret", app.clientSecret()));
    assertThat(unified.text("access_token")).isEqualTo(caller.token());
  }

  @Test
  void a_bad_token_is_http_400_on_new_paths_and_40014_on_old_ones() throws Exception {
    caller.token();
    emulator.tokens().revoke();
    Caller.Reply reply = caller.text("早", "rep01");
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("InvalidAuthentication");
    assertThat(reply.body().has("requestid")).isTrue();
    Caller.Reply old = caller.post("/topapi/v2/user/get", Map.of("userid", "rep01"));
    assertThat(old.status()).isEqualTo(200);
    assertThat(old.code()).isEqualTo("40014");
    caller.token();
    emulator.tokens().expire();
    assertThat(caller.text("早", "rep01").code()).isEqualTo("InvalidAuthentication");
  }

  @Test
  void somebody_who_signs_in_is_known_by_a_code_that_works_once() throws Exception {
    String code = emulator.signIn().code("rep01");
    Caller.Reply token = caller.send("POST", "/v1.0/oauth2/userAccessToken", personal(code));
    assertThat(token.text("refreshToken")).isNotEmpty();
    assertThat(caller.send("POST", "/v1.0/oauth2/userAccessToken", personal(code)).status())
        .isEqualTo(400);
    String other = emulator.signIn().code("mgr01");
    Caller.Reply who = caller.post("/topapi/v2/user/getuserinfo", Map.of("code", other));
    assertThat(who.object("result").get("userid").getAsString()).isEqualTo("mgr01");
    assertThat(caller.post("/topapi/v2/user/getuserinfo", Map.of("code", other)).code())
        .isEqualTo("40078");
  }

  @Test
  void a_code_is_over_after_five_minutes() throws Exception {
    String code = emulator.signIn().code("rep01");
    emulator.advance(Duration.ofMinutes(5));
    assertThat(caller.send("POST", "/v1.0/oauth2/userAccessToken", personal(code)).status())
        .isEqualTo(400);
  }

  @Test
  void me_is_asked_with_the_persons_own_token() throws Exception {
    String code = emulator.signIn().code("rep01");
    Caller.Reply token = caller.send("POST", "/v1.0/oauth2/userAccessToken", personal(code));
    assertThat(caller.get("/v1.0/contact/users/me").code()).isEqualTo("InvalidAuthentication");
    caller.use(token.text("accessToken"));
    Caller.Reply me = caller.get("/v1.0/contact/users/me");
    assertThat(me.text("nick")).isEqualTo("张三");
    assertThat(me.text("unionId")).isEqualTo("u-rep01");
    assertThat(caller.get("/v1.0/contact/users/u-mgr01").status()).isEqualTo(403);
  }

  @Test
  void a_page_gets_its_ticket() throws Exception {
    Caller.Reply ticket = caller.post("/v1.0/oauth2/jsapiTickets", Map.of());
    assertThat(ticket.text("jsapiTicket")).isNotEmpty();
    assertThat(ticket.text("expireIn")).isEqualTo("7200");
  }

  @Test
  void the_page_asks_who_agrees_and_leads_back_with_a_code() throws Exception {
    String query = "&state=s1&redirect_uri=https%3A%2F%2Fcrm.example.com%2Fback";
    String page = caller.raw("GET", "/oauth2/auth?client_id=" + app.clientId() + query, "").body();
    assertThat(page).contains("张三", "https://crm.example.com/back?authCode=", "state=s1");
    assertThat(caller.raw("GET", "/oauth2/auth?client_id=x" + query, "").statusCode())
        .isEqualTo(400);
    String code = emulator.signIn().code(SignIn.OUTSIDER);
    Caller.Reply token = caller.send("POST", "/v1.0/oauth2/userAccessToken", personal(code));
    caller.use(token.text("accessToken"));
    assertThat(caller.get("/v1.0/contact/users/me").text("unionId")).isEqualTo("u-outsider");
  }

  @Test
  void a_path_that_is_not_there_says_so() throws Exception {
    assertThat(caller.post("/v1.0/nothing", Map.of()).status()).isEqualTo(404);
    assertThat(caller.post("/topapi/nothing", Map.of()).code()).isEqualTo("22");
    assertThat(caller.raw("POST", "/v1.0/oauth2/accessToken", "no JSON").statusCode())
        .isEqualTo(400);
  }

  @Test
  void a_parameter_that_cannot_be_read_is_refused() throws Exception {
    Caller.Reply reply =
        caller.post(
            "/v1.0/card/callbacks/register",
            Map.of("callbackRouteKey", "k", "callbackUrl", "http://[broken"));
    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.code()).isEqualTo("param.error");
  }
}
