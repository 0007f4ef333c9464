package io.kouxin.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The public API against the whole service: what integrators call. */
@SpringBootTest(
    classes = ServiceApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
    properties = {"kouxin.speech.fetch=false", "kouxin.understanding.vectors=false"})
class ApiTest {
  private static final String MEMO = "刚从市一医院出来，张主任提到关节镜手术后患者投诉疼痛管理不到位，比迈瑞贵，下周三下午三点再去";
  private static final JsonMapper JSON = new JsonMapper();
  private final HttpClient http = HttpClient.newHttpClient();

  @LocalServerPort private int port;
  @Autowired private KouxinSettings settings;

  @DynamicPropertySource
  static void home(DynamicPropertyRegistry registry) throws IOException {
    Path home = Files.createTempDirectory("kouxin-api");
    registry.add("kouxin.home", home::toString);
    registry.add("kouxin.admin-token", () -> "0123456789abcdef-test");
  }

  @Test
  void a_memo_said_in_the_sandbox_is_found_in_the_record() throws Exception {
    say("zhangsan", MEMO);
    JsonNode found = await("/follow-ups?rep=zhangsan&q=" + encoded("关节镜"), this::hasItems);

    JsonNode followUp = found.get("items").get(0);
    assertThat(followUp.get("rep").get("name").asString()).isEqualTo("张三");
    assertThat(followUp.get("customer").get("name").asString()).isEqualTo("华东市第一人民医院");
    assertThat(followUp.get("tags").findValuesAsString("entry"))
        .contains("postop-pain", "price-vs-competitor");
    JsonNode evidence = followUp.get("tags").get(0).get("evidence").get(0);
    assertThat(
            followUp
                .get("text")
                .asString()
                .substring(evidence.get("start").asInt(), evidence.get("end").asInt()))
        .isEqualTo(evidence.get("text").asString());
    assertThat(followUp.get("due").asString()).contains("T15:00").endsWith("+08:00");
    assertThat(followUp.get("status").asString()).isEqualTo("draft");
    assertThat(followUp.get("source").get("kind").asString()).isEqualTo("text");
    JsonNode reminders = await("/reminders?rep=zhangsan&state=waiting", this::hasItems);
    assertThat(reminders.get("items").get(0).get("action").asString()).isEqualTo("再去");
    changes_need_a_reason_and_make_revisions(followUp.get("id").asString());
  }

  private void changes_need_a_reason_and_make_revisions(String id) throws Exception {
    String path = "/follow-ups/" + id;
    assertThat(send("PATCH", path, "{\"nextAction\":\"寄样品\"}").statusCode()).isEqualTo(400);
    assertThat(send("PATCH", path, "{\"reason\":\"看过\"}").statusCode()).isEqualTo(400);
    json(send("PATCH", path, "{\"reason\":\"看过\",\"status\":\"confirmed\"}"));
    JsonNode later =
        json(
            send(
                "PATCH",
                path,
                "{\"reason\":\"客户改期\",\"nextAction\":\"寄样品\",\"tags\":[\"postop-pain\"]}"));
    assertThat(later.get("revision").asInt()).isGreaterThan(1);
    assertThat(later.get("nextAction").asString()).isEqualTo("寄样品");
    assertThat(later.get("tags").findValuesAsString("entry")).containsExactly("postop-pain");
    JsonNode history = json(send("GET", path + "/revisions", ""));
    assertThat(history.get("items").findValuesAsString("reason")).contains("客户改期", "看过");
    assertThat(
            send("PATCH", "/follow-ups/none", "{\"reason\":\"x\",\"status\":\"dropped\"}")
                .statusCode())
        .isEqualTo(404);
  }

