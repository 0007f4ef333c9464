package io.kouxin.bot.walk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouxin.integrations.wecom.emulator.Delivery;
import io.kouxin.integrations.wecom.emulator.Fault;
import io.kouxin.integrations.wecom.emulator.Happening;
import io.kouxin.integrations.wecom.emulator.Letter;
import io.kouxin.integrations.wecom.emulator.Manner;
import io.kouxin.integrations.wecom.emulator.Manner.Tampering;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What nobody should bring to the door of WeCom, and what it says to that. */
class WeComBadInputTest {
  private static final String LAUGHS =
      "<!DOCTYPE xml [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
          + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>"
          + "<xml><Encrypt>&d;</Encrypt></xml>";
  private static final String EXTERNAL =
      "<!DOCTYPE xml [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><xml><Encrypt>&a;</Encrypt></xml>";
  private static final int LONG = 10 << 20;

  @TempDir private static Path home;
  private static Corp corp;
  private static ServiceProcess service;
  private static ServiceClient client;
  private static long lastId = 7_500_000_000_000_000_000L;

  @BeforeAll
  static void start() throws IOException {
    corp = new Corp();
    service = ServiceProcess.start(home, corp.settings(Map.of("KOUXIN_SANDBOX_ENABLED", "true")));
    client = service.client();
    corp.calls(client);
    corp.employ(client, "EmmaBad", "en");
  }

  @AfterAll
  static void stop() throws InterruptedException, IOException {
    try {
      assertThat(client.get("/actuator/health").status()).isEqualTo(200);
      assertThat(client.items("/api/v1/dead-letters")).isEmpty();
    } finally {
      service.close();
      corp.close();
    }
  }

  @Test
  void the_sandbox_may_be_open_beside_wecom() throws IOException {
    assertThat(client.say("zhangsan", "帮助").status()).isEqualTo(202);
  }

  @ParameterizedTest
  @EnumSource(
      value = Tampering.class,
      names = {"SIGNATURE", "CIPHERTEXT", "RECEIVE_ID", "OLD"})
  void what_is_not_wecoms_or_not_ours_or_old_is_refused(Tampering how) {
    Delivery delivery =
        corp.emulator().inject(Happening.text("EmmaBad", "find " + how), Manner.tampered(how));
    assertThat(delivery.attempts()).allMatch(attempt -> attempt.status() == 403);
    assertThat(delivery.attempts()).allMatch(attempt -> attempt.body().isEmpty());
  }

  @Test
  void what_is_signed_in_the_future_is_refused() throws IOException {
    corp.emulator().advance(Duration.ofHours(1));
    Letter early = letter("find future");
    corp.emulator().advance(Duration.ofHours(-1));
    assertThat(Corp.post(early)).isEqualTo(403);
  }

  @Test
  void the_very_same_request_again_is_taken_and_answered_once() {
    Delivery delivery =
        corp.emulator().inject(Happening.text("EmmaBad", "find replayed"), Manner.replayed(2));
    assertThat(delivery.attempts()).hasSize(3).allMatch(attempt -> attempt.status() == 200);
    proveSaidOnce("replayed");
  }

  @ParameterizedTest
  @ValueSource(strings = {LAUGHS, EXTERNAL, "{\"a\":1}", "", "<xml><a></xml>", "<xml></xml>"})
  void what_is_no_xml_of_wecom_is_refused_outside(String body) throws IOException {
    assertThat(Corp.post(new Letter(letter("find x").address(), body))).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {LAUGHS, EXTERNAL, "{\"a\":1}", "", "<xml><a></xml>", "<xml></xml>"})
  void what_is_no_xml_of_wecom_is_refused_inside(String plain) throws IOException {
    assertThat(Corp.post(corp.letter(client, plain))).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(strings = {"FromUserName", "CreateTime", "MsgType"})
  void what_lacks_what_all_messages_have_is_refused(String field) throws IOException {
    String whole = corp.text("EmmaBad", nextId(), "find lacking");
    String lacking = whole.replaceAll("<" + field + ">.*</" + field + ">", "");
    assertThat(lacking).isNotEqualTo(whole);
    assertThat(Corp.post(corp.letter(client, lacking))).isEqualTo(400);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "application/xml",
        "application/json",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
        "image/png",
        ""
      })
  void no_content_type_keeps_a_message_out(String type) throws IOException {
    String word = "type" + type.replaceAll("[^a-z]", "");
    assertThat(Corp.post(letter("find " + word), type)).isEqualTo(200);
    proveSaidOnce("“" + word + "”");
  }

