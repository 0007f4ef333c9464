package io.kouxin.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Signing in as a browser does it, with a platform that answers at once. */
@SpringBootTest(
    classes = ConsoleServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class SignInTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final String CALLBACK = "/login/dingtalk/callback";

  @LocalServerPort private int port;
  @Autowired private ScriptedPlatform platform;
  @Autowired private ScriptedGate gate;

  /** A try that began in a browser: what the platform brings back, and the browser's cookie. */
  private record Try(String state, String cookie) {}

  @BeforeEach
  void forget() {
    platform.forget();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String form, String... headers) throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form));
    request.headers(headers);
    return HTTP.send(request.build(), BodyHandlers.ofString());
  }

  private Try begin(String to) throws Exception {
    var answer = get("/login/dingtalk?to=" + to);
    assertThat(answer.statusCode()).isEqualTo(303);
    String there = location(answer);
    String set = answer.headers().firstValue("Set-Cookie").orElseThrow();
    assertThat(set).contains("HttpOnly", "SameSite=Lax", "Path=/login").doesNotContain("Secure");
    return new Try(
        there.substring(there.indexOf("state=") + 6), set.substring(0, set.indexOf(';')));
  }

  private HttpResponse<String> end(Try begun, String code) throws Exception {
    String query = "?state=" + begun.state() + "&code=" + code;
    return get(CALLBACK + query, "Cookie", begun.cookie());
  }

  private static String location(HttpResponse<String> answer) {
    return answer.headers().firstValue("Location").orElseThrow();
  }

  private static String cookies(HttpResponse<String> answer) {
    return String.join("\n", answer.headers().allValues("Set-Cookie"));
  }

  @Test
  void one_chooses_a_platform_unless_the_browser_is_one() throws Exception {
    var page = get("/login?to=/check-in");
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(page.body())
        .contains("用钉钉登录", "Sign in with DingTalk", "href=\"/login/dingtalk?to=/check-in\"");
    var inside = get("/login?to=/check-in", "User-Agent", ScriptedPlatform.BROWSER);
    assertThat(location(inside)).isEqualTo("/login/dingtalk?to=/check-in");
    assertThat(get("/login/icq").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/me", "/check-in", "/"})
  void the_platform_leads_back_to_the_page_that_was_wanted(String page) throws Exception {
    var welcome = end(begin(page), "zhang");
    assertThat(welcome.statusCode()).isEqualTo(303);
    assertThat(location(welcome)).isEqualTo(page);
    assertThat(cookies(welcome)).contains("kouxin=zhangsan", "kouxin-sign-in=;", "Max-Age=0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example",
        "//evil.example",
        "/\\evil.example",
        "/me/../x",
        "javascript:x",
        ""
      })
  void nobody_is_led_away_from_here(String to) throws Exception {
    String encoded = URLEncoder.encode(to, StandardCharsets.UTF_8);
    assertThat(location(end(begin(encoded), "zhang"))).isEqualTo("/me");
    assertThat(get("/login?to=" + encoded).body()).doesNotContain("evil.example");
  }

  @ParameterizedTest
  @CsvSource({
    "zhang2, 403, 管理员会看到, the administrator sees it",
    "outside, 403, 不在公司里, not in the company",
    "'', 400, 没有拿到钉钉的确认, did not confirm",
    "busy, 503, 钉钉这会儿没有回应, does not answer right now"
  })
  void everybody_else_is_told_why_in_two_languages(
      String code, int status, String chinese, String english) throws Exception {
    var answer = end(begin("/me"), code);
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.body()).contains(chinese, english, "href=\"/login/dingtalk?to=/me\"");
    assertThat(cookies(answer)).doesNotContain("kouxin=");
  }

  @Test
  void a_code_and_a_try_work_once() throws Exception {
    assertThat(location(end(begin("/me"), "zhang"))).isEqualTo("/me");
    var again = end(begin("/me"), "zhang");
    assertThat(again.statusCode()).isEqualTo(400);
    assertThat(again.body()).contains("已经用过");
  }

  @Test
  void whoever_is_in_already_is_led_on_where_a_phone_asks_twice() throws Exception {
    Try begun = begin("/check-in");
    String query = "?state=" + begun.state() + "&code=zhang";
    assertThat(location(end(begun, "zhang"))).isEqualTo("/check-in");
    var again = get(CALLBACK + query, "Cookie", "kouxin=zhangsan");
    assertThat(location(again)).isEqualTo("/me");
    assertThat(cookies(again)).isEmpty();
  }

  @Test
  void a_state_that_this_browser_did_not_get_signs_nobody_in() throws Exception {
    Try mine = begin("/me");
    Try attackers = begin("/me");
    for (Try forged :
        new Try[] {
          new Try(attackers.state(), mine.cookie()),
          new Try(mine.state(), "other=1"),
          new Try("", mine.cookie()),
          new Try("x".repeat(5000), mine.cookie()),
          new Try(mine.state(), mine.cookie().replace("kouxin-sign-in=1", "kouxin-sign-in=2")),
          new Try(mine.state(), mine.cookie() + "0")
        }) {
      var answer = end(forged, "zhang");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("不是在这个浏览器里开始的", "another browser");
      assertThat(cookies(answer)).doesNotContain("kouxin=");
    }
    assertThat(location(end(mine, "zhang"))).as("nothing was used up").isEqualTo("/me");
  }

  @Test
  void inside_the_platform_a_script_asks_and_our_own_form_answers() throws Exception {
    var page = get("/login/dingtalk?to=/check-in", "User-Agent", ScriptedPlatform.BROWSER);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().allValues("Content-Security-Policy"))
        .singleElement()
        .asString()
        .contains("script-src 'self' https://scripts.example.com;");
    assertThat(page.body())
        .contains(
            "<script src=\"https://scripts.example.com/one.js\">",
            "data-company=\"&lt;c&amp;1&gt;\"",
            "src=\"/js/inside/dingtalk-login.js\"",
            "data-otherwise=\"/login/dingtalk?to=/check-in&amp;by=page\"");
    String set = page.headers().firstValue("Set-Cookie").orElseThrow();
    String cookie = set.substring(0, set.indexOf(';'));
    String state = page.body().replaceAll("(?s).*name=\"state\" value=\"([^\"]*)\".*", "$1");
    String form = "state=" + state + "&code=zhang";
    assertThat(post(CALLBACK, form, "Cookie", cookie, "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    var welcome = post(CALLBACK, form, "Cookie", cookie, "Sec-Fetch-Site", "same-origin");
    assertThat(location(welcome)).isEqualTo("/check-in");
    var otherwise = get("/login/dingtalk?to=/me&by=page", "User-Agent", ScriptedPlatform.BROWSER);
    assertThat(location(otherwise)).startsWith("https://platform.example.com/");
  }

  @Test
  void looking_at_a_link_of_a_chat_does_not_use_it_up() throws Exception {
    String link = gate.link(ScriptedGate.ZHANG, "boss");
    for (int preview = 0; preview < 3; preview++) {
      var page = get(link, "User-Agent", "WeChat link preview");
      assertThat(page.statusCode()).isEqualTo(200);
      assertThat(page.body()).contains("<button class=\"way\">登录</button>", "value=\"t-1\"");
      assertThat(cookies(page)).isEmpty();
    }
    String[] ours = {"Sec-Fetch-Site", "same-origin"};
    var welcome = post("/login/ticket", "ticket=t-1", ours);
    assertThat(location(welcome)).isEqualTo("/me");
    assertThat(cookies(welcome)).contains("kouxin=zhangsan");
    for (String forged : new String[] {"t-1", "", "x".repeat(101), "<script>"}) {
      var answer = post("/login/ticket", "ticket=" + forged, ours);
      assertThat(answer.statusCode()).as(forged).isEqualTo(401);
      assertThat(answer.body()).contains("用过了", "used before").doesNotContain("<script>");
    }
    assertThat(get("/login/ticket?ticket=" + "x".repeat(101)).statusCode()).isEqualTo(401);
  }

  @Test
  void whoever_leaves_has_no_session_any_more() throws Exception {
    var answer = post("/login/out", "", "Sec-Fetch-Site", "same-origin");
    assertThat(answer.body()).contains("已经退出", "signed out");
    assertThat(cookies(answer)).contains("kouxin=;", "Max-Age=0");
  }

  @Test
  void pages_of_ours_are_proved_and_no_others() throws Exception {
    String ours = "http://127.0.0.1:" + port;
    var proof = proof(ours + "/check-in?a=1#b", ScriptedPlatform.BROWSER);
    assertThat(proof.body())
        .contains("\"platform\":\"dingtalk\"", "proof of " + ours + "/check-in?a=1\"");
    for (String foreign :
        new String[] {
          "https://evil.example/check-in",
          "http://127.0.0.1:1/check-in",
          "https://127.0.0.1:" + port + "/check-in",
          ours + "/elsewhere",
          ours + "/check-in/../elsewhere",
          ours + "@evil.example/check-in",
          "not an address",
          ours + "/check-in?" + "x".repeat(2048),
          ""
        }) {
      assertThat(proof(foreign, ScriptedPlatform.BROWSER).statusCode()).as(foreign).isEqualTo(400);
    }
    assertThat(proof(ours + "/check-in", "Chrome").statusCode()).isEqualTo(404);
    assertThat(proof(ours + "/check-in?busy", ScriptedPlatform.BROWSER).statusCode())
        .isEqualTo(503);
  }

  private HttpResponse<String> proof(String url, String agent) throws Exception {
    String query = "?url=" + URLEncoder.encode(url, StandardCharsets.UTF_8);
    String token = "Bearer " + ConsoleServer.TOKEN;
    return get("/api/v1/js-signature" + query, "User-Agent", agent, "Authorization", token);
  }

  @Test
  void scripts_of_a_platform_run_in_its_own_browser_only() throws Exception {
    String token = "Bearer " + ConsoleServer.TOKEN;
    var inside = get("/check-in", "Authorization", token, "User-Agent", ScriptedPlatform.BROWSER);
    assertThat(inside.headers().firstValue("Content-Security-Policy").orElseThrow())
        .contains("script-src 'self' https://scripts.example.com;", "connect-src 'self'");
    for (String page : new String[] {"/check-in", "/me"}) {
      var outside = get(page, "Authorization", token, "User-Agent", "Chrome");
      assertThat(outside.statusCode()).isEqualTo(200);
      assertThat(outside.headers().firstValue("Content-Security-Policy").orElseThrow())
          .contains("script-src 'self';");
    }
  }
}