  @Test
  void what_a_picture_shows_stands_with_its_follow_up() throws Exception {
    say("emma", "Met Dr Patel at Riverside Hospital about a trial, I see her again on Monday");
    await("/follow-ups?rep=emma&q=trial", this::hasItems);
    post("emma", "file\"; filename=\"door.png\"\r\nContent-Type: image/png", "a picture");
    JsonNode kept = await("/follow-ups?rep=emma&q=trial", all -> hasPicture(all));
    assertThat(picture(kept).get("kind").asString()).isEqualTo("picture");
    assertThat(picture(kept).get("shows").isNull()).as("nobody said yet").isTrue();

    say("emma", "name card");
    JsonNode said =
        await("/follow-ups?rep=emma&q=trial", all -> !picture(all).get("shows").isNull());
    assertThat(picture(said).get("shows").asString()).isEqualTo("card");
    assertThat(picture(said).get("media")).isEqualTo(picture(kept).get("media"));
    JsonNode described = described("AttachmentJson").get("shows");
    assertThat(described.get("description").asString()).contains("what a picture shows");
    assertThat(described.get("enum").toString()).isEqualTo("[\"card\",\"paper\",\"scene\"]");
  }

  private static boolean hasPicture(JsonNode all) {
    return !all.get("items").get(0).get("attachments").isEmpty();
  }

  private static JsonNode picture(JsonNode all) {
    return all.get("items").get(0).get("attachments").get(0);
  }

  private JsonNode described(String type) throws Exception {
    var address = URI.create("http://127.0.0.1:" + port + "/v3/api-docs");
    HttpRequest request =
        HttpRequest.newBuilder(address)
            .header("Authorization", "Bearer " + settings.adminToken())
            .build();
    JsonNode api = json(http.send(request, HttpResponse.BodyHandlers.ofString()));
    return api.get("components").get("schemas").get(type).get("properties");
  }

  @Test
  void an_edit_of_the_library_is_live_within_a_second_or_so() throws Exception {
    String entry =
        "{\"id\":\"api-test-need\",\"kind\":\"need\",\"label\":\"要会飞的车\",\"phrases\":[\"想要一辆会飞的车\",\"会飞的汽车\"]}";
    assertThat(send("POST", "/library/entries", entry).statusCode()).isEqualTo(201);
    assertThat(send("POST", "/library/entries", entry).statusCode()).isEqualTo(409);
    Instant edited = Instant.now();
    String question = "{\"text\":\"客户说他想要一辆会飞的车\"}";
    Predicate<JsonNode> tagged =
        a -> a.get("tags").findValuesAsString("entry").contains("api-test-need");
    await(() -> json(send("POST", "/tag", question)), tagged);
    String why = question.replace("}", ",\"entry\":\"api-test-need\"}");
    JsonNode because = json(send("POST", "/tag/why", why));
    assertThat(because.get("outcome").asString()).isEqualTo("tagged");
    assertThat(because.get("reasons").get(0).get("phrase").asString()).contains("会飞的");
    System.out.println(
        "library edit live after " + Duration.between(edited, Instant.now()).toMillis() + " ms");
    assertThat(send("DELETE", "/library/entries/api-test-need", "").statusCode()).isEqualTo(204);
    assertThat(send("GET", "/library/entries/api-test-need", "").statusCode()).isEqualTo(404);
  }

  @Test
  void tagging_writes_nothing_and_refuses_what_it_cannot_read() throws Exception {
    JsonNode answer =
        json(
            send(
                "POST",
                "/tag",
                "{\"text\":\"" + MEMO + "\",\"now\":\"2026-03-04T10:30:00+08:00\"}"));
    assertThat(answer.get("due").asString()).isEqualTo("2026-03-11T15:00:00+08:00");
    assertThat(answer.get("people").findValuesAsString("name")).contains("张主任");
    assertThat(send("POST", "/tag", "{\"text\":\"\"}").statusCode()).isEqualTo(400);
    assertThat(send("POST", "/tag", "{not json").statusCode()).isEqualTo(400);
    assertThat(send("POST", "/tag", "{\"text\":\"x\",\"now\":\"yesterday\"}").statusCode())
        .isEqualTo(400);
  }

