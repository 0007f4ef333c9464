package io.kouxin.bot.wiring;

import static io.kouxin.bot.wiring.Address.bearer;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.access.Caller;
import io.kouxin.bot.access.Permissions;
import io.kouxin.bot.access.Scope;
import io.kouxin.bot.access.SignIn;
import io.kouxin.bot.access.Tokens;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.wiring.Address.Header;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every endpoint as a rep, his colleague, his manager, another manager, an administrator, a
 * program.
 */
@SpringBootTest(
    classes = ServiceApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"kouxin.speech.fetch=false", "kouxin.understanding.vectors=false"})
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class WhoMayDoWhatTest {
  private static final String ADMIN_TOKEN = "0123456789abcdef-who";
  private static final Caller TEST = new Caller.Administrator(Optional.empty());
  private static final Person OUTSIDER =
      new Person("outsider", "外人", Person.Role.MANAGER, Locale.CHINESE, "", Optional.empty());
  private static final JsonMapper JSON = new JsonMapper();
  private String followUp = "";
  private String customer = "";

  @LocalServerPort private int port;
  @Autowired private People people;
  @Autowired private SignIn signIn;
  @Autowired private Tokens tokens;
  @Autowired private Journal journal;
  @Autowired private ApplicationContext context;

  @DynamicPropertySource
  static void home(DynamicPropertyRegistry registry) throws IOException {
    Path home = Files.createTempDirectory("kouxin-who");
    registry.add("kouxin.home", home::toString);
    registry.add("kouxin.admin-token", () -> ADMIN_TOKEN);
  }

  @BeforeAll
  void zhangsan_reports_a_visit() throws Exception {
    people.save(OUTSIDER, List.of(new Account("sandbox", "out")));
    post("zhangsan", "刚从市一医院出来，客户投诉设备停机，要退货，下周三下午三点再去");
    JsonNode found = await("/follow-ups?rep=zhangsan", list -> !list.get("items").isEmpty());
    followUp = found.at("/items/0/id").asString();
    customer = found.at("/items/0/customer/id").asString();
    await("/reminders?rep=zhangsan", list -> !list.get("items").isEmpty());
    await("/alerts?rep=zhangsan", list -> !list.get("items").isEmpty());
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET   | /follow-ups/{id}                  | follow-ups:read  | 200 | 404 | 200 | 404 | 200
          GET   | /follow-ups/{id}/revisions        | follow-ups:read  | 200 | 404 | 200 | 404 | 200
          PATCH | /follow-ups/{id}                  | follow-ups:write | 400 | 404 | 400 | 404 | 400
          GET   | /follow-ups                       | follow-ups:read  | 200 | 200 | 200 | 200 | 200
          GET   | /reminders                        | follow-ups:read  | 200 | 200 | 200 | 200 | 200
          GET   | /alerts                           | follow-ups:read  | 200 | 200 | 200 | 200 | 200
          GET   | /customers                        | customers:read   | 200 | 200 | 200 | 200 | 200
          GET   | /customers/{customer}             | customers:read   | 200 | 200 | 200 | 200 | 200
          GET   | /customers/{customer}/timeline    | follow-ups:read  | 200 | 200 | 200 | 200 | 200
          POST  | /customers                        | customers:write  | 403 | 403 | 400 | 400 | 400
          GET   | /people                           | people:read      | 200 | 200 | 200 | 200 | 200
          GET   | /people/zhangsan                  | people:read      | 200 | 404 | 200 | 404 | 200
          PUT   | /people/nobody                    | -                | 403 | 403 | 403 | 403 | 400
          POST  | /people/nobody/accounts           | -                | 403 | 403 | 403 | 403 | 400
          POST  | /people/nobody/sign-in-links      | -                | 403 | 403 | 403 | 403 | 404
          DELETE | /people/nobody/accounts          | -                | 403 | 403 | 403 | 403 | 400
          POST  | /check-ins                        | -                | 400 | 400 | 400 | 400 | 400
          GET   | /js-signature?url=x               | -                | 400 | 400 | 400 | 400 | 400
          GET   | /library/entries                  | library:read     | 200 | 200 | 200 | 200 | 200
          GET   | /library/entries/none             | library:read     | 404 | 404 | 404 | 404 | 404
          POST  | /library/entries                  | library:write    | 403 | 403 | 403 | 403 | 400
          PUT   | /library/entries/none             | library:write    | 403 | 403 | 403 | 403 | 400
          DELETE | /library/entries/none            | library:write    | 403 | 403 | 403 | 403 | 404
          GET   | /library/lessons                  | -                | 403 | 403 | 200 | 200 | 200
          POST  | /library/lessons/none/accept      | -                | 403 | 403 | 404 | 404 | 404
          POST  | /library/lessons/none/reject      | -                | 403 | 403 | 404 | 404 | 404
          POST  | /library/lessons/none/take-back   | -                | 403 | 403 | 404 | 404 | 404
          POST  | /tag                              | tag              | 400 | 400 | 400 | 400 | 400
          POST  | /tag/why                          | tag              | 400 | 400 | 400 | 400 | 400
          GET   | /outbox                           | operations       | 403 | 403 | 403 | 403 | 200
          POST  | /outbox/none/retry                | operations       | 403 | 403 | 403 | 403 | 404
          POST  | /outbox/none/recall               | operations       | 403 | 403 | 403 | 403 | 404
          GET   | /teams/groups                     | operations       | 403 | 403 | 403 | 403 | 200
          PUT   | /teams/none/group                 | -                | 403 | 403 | 403 | 403 | 400
          DELETE | /teams/none/group                | -                | 403 | 403 | 403 | 403 | 404
          GET   | /dead-letters                     | operations       | 403 | 403 | 403 | 403 | 200
          POST  | /dead-letters/none/retry          | operations       | 403 | 403 | 403 | 403 | 404
          GET   | /doctor                           | operations       | 403 | 403 | 403 | 403 | 200
          POST  | /doctor/cards                     | operations       | 403 | 403 | 403 | 403 | 400
          GET   | /callbacks                        | operations       | 403 | 403 | 403 | 403 | 200
          GET   | /models                           | operations       | 403 | 403 | 403 | 403 | 200
          GET   | /tokens                           | -                | 403 | 403 | 403 | 403 | 200
          POST  | /tokens                           | -                | 403 | 403 | 403 | 403 | 400
          DELETE | /tokens/none                     | -                | 403 | 403 | 403 | 403 | 404
          GET   | /sandbox/people                   | -                | 403 | 403 | 403 | 403 | 200
          GET   | /sandbox/messages?rep=zhangsan    | -                | 403 | 403 | 403 | 403 | 200
          POST  | /sandbox/actions                  | -                | 403 | 403 | 403 | 403 | 400
          GET   | /sandbox/media/none               | -                | 403 | 403 | 403 | 403 | 404
          GET   | /nothing/here                     | -                | 403 | 403 | 403 | 403 | 404
          """)
  void opens_to_whom_it_should(String method, String path, String scope, ArgumentsAccessor row)
      throws Exception {
    List<String> callers = List.of("zhangsan", "emma", "chenmin", "outsider", "lifang");
    for (int i = 0; i < callers.size(); i++) {
      assertThat(as(callers.get(i), method, path).statusCode())
          .as(callers.get(i))
          .isEqualTo(row.getInteger(3 + i));
    }
    int forAll = row.getInteger(7);
    Set<Scope> opening = Scope.of(scope).map(Set::of).orElse(Set.of());
    var answer = sent(secret(without(opening)), method, path);
    assertThat(answer.statusCode()).as("a program with every other scope").isEqualTo(403);
    assertThat(sent(ADMIN_TOKEN, method, path).statusCode()).isEqualTo(forAll);
    if (!opening.isEmpty()) {
      assertThat(JSON.readTree(answer.body()).get("scope").asString()).isEqualTo(scope);
      assertThat(sent(secret(opening), method, path).statusCode()).isEqualTo(forAll);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "zhangsan, true, true",
    "emma, false, true",
    "chenmin, true, true",
    "outsider, false, true",
    "lifang, true, true"
  })
  void lists_hold_only_those_whom_the_caller_may_see(String caller, boolean his, boolean any)
      throws Exception {
    String about = "/follow-ups?rep=zhangsan /reminders?rep=zhangsan /alerts?rep=zhangsan";
    String alls = " /follow-ups /reminders /alerts /customers/{customer}/timeline /people";
    for (String list : (about + alls).split(" ", -1)) {
      var answer = as(caller, "GET", list);
      assertThat(answer.body().contains("\"zhangsan\"")).as(list + answer.body()).isEqualTo(his);
    }
    assertThat(as(caller, "GET", "/people").body().contains("\"" + caller + "\"")).isEqualTo(any);
  }

  @Test
  void a_change_says_who_made_it() throws Exception {
    String secret = secret(Set.of(Scope.FOLLOW_UPS_WRITE));
    var whos = List.of(bearer(secret), cookie("chenmin"), bearer(ADMIN_TOKEN));
    for (int i = 0; i < whos.size(); i++) {
      var answer = send(whos.get(i), "PATCH", "/follow-ups/{id}", patch("改" + i));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }
    var history = JSON.readTree(as("zhangsan", "GET", "/follow-ups/{id}/revisions").body());
    assertThat(history.get("items").findValuesAsString("changedBy"))
        .startsWith("administrator", "陈敏", "CRM");
    assertThat(journal.about(followUp).stream().map(entry -> entry.person().orElse("")))
        .contains("administrator", "chenmin")
        .anyMatch(by -> by.startsWith("token:"));
  }

  @Test
  void a_page_of_another_site_changes_nothing_with_a_members_session() throws Exception {
    var answer =
        address("/follow-ups/{id}")
            .send(
                cookie("zhangsan"),
                "PATCH",
                patch("x"),
                new Header("Sec-Fetch-Site", "cross-site"));
    assertThat(answer.statusCode()).isEqualTo(403);
  }

  @Test
  void links_an_account_and_takes_it_away_again() throws Exception {
    String account = "{\"channel\":\"dingtalk\",\"account\":\"w-1\"}";
    String path = "/people/wanglei/accounts";
    assertThat(send(bearer(ADMIN_TOKEN), "POST", path, account).body()).contains("\"w-1\"");
    assertThat(send(bearer(ADMIN_TOKEN), "POST", "/people/outsider/accounts", account).statusCode())
        .isEqualTo(409);
    String gone = path + "?channel=dingtalk&account=w-1";
    assertThat(sent(ADMIN_TOKEN, "DELETE", gone).statusCode()).isEqualTo(204);
    assertThat(sent(ADMIN_TOKEN, "DELETE", gone).statusCode()).isEqualTo(404);
    assertThat(send(bearer(ADMIN_TOKEN), "POST", "/people/none/accounts", account).statusCode())
        .isEqualTo(404);
  }

  @Test
  void tells_everybody_who_they_are() throws Exception {
    assertThat(as("emma", "GET", "/me").body()).contains("\"Emma Clarke\"", "\"rep\"");
    assertThat(as("lifang", "GET", "/me").body()).contains("\"admin\"");
    assertThat(sent(secret(Set.of(Scope.TAG)), "GET", "/me").body())
        .contains("\"program\"", "\"scopes\":[\"tag\"]");
  }

  @Test
  void a_token_is_made_shown_once_and_revoked() throws Exception {
    String wanted =
        "{\"name\":\"ERP\",\"scopes\":[\"tag\"],\"expiresAt\":\"2099-01-01T00:00:00+08:00\"}";
    var made = send(cookie("lifang"), "POST", "/tokens", wanted);
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
    String secret = JSON.readTree(made.body()).get("secret").asString();
    String id = JSON.readTree(made.body()).at("/token/id").asString();
    assertThat(secret).matches("kx_[A-Za-z0-9_-]{43}");
    assertThat(sent(secret, "GET", "/me").statusCode()).isEqualTo(200);
    assertThat(sent(ADMIN_TOKEN, "GET", "/tokens").body())
        .contains("ERP", "\"createdBy\":\"李芳\"")
        .doesNotContain(secret);
    assertThat(sent(ADMIN_TOKEN, "DELETE", "/tokens/" + id).statusCode()).isEqualTo(204);
    assertThat(sent(secret, "GET", "/me").statusCode()).isEqualTo(401);
    assertThat(journal.about(id).stream().map(entry -> entry.kind() + entry.person()))
        .containsExactly("token.madeOptional[lifang]", "token.revokedOptional[administrator]");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {}                                              | 'name'
          {"name":"x"}                                    | 'scopes'
          {"name":"x","scopes":["everything"]}            | 'scopes'
          {"name":"x","scopes":[null]}                    | 'scopes'
          {"name":"x","scopes":["tag"],"expiresAt":"soon"} | 'expiresAt'
          {"name":"x","scopes":["tag"],"expiresAt":"2001-01-01T00:00:00Z"} | 'expiresAt'
          """,
      quoteCharacter = '~')
  void refuses_to_make_a_token_that_makes_no_sense(String wanted, String named) throws Exception {
    var answer = send(bearer(ADMIN_TOKEN), "POST", "/tokens", wanted);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).get("detail").asString()).contains(named);
  }

  @Test
  void every_mapping_of_the_application_stands_in_the_table() {
    List<String> all =
        context.getBeansOfType(RequestMappingInfoHandlerMapping.class).values().stream()
            .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
            .flatMap(WhoMayDoWhatTest::addresses)
            .toList();
    assertThat(all)
        .contains("PATCH /api/v1/follow-ups/x", "GET /actuator/prometheus")
        .allMatch(line -> Permissions.know(line.split(" ")[0], line.split(" ")[1]));
    assertThat(Permissions.know("GET", "/api/v1/nothing")).isFalse();
    assertThat(Permissions.know("DELETE", "/api/v1/follow-ups/1")).isFalse();
  }

  private static Stream<String> addresses(RequestMappingInfo info) {
    Set<RequestMethod> methods =
        info.getMethodsCondition().getMethods().isEmpty()
            ? Set.of(RequestMethod.GET)
            : info.getMethodsCondition().getMethods();
    return info.getPatternValues().stream()
        .map(path -> path.replaceAll("/?\\{\\*\\w+\\}|/\\*\\*", "/x").replaceAll("\\{\\w+\\}", "x"))
        .flatMap(path -> methods.stream().map(method -> method + " " + path));
  }

  private static String patch(String action) {
    return "{\"reason\":\"看过\",\"nextAction\":\"" + action + "\"}";
  }

  private static Set<Scope> without(Set<Scope> some) {
    return Set.of(Scope.values()).stream()
        .filter(scope -> !some.contains(scope))
        .collect(Collectors.toSet());
  }

  private String secret(Set<Scope> scopes) {
    return tokens.make(new Tokens.Wanted("CRM", scopes, Optional.empty()), TEST).secret();
  }

  private Header cookie(String person) {
    var cookie = signIn.open(people.find(person).orElseThrow(), false);
    return new Header("Cookie", cookie.getName() + "=" + cookie.getValue());
  }

  private HttpResponse<String> as(String person, String method, String path) throws Exception {
    return send(cookie(person), method, path, "{}");
  }

  private HttpResponse<String> sent(String token, String method, String path) throws Exception {
    return send(bearer(token), method, path, "{}");
  }

  private HttpResponse<String> send(Header who, String method, String path, String body)
      throws Exception {
    return address(path).send(who, method, body);
  }

  private Address address(String path) {
    return new Address(port, path.replace("{id}", followUp).replace("{customer}", customer));
  }

  private void post(String rep, String text) throws Exception {
    String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
    String body = part.formatted("rep", rep) + part.formatted("text", text) + "--b--\r\n";
    var form = new Header("Content-Type", "multipart/form-data; boundary=b");
    var answer = address("/sandbox/messages").send(bearer(ADMIN_TOKEN), "POST", body, form);
    assertThat(answer.statusCode()).isEqualTo(202);
  }

  private JsonNode await(String path, Predicate<JsonNode> enough) throws Exception {
    Instant end = Instant.now().plusSeconds(30);
    JsonNode answer = JSON.readTree(sent(ADMIN_TOKEN, "GET", path).body());
    while (!enough.test(answer) && Instant.now().isBefore(end)) {
      TimeUnit.MILLISECONDS.sleep(50);
      answer = JSON.readTree(sent(ADMIN_TOKEN, "GET", path).body());
    }
    assertThat(enough.test(answer)).as("enough in %s", answer).isTrue();
    return answer;
  }
}
