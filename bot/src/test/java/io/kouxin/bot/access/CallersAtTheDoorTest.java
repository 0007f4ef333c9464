package io.kouxin.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.people.Person;
import jakarta.servlet.http.Cookie;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** The door, for members and programs. */
class CallersAtTheDoorTest {
  private static final String SECRET = "a-token-for-this-test";
  private static final Instant NOW = Instant.parse("2026-03-04T07:00:00Z");
  private static final Person ZHANG = with(Person.Role.REP);

  private final Strangers register = new Strangers();
  private AccessFilter door;
  private Caller caller = new Caller.Administrator(Optional.empty());
  private boolean in;

  @BeforeEach
  void open() throws Exception {
    var token = AdminToken.from(Optional.of(SECRET), Path.of("unused"));
    door = new AccessFilter(token, register, List.of(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void lets_a_member_in_by_the_session() throws Exception {
    register.people.put("zhang", ZHANG);
    assertThat(statusWith(session(ZHANG))).isEqualTo(200);
    assertThat(caller).isEqualTo(new Caller.Member(ZHANG));
  }

  @Test
  void ends_a_session_when_the_person_leaves_or_has_another_role() throws Exception {
    register.people.put("zhang", ZHANG);
    Cookie session = session(ZHANG);
    register.people.put("zhang", with(Person.Role.MANAGER));
    assertThat(statusWith(session)).isEqualTo(401);
    register.people.remove("zhang");
    assertThat(statusWith(session)).isEqualTo(401);
    register.people.put("zhang", ZHANG);
    assertThat(statusWith(session)).isEqualTo(200);
  }

  @Test
  void does_not_know_a_session_that_was_given_another_name() throws Exception {
    register.people.put("zhang", ZHANG);
    String[] own = session(ZHANG).getValue().split("\\.");
    String admin = session().getValue().split("\\.")[2];
    for (String forged :
        List.of(
            own[0] + ".." + own[2], own[0] + "." + own[1] + "." + admin, own[0] + ".!." + admin)) {
      assertThat(statusWith(new Cookie("kouxin", forged))).as(forged).isEqualTo(401);
    }
  }

  @Test
  void opens_the_pages_of_people_to_people_only() throws Exception {
    register.people.put("zhang", ZHANG);
    register.programs.put("kx_1", new Caller.Program("1", "CRM", Set.of(Scope.values())));
    for (String page : List.of("/me", "/check-in")) {
      var request = browser("GET", page);
      request.setCookies(session(ZHANG));
      assertThat(answer(request).getStatus()).isEqualTo(200);
      assertThat(answer(program("GET", page)).getStatus()).isEqualTo(403);
    }
    assertThat(answer(program("POST", "/api/v1/check-ins")).getStatus()).isEqualTo(403);
    assertThat(answer(program("GET", "/login")).getStatus()).isEqualTo(403);
  }

  @Test
  void tells_a_program_which_scope_it_lacks() throws Exception {
    register.programs.put("kx_1", new Caller.Program("1", "CRM", Set.of(Scope.TAG)));
    assertThat(answer(program("POST", "/api/v1/tag")).getStatus()).isEqualTo(200);
    assertThat(caller.id()).isEqualTo("token:1");
    var no = answer(program("GET", "/api/v1/follow-ups"));
    assertThat(no.getStatus()).isEqualTo(403);
    assertThat(no.getContentType()).startsWith("application/problem+json");
    assertThat(no.getContentAsString())
        .contains("lacks the scope follow-ups:read", "\"scope\":\"follow-ups:read\"");
    assertThat(answer(program("GET", "/api/v1/unheard-of")).getStatus()).isEqualTo(403);
  }

  @Test
  void does_not_sign_a_program_in_whatever_its_link_says() throws Exception {
    register.programs.put("kx_1", new Caller.Program("1", "CRM", Set.of(Scope.TAG)));
    for (String value : List.of(SECRET, "anything")) {
      var request = program("GET", "/");
      request.setParameter("token", value);
      var answer = answer(request);
      assertThat(answer.getStatus()).isEqualTo(403);
      assertThat(answer.getHeader("Set-Cookie")).isNull();
    }
  }

  @Test
  void shows_a_member_a_page_that_is_for_administrators_in_words() throws Exception {
    register.people.put("zhang", ZHANG);
    var request = browser("GET", "/");
    request.setCookies(session(ZHANG));
    request.addHeader("Accept", "text/html");
    var answer = answer(request);
    assertThat(answer.getStatus()).isEqualTo(403);
    assertThat(answer.getContentAsString()).contains("只给管理员", "For administrators");
  }

  @Test
  void asks_nobody_about_what_is_open() throws Exception {
    var request = request("POST", "/callbacks/wecom");
    request.addHeader("Authorization", "Bearer kx_1");
    request.setCookies(session());
    answer(request);
    assertThat(in).isTrue();
    assertThat(register.asked).isZero();
  }

  @Test
  void says_so_when_the_store_is_away() throws Exception {
    register.away = true;
    var answer = answer(program("GET", "/api/v1/follow-ups"));
    assertThat(answer.getStatus()).isEqualTo(503);
    assertThat(answer(request("GET", "/actuator/health")).getStatus()).isEqualTo(200);
  }

  private static Person with(Person.Role role) {
    return new Person("zhang", "张三", role, Locale.CHINESE, "", Optional.empty());
  }

  private Cookie session(Person person) throws Exception {
    var token = AdminToken.from(Optional.of(SECRET), Path.of("unused"));
    var sessions = new Sessions(token, Clock.fixed(NOW, ZoneOffset.UTC));
    return new Cookie("kouxin", sessions.open(Sessions.holder(person), false).getValue());
  }

  private static MockHttpServletRequest program(String method, String path) {
    var request = request(method, path);
    request.addHeader("Authorization", "Bearer kx_1");
    return request;
  }

  private static Cookie cookie(MockHttpServletResponse answer) {
    String set = String.valueOf(answer.getHeader("Set-Cookie"));
    return new Cookie("kouxin", set.substring("kouxin=".length(), set.indexOf(';')));
  }

  private Cookie session() throws Exception {
    var request = browser("GET", "/");
    request.setParameter("token", SECRET);
    return cookie(answer(request));
  }

  private int statusWith(Cookie cookie) throws Exception {
    var request = browser("GET", "/api/v1/follow-ups");
    request.setCookies(cookie);
    return answer(request).getStatus();
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
    if (request.getAttribute(Caller.class.getName()) instanceof Caller found) {
      caller = found;
    }
    return response;
  }
}
