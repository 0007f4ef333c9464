package io.kouxin.bot.walk;

import static io.kouxin.bot.walk.Doors.CARDS;
import static io.kouxin.bot.walk.Doors.EVENTS;
import static io.kouxin.bot.walk.Doors.ROBOT;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.kouxin.integrations.dingtalk.emulator.Delivery;
import io.kouxin.integrations.dingtalk.emulator.Event;
import io.kouxin.integrations.dingtalk.emulator.Manner;
import io.kouxin.integrations.dingtalk.emulator.Manner.Tampering;
import io.kouxin.integrations.dingtalk.emulator.Said;
import io.kouxin.integrations.dingtalk.emulator.SentMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should bring to the three doors of DingTalk, and what they say to that. */
class DingTalkBadInputTest {
  private static final String REP = "EmmaDoors";

  @TempDir private static Path home;
  private static Company company;
  private static ServiceProcess service;
  private static ServiceClient client;
  private static DingTalkLetters letters;
  private static Doors doors;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    company = Company.knocking();
    int port = freePort();
    service =
        ServiceProcess.start(
            home,
            company.settings(
                Map.of(
                    "SERVER_PORT",
                    String.valueOf(port),
                    "KOUXIN_DINGTALK_CARDTEMPLATE",
                    Company.TEMPLATE,
                    "KOUXIN_DINGTALK_CARDCALLBACKURL",
                    "http://127.0.0.1:" + port + CARDS)));
    client = service.client();
    letters = new DingTalkLetters(company);
    doors = new Doors(client, letters);
    company.reaches(client);
    company.employ(client, REP, "en");
    Corp.sellTo(client, List.of(StreamLine.CUSTOMER));
    String register = "/v1.0/card/callbacks/register";
    Await.until("registered", Corp.PATIENCE, () -> company.emulator().calls(register) > 0);
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  /** Nothing of all this broke or lost anything: the next good message is answered as ever. */
  @AfterAll
  static void goes_on() throws InterruptedException, IOException {
    try {
      company.says(Said.text(REP, "find afterwards"));
      company.awaitSaid(REP, "“afterwards”");
      assertThat(company.timesSaid(REP, "unkept")).isZero();
      assertThat(client.get("/actuator/health").status()).isEqualTo(200);
      assertThat(client.items("/api/v1/dead-letters")).isEmpty();
      assertThat(service.said()).doesNotContain("OutOfMemory", "StackOverflow");
    } finally {
      service.close();
      company.close();
    }
  }

  @ParameterizedTest
  @CsvSource({"SIGNATURE, 403", "OLD, 403", "GARBAGE, 400"})
  void a_message_that_is_not_dingtalks_or_old_or_broken_is_refused(Tampering how, int status) {
    Delivery delivery = company.emulator().say(Said.text(REP, "find unkept"), Manner.tampered(how));
    assertThat(delivery.attempts()).allMatch(attempt -> attempt.status() == status);
    assertThat(delivery.attempts()).allMatch(attempt -> attempt.body().isEmpty());
  }

  @ParameterizedTest
  @CsvSource({"SIGNATURE, 403", "OLD, 403", "CIPHERTEXT, 403", "OWNER, 403", "GARBAGE, 400"})
  void an_event_that_is_not_dingtalks_or_not_ours_or_old_is_refused(Tampering how, int status) {
    Delivery delivery =
        company.emulator().happen(new Event("user_leave_org", whom(REP)), Manner.tampered(how));
    assertThat(delivery.attempts()).allMatch(attempt -> attempt.status() == status);
  }

  private static JsonObject whom(String user) {
    JsonObject fields = new JsonObject();
    fields.addProperty("UserId", user);
    return fields;
  }

  @Test
  void what_is_signed_in_the_future_is_refused() throws IOException {
    company.emulator().advance(Duration.ofHours(2));
    Map<String, String> early = letters.signed();
    Map<String, String> earlyTap = letters.signedForCards();
    company.emulator().advance(Duration.ofHours(-2));
    assertThat(doors.post(ROBOT, early, letters.text(REP, "find unkept").toString()))
        .isEqualTo(403);
    assertThat(doors.post(CARDS, earlyTap, "{}")).isEqualTo(403);
  }

  @Test
  void the_address_of_events_is_answered_when_it_is_checked() {
    assertThat(company.emulator().checkUrl()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "timestamp, '', 400",
    "timestamp, soon, 400",
    "timestamp, 99999999999999999999, 400",
    "timestamp, -1, 400",
    "sign, '', 400",
    "sign, AAAA, 403",
    "sign, %E4%BD%A0, 403"
  })
  void a_header_that_is_missing_or_odd_is_refused(String name, String value, int status)
      throws IOException {
    Map<String, String> headers = new HashMap<>(letters.signed());
    headers.remove(name);
    if (!value.isEmpty()) {
      headers.put(name, value);
    }
    assertThat(doors.post(ROBOT, headers, letters.text(REP, "find unkept").toString()))
        .isEqualTo(status);
    Map<String, String> card = new HashMap<>();
    headers.forEach((key, held) -> card.put(cardHeader(key), held));
    assertThat(doors.post(CARDS, card, "{}")).isIn(400, 403);
  }