  @Test
  void another_body_under_the_same_id_does_not_count() throws IOException {
    String id = nextId();
    for (String word : List.of("earlier", "later")) {
      Letter letter = corp.letter(client, corp.text("EmmaBad", id, "find " + word));
      assertThat(Corp.post(letter)).isEqualTo(200);
    }
    proveSaidOnce("earlier");
    assertThat(corp.timesSaid("EmmaBad", "later")).isZero();
  }

  @Test
  void a_kind_that_nobody_knows_is_kept_and_answered() throws IOException {
    corp.employ(client, "EmmaHologram", "en");
    String kind = "<MsgType>hologram</MsgType><MsgId>" + nextId() + "</MsgId>";
    assertThat(Corp.post(corp.letter(client, corp.xml("EmmaHologram", kind)))).isEqualTo(200);
    corp.awaitSaid("EmmaHologram", "Saved as it is");
    String empty = "<MsgType>text</MsgType><MsgId>" + nextId() + "</MsgId>";
    assertThat(Corp.post(corp.letter(client, corp.xml("EmmaHologram", empty)))).isEqualTo(200);
    Await.until("both", Corp.PATIENCE, () -> corp.timesSaid("EmmaHologram", "Saved as") == 2);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /callbacks/wecom, 400",
    "POST, /callbacks/wecom, 400",
    "HEAD, /callbacks/wecom, 400",
    "PUT, /callbacks/wecom, 405",
    "DELETE, /callbacks/wecom, 405",
    "GET, /callbacks/nobody, 404",
    "POST, /callbacks/nobody, 404",
    "GET, /callbacks, 401"
  })
  void a_knock_without_parameters_gets_a_status(String method, String path, int status)
      throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(client.home().resolve(path))
            .method(method, BodyPublishers.noBody())
            .timeout(Duration.ofSeconds(30));
    assertThat(ServiceClient.send(request).status()).isEqualTo(status);
  }

  @Test
  void ten_megabytes_are_refused_and_not_read_to_their_end() throws IOException {
    String target = letter("find long").address().toString().substring(homeLength());
    try (var socket = new Socket(client.home().getHost(), client.home().getPort())) {
      socket.setSoTimeout(30_000);
      var out = socket.getOutputStream();
      out.write(
          ("POST /%s HTTP/1.1\r\nHost: localhost\r\nContent-Length: %d\r\n\r\n")
              .formatted(target, LONG)
              .getBytes(US_ASCII));
      byte[] piece = new byte[300 << 10];
      out.write(piece);
      out.flush();
      byte[] answer = socket.getInputStream().readNBytes("HTTP/1.1 413".length());
      assertThat(new String(answer, UTF_8)).isEqualTo("HTTP/1.1 413");
      assertThatThrownBy(
              () -> {
                for (int sent = piece.length; sent < LONG; sent += piece.length) {
                  out.write(piece, 0, Math.min(piece.length, LONG - sent));
                }
                socket.getInputStream().transferTo(OutputStream.nullOutputStream());
              })
          .as("the connection is cut, and nobody reads the rest")
          .isInstanceOf(SocketException.class);
    }
  }

  private static int homeLength() {
    return client.home().toString().length();
  }

  @Test
  void a_recording_that_wecom_does_not_have_any_more_is_asked_for_again() throws IOException {
    corp.employ(client, "EmmaGone", "en");
    corp.tell(Happening.voice("EmmaGone", "gone-since-long"));
    corp.awaitSaid("EmmaGone", "did not hand over the note");
  }

  @Test
  void a_file_of_200_megabytes_is_left_where_it_is() throws IOException {
    corp.employ(client, "EmmaHuge", "en");
    corp.tell(
        Happening.voice("EmmaHuge", corp.emulator().media().put("huge.amr", new byte[200 << 20])));
    corp.awaitSaid("EmmaHuge", "did not hand over the note");
    assertThat(service.said()).doesNotContain("OutOfMemory");
  }

  @Test
  void a_page_of_a_proxy_is_no_recording_and_the_note_is_fetched_when_it_is_gone()
      throws IOException {
    corp.employ(client, "EmmaProxy", "en");
    corp.emulator()
        .faults()
        .set("/cgi-bin/media/get", new Fault.Page("<html>Please log in</html>"), 1);
    corp.emulator().injectVoice("EmmaProxy", Voices.memo("price-objection.amr"));
    corp.awaitSaid("EmmaProxy", "card_type");
    assertThat(client.followUps("emmaproxy")).hasSize(1);
  }

  private static Letter letter(String words) {
    return corp.letter(client, corp.text("EmmaBad", nextId(), words));
  }

  private static synchronized String nextId() {
    lastId++;
    return String.valueOf(lastId);
  }

  private static void proveSaidOnce(String words) {
    corp.awaitSaid("EmmaBad", words);
    assertThat(corp.timesSaid("EmmaBad", words)).isEqualTo(1);
  }
}