  @Test
  void customers_are_found_by_what_people_call_them() throws Exception {
    JsonNode found = json(send("GET", "/customers?q=" + encoded("市一"), ""));
    String id = found.get("items").get(0).get("id").asString();
    assertThat(found.get("items").get(0).get("name").asString()).isEqualTo("华东市第一人民医院");
    assertThat(send("GET", "/customers/" + id + "/timeline", "").statusCode()).isEqualTo(200);
    assertThat(send("POST", "/customers", "{\"name\":\" \"}").statusCode()).isEqualTo(400);
    assertThat(send("GET", "/customers/none", "").statusCode()).isEqualTo(404);
  }

  @Test
  void lists_go_on_where_the_page_before_ended() throws Exception {
    JsonNode first = json(send("GET", "/customers?limit=5", ""));
    JsonNode second =
        json(send("GET", "/customers?limit=5&after=" + first.get("next").asString(), ""));
    assertThat(first.get("items")).hasSize(5);
    assertThat(second.get("items").findValuesAsString("id"))
        .doesNotContainAnyElementsOf(first.get("items").findValuesAsString("id"));
    assertThat(send("GET", "/customers?limit=0", "").statusCode()).isEqualTo(400);
    assertThat(send("GET", "/customers?after=%21", "").statusCode()).isEqualTo(400);
  }

  @Test
  void the_sandbox_offers_reps_then_managers_then_administrators() throws Exception {
    JsonNode people = json(send("GET", "/sandbox/people", "")).get("items");
    assertThat(people.findValuesAsString("role").stream().distinct())
        .containsExactly("rep", "manager", "admin");
  }

  @Test
  void a_stranger_gets_nothing() throws Exception {
    for (String path :
        new String[] {"/follow-ups", "/outbox", "/people", "/dead-letters", "/alerts"}) {
      HttpRequest request = HttpRequest.newBuilder(integrator().uri(path)).build();
      HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(answer.statusCode()).as(path).isEqualTo(401);
      assertThat(answer.headers().firstValue("content-type").orElse(""))
          .contains("application/problem+json");
      assertThat(send("GET", path, "").statusCode()).as(path).isEqualTo(200);
    }
  }

  @Test
  void whoever_is_added_has_the_notes_of_before_worked_on() throws Exception {
    assertThat(send("PUT", "/people/lili", "{\"name\":\"\"}").statusCode()).isEqualTo(400);
    String person =
        "{\"name\":\"李莉\",\"role\":\"rep\",\"language\":\"zh\",\"team\":\"华东一组\",\"leader\":\"chenmin\","
            + "\"accounts\":[{\"channel\":\"sandbox\",\"account\":\"lili\"}]}";
    assertThat(json(send("PUT", "/people/lili", person)).get("name").asString()).isEqualTo("李莉");
    say("lili", "下周五去博宁骨科医院");
    await("/follow-ups?rep=lili", this::hasItems);
  }

  @Test
  void saving_somebody_takes_no_account_from_anybody_else() throws Exception {
    assertThat(send("PUT", "/people/taker", person("sandbox", "chenmin")).statusCode())
        .isEqualTo(409);
    assertThat(send("GET", "/people/taker", "").statusCode()).isEqualTo(404);
    assertThat(send("GET", "/people/chenmin", "").body()).contains("\"account\":\"chenmin\"");
    String holes = "{\"name\":\"x\",\"role\":\"rep\",\"accounts\":[null]}";
    assertThat(send("PUT", "/people/taker", holes).statusCode()).isEqualTo(400);
    assertThat(send("PUT", "/people/taker", person("", "x")).statusCode()).isEqualTo(400);
    assertThat(send("PUT", "/people/taker", person("dingtalk", "d-1")).statusCode()).isEqualTo(200);
    assertThat(send("PUT", "/people/taker", person("dingtalk", "d-1")).statusCode()).isEqualTo(200);
  }