  private static String cardHeader(String name) {
    return name.equals("sign") ? "x-ddpaas-signature" : "x-ddpaas-signature-timestamp";
  }

  @Test
  void the_robots_signature_opens_no_other_door() throws IOException {
    Map<String, String> robots = letters.signed();
    Map<String, String> cards = new HashMap<>();
    robots.forEach((name, value) -> cards.put(cardHeader(name), value));
    assertThat(doors.post(CARDS, cards, "{}")).isEqualTo(403);
    assertThat(doors.post(EVENTS, robots, letters.text(REP, "find unkept").toString()))
        .isEqualTo(400);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("io.kouxin.bot.walk.DingTalkLetters#noObjects")
  void what_is_no_message_is_refused_at_each_door(String name, String body) throws IOException {
    assertThat(doors.robot(body)).isEqualTo(400);
    assertThat(doors.post(CARDS, letters.signedForCards(), body)).isEqualTo(400);
    String signed = EVENTS + "?msg_signature=a&timestamp=1700000000000&nonce=n";
    assertThat(doors.post(signed, Map.of(), body)).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "?timestamp=1&nonce=n",
        "?msg_signature=a&nonce=n",
        "?msg_signature=a&timestamp=1",
        "?msg_signature=a&timestamp=soon&nonce=n"
      })
  void an_event_without_its_parameters_is_refused(String query) throws IOException {
    assertThat(doors.post(EVENTS + query, Map.of(), "{\"encrypt\":\"AAAA\"}")).isEqualTo(400);
  }

  @Test
  void a_sealed_event_that_nobody_signed_is_refused() throws IOException {
    String query = "?msg_signature=a&timestamp=1700000000000&nonce=n";
    assertThat(doors.post(EVENTS + query, Map.of(), "{\"encrypt\":\"AAAA\"}")).isEqualTo(403);
  }

  @ParameterizedTest
  @CsvSource({"msgId, 400", "senderStaffId, 403"})
  void a_message_without_id_or_sender_is_refused(String field, int status) throws IOException {
    JsonObject message = letters.text(REP, "find unkept");
    assertThat(doors.robot(DingTalkLetters.without(message, field).toString())).isEqualTo(status);
    message.add(field, new JsonObject());
    assertThat(doors.robot(message.toString())).isEqualTo(status);
  }

