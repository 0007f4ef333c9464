package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.channel.Checkup.Symptom;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.channel.Webhook;
import io.kouxin.integrations.wecom.emulator.Fault;
import io.kouxin.integrations.wecom.emulator.Faults;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each thing that keeps an application from working, found and named. */
class WeComCheckupTest {
  private static final String AGENT = "/cgi-bin/agent/get";
  private final Office office = new Office();
  private final Checkup checkup = checkup(office.api, Optional.empty());

  @AfterEach
  void close() {
    office.close();
  }

  private Checkup checkup(WeComApi api, Optional<URI> callback) {
    return new WeComCheckup(api, reception(office.emulator.keys().token()), callback, clock());
  }

  private Reception reception(String token) {
    return new Reception(
        office.emulator.app().corpId(),
        String.valueOf(office.emulator.app().agentId()),
        token,
        office.emulator.keys().aesKey());
  }

  private static Clock clock() {
    return Clock.systemUTC();
  }

  private static Symptom about(String what, Checkup checkup) {
    return checkup.look().stream().filter(s -> s.about().equals(what)).findFirst().orElseThrow();
  }

  private static Outbound.Push card() {
    Card card =
        Card.of("试一下", "点一下就行")
            .withButtons(List.of(new Card.Button("seen", "看到了", Card.Style.PRIMARY)));
    return new Outbound.Push("doctor:1", Optional.of(card), "试一下");
  }

  @Test
  void an_application_that_works_is_called_by_its_name() {
    assertThat(about("access", checkup))
        .isEqualTo(new Symptom("access", "access-ok", State.OK, Map.of("app", "口信")));
    assertThat(about("clock", checkup).state()).isEqualTo(State.OK);
  }

  @Test
  void the_visible_range_and_the_directory_are_told_in_figures() {
    assertThat(about("range", checkup))
        .isEqualTo(
            new Symptom(
                "range", "range-people", State.OK, Map.of("people", "4", "departments", "0")));
    assertThat(about("contacts", checkup))
        .isEqualTo(new Symptom("contacts", "contacts-ok", State.OK, Map.of("departments", "2")));
  }

  @ParameterizedTest
  @CsvSource({
    "60011, contacts-hidden, WARNING",
    "48002, contacts-hidden, WARNING",
    "60123, contacts-hidden, WARNING",
    "60020, trusted-ip, BROKEN",
    "-1, busy, WARNING"
  })
  void a_directory_that_is_hidden_is_named(int code, String key, State state) {
    office.emulator.faults().set(Office.DEPARTMENTS, new Fault.Code(code), Faults.ALWAYS);
    Symptom found = about("contacts", checkup);
    assertThat(found.key()).isEqualTo(key);
    assertThat(found.state()).isEqualTo(state);
    assertThat(found.details()).containsEntry("code", String.valueOf(code));
  }

  @Test
  void a_wrong_secret_is_named() {
    try (WeComApi api = office.api("another")) {
      assertThat(about("access", checkup(api, Optional.empty())).key()).isEqualTo("secret");
    }
  }

  @Test
  void another_corporation_and_another_application_are_named() {
    var app = office.emulator.app();
    URI base = URI.create(office.emulator.baseUrl());
    try (var api =
            new WeComApi(new WeComAccess("wwother", app.agentId(), app.secret(), base), clock());
        var other = new WeComApi(new WeComAccess(app.corpId(), 7, app.secret(), base), clock())) {
      assertThat(about("access", checkup(api, Optional.empty())).key()).isEqualTo("corp-id");
      assertThat(about("access", checkup(other, Optional.empty())).key()).isEqualTo("agent-id");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "60020, trusted-ip, BROKEN",
    "48002, api-permission, BROKEN",
    "301002, app-permission, BROKEN",
    "50003, app-disabled, BROKEN",
    "41004, secret, BROKEN",
    "45009, busy, WARNING",
    "99999, other, BROKEN"
  })
  void what_wecom_minds_is_named(int code, String key, State state) {
    office.emulator.faults().set(AGENT, new Fault.Code(code), Faults.ALWAYS);
    Symptom found = about("access", checkup);
    assertThat(found.key()).isEqualTo(key);
    assertThat(found.state()).isEqualTo(state);
    assertThat(found.details()).containsEntry("code", String.valueOf(code));
  }

  @Test
  void the_address_that_wecom_does_not_trust_is_said() {
    office.emulator.faults().set(AGENT, new Fault.Code(60020), 1);
    assertThat(about("access", checkup).details()).containsEntry("address", "127.0.0.1");
    assertThat(Readings.symptom("access", 60020, "…, from ip: 2001:db8::7, more").details())
        .containsEntry("address", "2001:db8::7");
  }