  @Test
  void an_administrator_helps_somebody_in_with_a_link() throws Exception {
    var made = send("POST", "/people/chenmin/sign-in-links", "");
    assertThat(made.statusCode()).isEqualTo(201);
    assertThat(made.headers().firstValue("Cache-Control")).hasValue("no-store");
    assertThat(made.body()).matches(".*http://[^/]+/login/ticket\\?ticket=[\\w-]{43}\"}");
    assertThat(send("POST", "/people/nobody/sign-in-links", "").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"administrator", "Administrator", "token:1", "a%20b", "x%0Ay", "a%3Ab"})
  void an_id_that_means_something_else_is_nobodys(String id) throws Exception {
    var answer = send("PUT", "/people/" + id, person("wecom", "id-x"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
  }

  private static String person(String channel, String account) {
    return "{\"name\":\"x\",\"role\":\"rep\",\"accounts\":[{\"channel\":\"%s\",\"account\":\"%s\"}]}"
        .formatted(channel, account);
  }

  @Test
  void nothing_to_retry_is_said() throws Exception {
    assertThat(send("POST", "/outbox/none/retry", "").statusCode()).isEqualTo(404);
    assertThat(send("POST", "/dead-letters/none/retry", "").statusCode()).isEqualTo(404);
    assertThat(send("GET", "/outbox?state=sleeping", "").statusCode()).isEqualTo(400);
  }

  @Test
  void what_was_said_wrongly_disappears_from_the_chat_once() throws Exception {
    say("zhangsan", "下周五去博宁骨科医院");
    String chat = "/sandbox/messages?rep=zhangsan";
    JsonNode sent = await("/outbox?state=sent", list -> said(list).isPresent());
    JsonNode said = said(sent).orElseThrow();
    String recall = "/outbox/" + said.get("id").asString() + "/recall";
    String tooLong = "{\"text\":\"" + "长".repeat(201) + "\"}";
    assertThat(send("POST", recall, tooLong).statusCode()).isEqualTo(400);
    assertThat(send("POST", recall, "{}").statusCode()).isEqualTo(202);
    assertThat(send("POST", recall, "{}").statusCode()).isEqualTo(409);
    assertThat(send("POST", "/outbox/none/recall", "{}").statusCode()).isEqualTo(404);
    await("/outbox?state=recalled", this::hasItems);
    assertThat(send("GET", chat, "").body()).doesNotContain(said.get("id").asString());
  }

  private static Optional<JsonNode> said(JsonNode list) {
    return list.get("items")
        .valueStream()
        .filter(item -> item.get("way").asString().equals("chat"))
        .findFirst();
  }

  @Test
  void a_group_of_a_platform_that_is_not_connected_is_refused() throws Exception {
    String robot = "{\"platform\":\"wecom\",\"address\":\"https://x.example/?key=0123456789\"}";
    var answer = send("PUT", "/teams/one/group", robot);
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("platform").doesNotContain("0123456789");
    assertThat(json(send("GET", "/teams/groups", "")).get("items").isEmpty()).isTrue();
    assertThat(send("DELETE", "/teams/one/group", "").statusCode()).isEqualTo(404);
  }

  private boolean hasItems(JsonNode list) {
    return !list.get("items").isEmpty();
  }

  private interface Ask {
    JsonNode get() throws Exception;
  }

  private JsonNode await(String path, Predicate<JsonNode> enough) throws Exception {
    return await(() -> json(send("GET", path, "")), enough);
  }

  /** Asks again until the answer is enough: the service works on it in its own threads. */
  private static JsonNode await(Ask ask, Predicate<JsonNode> enough) throws Exception {
    Instant end = Instant.now().plusSeconds(30);
    JsonNode answer = ask.get();
    while (!enough.test(answer) && Instant.now().isBefore(end)) {
      java.util.concurrent.TimeUnit.MILLISECONDS.sleep(50);
      answer = ask.get();
    }
    assertThat(enough.test(answer)).as("enough in %s", answer).isTrue();
    return answer;
  }

  private void say(String rep, String text) throws Exception {
    post(rep, "text\"", text);
  }

  private void post(String rep, String part, String content) throws Exception {
    integrator().post(rep, part, content);
  }

  private HttpResponse<String> send(String method, String path, String body) throws Exception {
    return integrator().send(method, path, body);
  }

  private Integrator integrator() {
    return new Integrator(port, settings.adminToken());
  }

  private static JsonNode json(HttpResponse<String> answer) {
    assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
    return JSON.readTree(answer.body());
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