  @Test
  void a_message_to_another_robot_is_refused() throws IOException {
    JsonObject message = letters.text(REP, "find unkept");
    message.addProperty("robotCode", "dingelsewhere");
    assertThat(doors.robot(message.toString())).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(strings = {"text/plain", "application/x-www-form-urlencoded", "image/png", ""})
  void no_content_type_keeps_a_message_out(String type) throws IOException {
    String word = "type" + type.replaceAll("[^a-z]", "");
    Map<String, String> headers = new HashMap<>(letters.signed());
    if (!type.isEmpty()) {
      headers.put("Content-Type", type);
    }
    assertThat(doors.post(ROBOT, headers, letters.text(REP, "find " + word).toString()))
        .isEqualTo(200);
    company.awaitSaid(REP, "“" + word + "”");
  }

  @Test
  void a_kind_that_nobody_knows_and_one_kept_back_are_answered() throws IOException {
    company.employ(client, "EmmaOdd", "en");
    JsonObject message = letters.text("EmmaOdd", "");
    message.addProperty("msgtype", "hologram");
    assertThat(doors.robot(message.toString())).isEqualTo(200);
    company.awaitSaid("EmmaOdd", "Saved as it is");
    JsonObject withheld = DingTalkLetters.without(letters.text("EmmaOdd", ""), "text");
    withheld.addProperty("errorCode", "20001");
    assertThat(doors.robot(withheld.toString())).isEqualTo(200);
    company.awaitSaid("EmmaOdd", "did not come through");
  }

  @Test
  void what_comes_three_times_is_answered_once_and_another_body_does_not_count()
      throws IOException {
    Delivery delivery =
        company.emulator().say(Said.text(REP, "find replayed"), Manner.redelivered(2));
    assertThat(delivery.attempts()).hasSize(3).allMatch(attempt -> attempt.status() == 200);
    JsonObject message = letters.text(REP, "find earlier");
    assertThat(doors.robot(message.toString())).isEqualTo(200);
    message.getAsJsonObject("text").addProperty("content", "find unkept later");
    assertThat(doors.robot(message.toString())).isEqualTo(200);
    company.awaitSaid(REP, "“earlier”");
    assertThat(company.timesSaid(REP, "“replayed”")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"org_moon_landing", "", "user_add_org"})
  void an_event_that_says_little_is_taken(String type) {
    Delivery delivery =
        company.emulator().happen(new Event(type, new JsonObject()), Manner.redelivered(1));
    assertThat(delivery.attempts()).hasSize(2).allMatch(Delivery.Attempt::accepted);
  }

  @ParameterizedTest
  @CsvSource({"GET, 405", "HEAD, 405", "PUT, 405", "DELETE, 405"})
  void what_dingtalk_never_does_is_answered_with_a_status(String method, int status)
      throws IOException {
    for (String door : List.of(ROBOT, EVENTS, CARDS)) {
      HttpRequest.Builder request =
          doors.to(door, Map.of()).method(method, BodyPublishers.noBody());
      assertThat(ServiceClient.send(request).status()).as(door).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ROBOT, EVENTS, CARDS})
  void chunks_without_end_are_refused(String door) throws IOException {
    var body = BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[600 << 10]));
    assertThat(ServiceClient.send(doors.to(door, letters.signed()).POST(body)).status())
        .isEqualTo(413);
  }

  @ParameterizedTest
  @ValueSource(strings = {ROBOT, EVENTS, CARDS})
  void ten_megabytes_are_refused_before_they_are_read(String door) throws IOException {
    try (var socket = new Socket(client.home().getHost(), client.home().getPort())) {
      socket.setSoTimeout(30_000);
      var out = socket.getOutputStream();
      String head = "POST %s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n";
      out.write(head.formatted(door, 10 << 20).getBytes(US_ASCII));
      out.write(new byte[600 << 10]);
      out.flush();
      byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
      assertThat(new String(answer, US_ASCII)).isEqualTo("HTTP/1.1 413");
    }
  }

  private static SentMessage draft(String rep) throws IOException {
    company.employ(client, rep, "zh");
    company.says(Said.text(rep, "刚去" + StreamLine.CUSTOMER + "，下周三下午三点再去"));
    return company.awaitSaid(rep, StreamLine.CUSTOMER, "没问题");
  }

  @ParameterizedTest
  @EnumSource(
      value = Tampering.class,
      names = {"SIGNATURE", "OLD", "GARBAGE"})
  void a_tap_that_is_not_dingtalks_or_old_or_broken_is_refused(Tampering how) throws IOException {
    SentMessage card = draft("Tampered" + how);
    Delivery tap =
        company.emulator().tapButton(card.id(), "Tampered" + how, "没问题", Manner.tampered(how));
    int expected = how == Tampering.GARBAGE ? 400 : 403;
    assertThat(tap.attempts()).allMatch(attempt -> attempt.status() == expected);
    assertThat(record("tampered" + how, "status")).isEqualTo("draft");
  }

  @Test
  void taps_that_nobody_can_make_do_nothing_and_a_good_one_confirms_once() throws IOException {
    SentMessage card = draft("WuDoor");
    assertThat(card.content().kind()).as("the door for cards is known").isEqualTo("card");
    String ok = DingTalkLetters.pressed(company.emulator().buttons(card.id()).get("没问题"));
    JsonObject good = letters.tap("WuDoor", card.id(), ok);
    assertThat(doors.tapped(DingTalkLetters.without(good, "userId"))).isEqualTo(400);
    assertThat(doors.tapped(DingTalkLetters.without(good, "outTrackId"))).isEqualTo(400);
    for (JsonObject odd :
        List.of(
            letters.tap("WuDoor", card.id(), DingTalkLetters.pressed("no-such-action")),
            letters.tap("WuDoor", card.id(), DingTalkLetters.pressed("x".repeat(50_000))),
            letters.tap("WuDoor", card.id(), "no JSON"),
            letters.tap("WuDoor", "never-made", ok),
            letters.tap(REP, card.id(), ok))) {
      assertThat(doors.tapped(odd)).isEqualTo(200);
    }
    company.says(Said.text("WuDoor", "查 没有这家"));
    company.awaitSaid("WuDoor", "没有这家");
    assertThat(record("wudoor", "status")).isEqualTo("draft");
    Delivery tap = company.emulator().tapButton(card.id(), "WuDoor", "没问题", Manner.redelivered(2));
    assertThat(tap.attempts()).hasSize(3).allMatch(attempt -> attempt.status() == 200);
    Await.until("confirmed", Corp.PATIENCE, () -> record("wudoor", "status").equals("confirmed"));
    assertThat(record("wudoor", "revision")).isEqualTo("1");
    Await.until(
        "the new face", Corp.PATIENCE, () -> company.emulator().buttons(card.id()).isEmpty());
  }

  private static String record(String rep, String field) throws IOException {
    String id = rep.toLowerCase(Locale.ROOT);
    return client.followUps(id).getLast().path(field).asString("");
  }
}
