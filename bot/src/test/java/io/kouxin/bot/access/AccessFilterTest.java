package io.kouxin.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

class AccessFilterTest {
  private static final String SECRET = "a-token-for-this-test";
  private static final Instant NOW = Instant.parse("2026-03-04T07:00:00Z");

  private AdminToken token;
  private AccessFilter door;
  private boolean in;

  @BeforeEach
  void open() throws Exception {
    token = AdminToken.from(Optional.of(SECRET), Path.of("unused"));
    door = doorAt(NOW);
  }

  @Test
  void lets_a_program_in_that_knows_the_token() throws Exception {
    var request = request("POST", "/api/v1/sandbox/messages");
    request.addHeader("Authorization", "Bearer " + SECRET);
    request.addHeader("Host", "10.1.2.3:8080");
    assertThat(answer(request).getStatus()).isEqualTo(200);
    assertThat(in).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"Bearer wrong", "Bearer", "Basic " + SECRET, SECRET, ""})
  void answers_anything_else_with_a_problem_detail(String authorization) throws Exception {
    var request = browser("GET", "/api/v1/follow-ups");
    request.addHeader("Authorization", authorization);
    request.setCookies(session());
    var answer = answer(request);
    assertThat(in).isFalse();
    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(answer.getContentType()).startsWith("application/problem+json");
    assertThat(answer.getHeader("WWW-Authenticate")).isEqualTo("Bearer");
    assertThat(answer.getContentAsString()).contains("\"status\":401", "Bearer <token>");
  }

  @Test
  void shows_people_where_the_link_is() throws Exception {
    var request = browser("GET", "/");
    request.addHeader("Accept", "text/html,*/*");
    var answer = answer(request);
    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(answer.getContentAsString()).contains("启动日志", "start-up log");
  }

  @Test
  void signs_in_by_the_link_and_takes_the_token_out_of_the_address() throws Exception {
    var answer = answer(link(SECRET));
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeader("Location")).isEqualTo("/");
    assertThat(answer.getHeader("Set-Cookie"))
        .contains("HttpOnly", "SameSite=Lax", "Path=/")
        .doesNotContain(SECRET, "Secure");
  }

  @Test
  void keeps_the_cookie_off_plain_connections_where_the_link_was_encrypted() throws Exception {
    var request = link(SECRET);
    request.setSecure(true);
    assertThat(answer(request).getHeader("Set-Cookie")).contains("Secure");
  }

  @Test
  void does_not_sign_in_by_a_wrong_link() throws Exception {
    var answer = answer(link("another-token-altogether"));
    assertThat(answer.getStatus()).isEqualTo(401);
    assertThat(answer.getHeader("Set-Cookie")).isNull();
  }

  @Test
  void knows_a_session_until_it_ends() throws Exception {
    Cookie session = session();
    door = doorAt(NOW.plus(Duration.ofDays(29)));
    assertThat(statusWith(session)).isEqualTo(200);
    door = doorAt(NOW.plus(Duration.ofDays(31)));
    assertThat(statusWith(session)).isEqualTo(401);
  }

  @Test
  void ends_every_session_with_a_new_token() throws Exception {
    Cookie session = session();
    token = AdminToken.from(Optional.of("the-next-token-of-this-test"), Path.of("unused"));
    door = doorAt(NOW);
    assertThat(statusWith(session)).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", ".", "1", "99999999999.", "x.y", "999999999999999999999.a", "-1.a"})
  void does_not_know_a_made_up_session(String value) throws Exception {
    assertThat(statusWith(new Cookie("kouxin", value))).isEqualTo(401);
  }

  @Test
  void does_not_know_a_session_that_was_made_longer() throws Exception {
    String seal = session().getValue().replaceFirst("^\\d+", "");
    assertThat(statusWith(new Cookie("kouxin", "99999999999" + seal))).isEqualTo(401);
  }

  @Test
  void takes_changes_from_our_own_page_only() throws Exception {
    assertThat(changeFrom("Sec-Fetch-Site", "same-origin")).isEqualTo(200);
    assertThat(changeFrom("Sec-Fetch-Site", "same-site")).isEqualTo(403);
    assertThat(changeFrom("Sec-Fetch-Site", "cross-site")).isEqualTo(403);
    assertThat(changeFrom("Origin", "http://localhost:8080")).isEqualTo(200);
    assertThat(changeFrom("Origin", "http://localhost:3000")).isEqualTo(403);
    assertThat(changeFrom("Origin", "null")).isEqualTo(403);
    assertThat(changeFrom("Origin", "http://[")).isEqualTo(403);
    assertThat(changeFrom("X-Nothing", "said")).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"localhost", "127.0.0.1:8080", "[::1]:8080", "LocalHost:1", "crm.example"})
  void answers_to_its_own_names(String host) throws Exception {
    assertThat(statusAt(host)).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"evil.example:8080", "127.0.0.1.evil.example", "", "localhost@evil.example"})
  void does_not_answer_to_a_name_that_someone_else_pointed_here(String host) throws Exception {
    assertThat(statusAt(host)).isEqualTo(421);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/health",
        "/actuator/health/liveness",
        "/callbacks/wecom",
        "/callbacks/dingtalk/robot",
        "/css/chat.css",
        "/js/main.js",
        "/icons/kouxin.svg"
      })
  void leaves_open_what_holds_no_data(String path) throws Exception {
    assertThat(answer(request("GET", path)).getStatus()).isEqualTo(200);
    assertThat(in).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/",
        "/index.html",
        "/api/v1/sandbox/people",
        "/actuator/prometheus",
        "/actuator",
        "/v3/api-docs",
        "/swagger-ui.html",
        "/css/../api/v1/follow-ups",
        "/css/%2e%2e/api/v1/follow-ups",
        "/callbacks/..;/api/v1/follow-ups",
        "/css//api",
        "/CSS/chat.css"
      })
  void leaves_nothing_else_open(String path) throws Exception {
    assertThat(answer(browser("GET", path)).getStatus()).isEqualTo(401);
    assertThat(in).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/me", "/check-in"})
  void leads_people_to_where_they_sign_in_and_back(String page) throws Exception {
    var request = browser("GET", page);
    request.addHeader("Accept", "text/html");
    var answer = answer(request);
    assertThat(answer.getStatus()).isEqualTo(303);
    assertThat(answer.getHeader("Location")).isEqualTo("/login?to=" + page);
    assertThat(answer(browser("GET", page)).getStatus()).as("no browser").isEqualTo(401);
  }

  @Test
  void opens_the_place_to_sign_in_to_browsers_that_come_under_our_name() throws Exception {
    for (String path : List.of("/login", "/login/wecom", "/login/wecom/callback")) {
      assertThat(answer(browser("GET", path)).getStatus()).as(path).isEqualTo(200);
      assertThat(in).isTrue();
    }
    var elsewhere = request("GET", "/login");
    elsewhere.addHeader("Host", "evil.example");
    assertThat(answer(elsewhere).getStatus()).isEqualTo(421);
    assertThat(answer(browser("GET", "/login/../me")).getStatus()).isEqualTo(401);
    var foreign = browser("POST", "/login/ticket");
    foreign.addHeader("Sec-Fetch-Site", "cross-site");
    assertThat(answer(foreign).getStatus()).isEqualTo(403);
    assertThat(in).isFalse();
  }

  private static Cookie cookie(MockHttpServletResponse answer) {
    String set = String.valueOf(answer.getHeader("Set-Cookie"));
    return new Cookie("kouxin", set.substring("kouxin=".length(), set.indexOf(';')));
  }

  private AccessFilter doorAt(Instant now) {
    return new AccessFilter(
        token, new Strangers(), List.of("crm.example"), Clock.fixed(now, ZoneOffset.UTC));
  }

  private Cookie session() throws Exception {
    return cookie(answer(link(SECRET)));
  }

  private int statusWith(Cookie cookie) throws Exception {
    var request = browser("GET", "/api/v1/follow-ups");
    request.setCookies(cookie);
    return answer(request).getStatus();
  }

  private int statusAt(String host) throws Exception {
    var request = request("GET", "/");
    request.addHeader("Host", host);
    request.setCookies(session());
    return answer(request).getStatus();
  }

  private int changeFrom(String header, String value) throws Exception {
    var request = browser("POST", "/api/v1/sandbox/actions");
    request.setCookies(session());
    request.addHeader(header, value);
    return answer(request).getStatus();
  }

  private static MockHttpServletRequest link(String token) {
    var request = browser("GET", "/");
    request.setParameter("token", token);
    return request;
  }

  private static MockHttpServletRequest browser(String method, String path) {
    var request = request(method, path);
    request.addHeader("Host", "localhost:8080");
    return request;
  }

  private static MockHttpServletRequest request(String method, String path) {
    return new MockHttpServletRequest(method, path);
  }

  private MockHttpServletResponse answer(MockHttpServletRequest request) throws Exception {
    var response = new MockHttpServletResponse();
    var chain = new MockFilterChain();
    door.doFilter(request, response, chain);
    in = chain.getRequest() != null;
    return response;
  }
}
