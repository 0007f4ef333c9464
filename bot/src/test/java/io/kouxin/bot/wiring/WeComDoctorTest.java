package io.kouxin.bot.wiring;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.people.People;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.people.Person.Role;
import io.kouxin.integrations.wecom.emulator.EmulatorConfig;
import io.kouxin.integrations.wecom.emulator.Fault;
import io.kouxin.integrations.wecom.emulator.Happening;
import io.kouxin.integrations.wecom.emulator.Manner;
import io.kouxin.integrations.wecom.emulator.WeComEmulator;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole service beside a WeCom: what its administrator sees while connecting it. */
@SpringBootTest(
    classes = ServiceApplication.class,
    webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
    properties = {"kouxin.speech.fetch=false", "kouxin.understanding.vectors=false"})
class WeComDoctorTest {
  private static final String TOKEN = "0123456789abcdef-test";
  private static final JsonMapper JSON = new JsonMapper();
  private static final int PORT = freePort();
  private static final String CALLBACK = "http://127.0.0.1:" + PORT + "/callbacks/wecom";
  private static final WeComEmulator WECOM =
      WeComEmulator.start(EmulatorConfig.random().callingBack(URI.create(CALLBACK)));
  private static final Path HOME = folder();

  private final HttpClient http = HttpClient.newHttpClient();
  private final StringWriter out = new StringWriter();
  @Autowired private People people;

  @DynamicPropertySource
  static void settings(DynamicPropertyRegistry registry) {
    registry.add("server.port", () -> PORT);
    registry.add("kouxin.home", HOME::toString);
    registry.add("kouxin.admin-token", () -> TOKEN);
    registry.add("kouxin.wecom.corp-id", WECOM.app()::corpId);
    registry.add("kouxin.wecom.agent-id", WECOM.app()::agentId);
    registry.add("kouxin.wecom.secret", WECOM.app()::secret);
    registry.add("kouxin.wecom.token", WECOM.keys()::token);
    registry.add("kouxin.wecom.aes-key", WECOM.keys()::aesKey);
    registry.add("kouxin.wecom.base-url", WECOM::baseUrl);
    registry.add("kouxin.wecom.callback-url", () -> CALLBACK);
    registry.add("kouxin.wecom.administrators", () -> " LiSi ,");
  }

  @AfterAll
  static void stop() {
    WECOM.close();
  }

  @AfterEach
  void mend() {
    WECOM.faults().clear();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("kouxin-doctor");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private JsonNode get(String path) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + PORT + path))
            .header("Authorization", "Bearer " + TOKEN)
            .build();
    HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return JSON.readTree(answer.body()).get("items");
  }

  private JsonNode item(String name) throws Exception {
    return get("/api/v1/doctor?language=zh")
        .valueStream()
        .filter(item -> item.get("name").asString().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private int command(String... args) {
    return Commands.line(
            Map.of("KOUXIN_HOME", HOME.toString(), "KOUXIN_ADMINTOKEN", TOKEN), () -> 42)
        .setOut(new PrintWriter(out, true))
        .execute(args);
  }

  @Test
  void an_administrator_of_the_settings_is_one_of_ours_with_a_name() {
    long patience = System.nanoTime() + Duration.ofSeconds(20).toNanos();
    while (!name("lisi").equals("李四") && System.nanoTime() < patience) {
      LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
    assertThat(name("lisi")).isEqualTo("李四");
    assertThat(people.behind("wecom", "lisi").orElseThrow().role()).isEqualTo(Role.ADMIN);
  }

  private String name(String account) {
    return people.behind("wecom", account).orElseThrow().name();
  }

  @Test
  void what_works_is_said_and_our_own_question_is_not_taken_for_wecom_s() throws Exception {
    for (String name : new String[] {"wecom.access", "wecom.clock", "wecom.callback", "store"}) {
      assertThat(item(name).get("state").asString()).as(name).isEqualTo("ok");
    }
    JsonNode before = get("/api/v1/callbacks").get(0).get("verified");
    item("wecom.callback");
    assertThat(get("/api/v1/callbacks").get(0).get("verified")).isEqualTo(before);
  }

  @Test
  void an_address_that_wecom_does_not_trust_is_named_with_the_menu() throws Exception {
    WECOM.faults().set("/cgi-bin/agent/get", new Fault.Code(60020), 1);
    JsonNode access = item("wecom.access");
    assertThat(access.get("state").asString()).isEqualTo("broken");
    assertThat(access.get("words").asString()).contains("127.0.0.1");
    assertThat(access.get("whatToDo").asString()).contains("企业可信IP");
  }

  @Test
  void a_person_whom_the_application_may_not_see_is_named() throws Exception {
    var gone = new Person("gone", "周游", Role.REP, Locale.CHINESE, "", Optional.empty());
    people.save(gone, List.of(new People.Account("wecom", "zhouyou")));
    assertThat(item("wecom.people").get("words").asString()).contains("周游");
  }

  @Test
  void the_line_says_who_came_and_who_was_turned_away() throws Exception {
    assertThat(WECOM.verify().right()).isTrue();
    assertThat(get("/api/v1/callbacks").get(0).get("verified").isNull()).isFalse();
    WECOM.inject(Happening.text("lisi", "帮助"));
    JsonNode door = get("/api/v1/callbacks").get(0);
    assertThat(door.get("channel").asString()).isEqualTo("wecom");
    assertThat(door.get("from").asString()).isIn("李四", "lisi");
    assertThat(door.get("received").isNull()).isFalse();
    assertThat(item("wecom.knocks").get("state").asString()).isEqualTo("ok");

    WECOM.inject(Happening.text("lisi", "帮助"), new Manner(Manner.Tampering.SIGNATURE, 0, 0));
    JsonNode refused = get("/api/v1/callbacks?language=en").get(0);
    assertThat(refused.get("why").asString()).contains("Token");
    assertThat(refused.get("whatToDo").asString()).contains("KOUXIN_WECOM_TOKEN");
    assertThat(item("wecom.knocks").get("state").asString()).isEqualTo("warning");
    assertThat(item("wecom.knocks").get("whatToDo").asString()).contains("KOUXIN_WECOM_TOKEN");
  }

  @Test
  void the_command_asks_the_service_and_really_sends_a_card() {
    int cards = WECOM.sent().size();
    assertThat(command("doctor", "--language", "en", "--send", "lisi"))
        .as("the Chinese model is not here")
        .isEqualTo(1);
    assertThat(out.toString())
        .contains(
            "✓ The service runs at http://127.0.0.1:" + PORT + "/.",
            "✓ WeCom knows us",
            "✓ The test card was sent to lisi.",
            "✗ Chinese speech: the model is missing",
            "  → Run: java -jar kouxin.jar models fetch");
    assertThat(WECOM.sent()).hasSizeGreaterThan(cards);
  }

  @Test
  void a_card_that_cannot_be_sent_says_why() {
    WECOM.faults().set("/cgi-bin/message/send", new Fault.Code(43012), 1);
    assertThat(command("doctor", "--json", "--send", "lisi")).isEqualTo(1);
    JsonNode last = JSON.readTree(out.toString()).get("items").valueStream().toList().getLast();
    assertThat(last.get("name").asString()).isEqualTo("wecom.card");
    assertThat(last.get("state").asString()).isEqualTo("broken");
    assertThat(last.get("whatToDo").asString()).contains("设置API接收");
  }
}