  @Test
  void an_application_that_nobody_may_see_is_named() {
    for (String user : List.of("ZhangSan", "lisi", "WangWu", "ZhaoLiu")) {
      office.emulator.people().remove(user);
    }
    assertThat(about("access", checkup).key()).isEqualTo("range-empty");
  }

  @Test
  void a_network_without_wecom_is_told_from_one_that_answers_in_its_place() {
    try (WeComApi nowhere = office.apiAt("http://127.0.0.1:1")) {
      Checkup alone = checkup(nowhere, Optional.empty());
      assertThat(about("access", alone).key()).isEqualTo("unreachable");
      assertThat(alone.look()).as("no time where nobody answers").hasSize(1);
    }
    office.emulator.faults().set(AGENT, new Fault.Status(502), 1);
    assertThat(about("access", checkup).key()).isEqualTo("not-wecom");
  }

  @ParameterizedTest
  @CsvSource({"50, OK", "90, WARNING", "420, BROKEN"})
  void a_clock_that_differs_from_wecom_s_is_noticed(int seconds, State state) {
    office.emulator.advance(Duration.ofSeconds(seconds));
    assertThat(about("clock", checkup).state()).isEqualTo(state);
  }

  @Test
  void a_card_is_really_sent_and_arrives() {
    assertThat(checkup.send("zhangsan", card()).key()).isEqualTo("card-ok");
    assertThat(office.emulator.sent().getLast().content().type()).isEqualTo("template_card");
  }

  @Test
  void what_keeps_a_card_from_arriving_is_named() {
    assertThat(checkup.send("nobody", card()).key()).isEqualTo("card-nobody");
    office.emulator.faults().set(Office.SEND, new Fault.Code(43012), 1);
    assertThat(checkup.send("zhangsan", card()).key()).isEqualTo("no-callback");
    office.emulator.faults().set(Office.SEND, new Fault.Down(), Faults.ALWAYS);
    assertThat(checkup.send("zhangsan", card()).key()).isEqualTo("unreachable");
  }

  @Test
  void what_the_log_says_is_understood_again() {
    String waiting = Answers.reason(43012, "require agent with callback url");
    assertThat(checkup.reading(waiting).orElseThrow().key()).isEqualTo("no-callback");
    for (Refusal refusal : Refusal.values()) {
      String said = new RefusedException(refusal, "x").answer().reason();
      assertThat(checkup.reading(said).orElseThrow().key()).startsWith("door-");
    }
    assertThat(checkup.reading("The file has too many bytes")).isEmpty();
  }

  /** The words under which an answer is kept in the outbox. */
  private static final class Answers {
    static String reason(int code, String message) {
      var answer = new Answer(code, message, new com.google.gson.JsonObject());
      return String.valueOf(answer.exception().getMessage());
    }
  }

  private Symptom asked(Function<Map<String, String>, Webhook.Answer> door) throws IOException {
    var loopback = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(loopback, 0);
    var agent = new AtomicReference<>("");
    server.createContext(
        "/callbacks/wecom",
        exchange -> {
          agent.set(exchange.getRequestHeaders().getFirst("User-Agent"));
          Webhook.Answer answer = door.apply(query(exchange.getRequestURI()));
          byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
    try {
      String address = "http://127.0.0.1:" + server.getAddress().getPort() + "/callbacks/wecom";
      Symptom found = about("callback", checkup(office.api, Optional.of(URI.create(address))));
      assertThat(agent).hasValue(Checkup.USER_AGENT);
      return found;
    } finally {
      server.stop(0);
    }
  }

  private static Map<String, String> query(URI address) {
    return Arrays.stream(address.getRawQuery().split("&"))
        .map(pair -> pair.split("=", 2))
        .collect(
            Collectors.toMap(
                pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
  }

  private WeComDoor door(String token) {
    return new WeComDoor(reception(token), message -> {}, clock());
  }

  @Test
  void our_own_door_is_asked_as_wecom_asks_it() throws IOException {
    WeComDoor door = door(office.emulator.keys().token());
    Symptom found = asked(door::verify);
    assertThat(found.key()).isEqualTo("callback-ok");
    assertThat(found.details().get("address")).endsWith("/callbacks/wecom");
  }

  @Test
  void a_door_with_another_token_and_one_that_is_not_ours_are_told_apart() throws IOException {
    assertThat(asked(door("another")::verify).key()).isEqualTo("callback-refused");
    Symptom login = asked(query -> Webhook.Answer.of("text/html", "<html>log in</html>"));
    assertThat(login.key()).isEqualTo("callback-foreign");
    assertThat(login.details()).containsEntry("status", "200");
  }

  @Test
  void a_door_that_nobody_reaches_is_named() {
    Checkup lost = checkup(office.api, Optional.of(URI.create("http://127.0.0.1:1/x")));
    assertThat(about("callback", lost).key()).isEqualTo("callback-unreachable");
  }
}
