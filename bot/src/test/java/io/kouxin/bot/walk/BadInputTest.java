package io.kouxin.bot.walk;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.walk.ServiceClient.Answer;
import io.kouxin.bot.walk.ServiceClient.Upload;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What nobody should send: each has an answer over HTTP, and one in the chat. */
class BadInputTest {
  private static final String ENGLISH = "emma";
  private static final String CHINESE = "zhangsan";
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final byte[] AMR = "#!AMR\n".getBytes(US_ASCII);

  @TempDir private static Path home;
  private static ServiceProcess service;
  private static ServiceClient client;

  @BeforeAll
  static void start() throws IOException {
    service = ServiceProcess.start(home, Map.of());
    client = service.client();
    for (String person : List.of(ENGLISH, CHINESE)) {
      String id = accepted(client.say(person, "help"));
      Await.until("the first words", PATIENCE, () -> !answersAfter(person, id).isEmpty());
    }
  }

  @AfterAll
  static void stop() throws InterruptedException {
    service.close();
  }

  @Test
  void a_truncated_recording_is_heard_as_far_as_it_goes() throws IOException {
    byte[] whole = Voices.memo("price-objection.amr");
    byte[] half = Arrays.copyOf(whole, whole.length / 2 + 7);
    String id = accepted(sendVoice(half));
    awaitAnswer(ENGLISH, id, "Saved.", "Dearer");
  }

  @Test
  void a_recording_of_hours_is_kept_and_asked_for_in_pieces() throws IOException {
    byte[] frame = new byte[13];
    frame[0] = 0x04; // 4.75 kbit/s, no damage
    int frames = 2 * 60 * 60 * 50;
    ByteBuffer hours = ByteBuffer.allocate(AMR.length + frames * frame.length).put(AMR);
    for (int i = 0; i < frames; i++) {
      hours.put(frame);
    }
    awaitAnswer(ENGLISH, accepted(sendVoice(hours.array())), "too long", "10 minutes");
  }

  @Test
  void an_empty_file_is_refused() throws IOException {
    Answer answer = sendVoice(new byte[0]);
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("not empty");
  }

  @Test
  void silence_is_kept_and_said_to_be_silence() throws IOException {
    awaitAnswer(ENGLISH, accepted(send("silence.wav", "audio/wav", silence(3))), "no voice");
  }

  @Test
  void a_picture_that_calls_itself_a_recording_cannot_be_played() throws IOException {
    byte[] png =
        HexFormat.of()
            .parseHex(
                "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
                    + "0000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082");
    awaitAnswer(ENGLISH, accepted(sendVoice(png)), "cannot open");
  }

  @Test
  void a_text_of_100_kb_is_kept_whole_and_read_as_far_as_a_person_would() throws IOException {
    String text = "市一医院的张主任嫌贵，下周三下午三点再去。".repeat(1_700);
    assertThat(text.getBytes(UTF_8).length).isGreaterThan(100_000);
    String id = accepted(client.say(CHINESE, text));
    awaitAnswer(CHINESE, id, "只整理前4000个字");
    JsonNode kept =
        client.chat(CHINESE).stream()
            .filter(item -> item.path("id").asString("").equals(id))
            .findFirst()
            .orElseThrow();
    assertThat(kept.path("text").asString("")).isEqualTo(text);
  }

  @Test
  void emoji_alone_are_no_visit() throws IOException {
    awaitAnswer(CHINESE, accepted(client.say(CHINESE, "👍👍🎉")), "没有文字");
  }

  @Test
  void an_unknown_person_is_refused() throws IOException {
    Answer answer = client.say("nobody", "hello");
    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.detail()).contains("'rep' must be the id of one of");
  }

  @Test
  void a_place_that_is_not_on_earth_is_refused() throws IOException {
    for (String place :
        List.of("{\"latitude\":91,\"longitude\":0}", "{\"latitude\":\"x\"}", "[]", "")) {
      Answer answer = client.place(CHINESE, place);
      assertThat(answer.status()).as(place).isEqualTo(400);
      assertThat(answer.detail()).as(place).contains("latitude from -90 to 90");
    }
  }

  @Test
  void a_wrong_token_is_refused() throws IOException {
    Answer answer = new ServiceClient(client.home(), "not-the-token").get("/api/v1/follow-ups");
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.detail()).contains("Authorization: Bearer");
  }

  @Test
  void a_page_under_a_foreign_name_is_refused() throws IOException {
    String answer = raw("GET /api/v1/follow-ups HTTP/1.1\r\nHost: evil.example\r\n");
    assertThat(answer).startsWith("HTTP/1.1 421").contains("This name is not one of ours");
  }

  @Test
  void a_tap_on_nothing_is_answered() throws IOException {
    String id = accepted(client.tap(CHINESE, "card:no-such-card", "ok|nothing|"));
    awaitAnswer(CHINESE, id, "过时");
  }

  @Test
  void a_tap_that_no_button_makes_is_answered() throws IOException {
    String memo = accepted(client.say(CHINESE, "今天在清河肿瘤见了许主任，说我们比迈瑞贵，周五再去演示"));
    String card =
        awaitAnswer(CHINESE, memo, "清河肿瘤专科医院", "下一步").path("card").path("key").asString("");
    for (String action : List.of("explode|everything|", "|||", "ok|no-such-follow-up|")) {
      String id = accepted(client.tap(CHINESE, card, action));
      awaitAnswer(CHINESE, id, "过时");
    }
    assertThat(client.items("/api/v1/dead-letters")).isEmpty();
  }

  private static Answer sendVoice(byte[] bytes) throws IOException {
    return send("voice.amr", "application/octet-stream", bytes);
  }

  private static Answer send(String name, String type, byte[] bytes) throws IOException {
    return client.upload(ENGLISH, new Upload(name, type, bytes));
  }

  private static String accepted(Answer answer) {
    assertThat(answer.status()).as("%s", answer).isEqualTo(202);
    return answer.body().path("id").asString("");
  }

  /** The bubble after this message that contains these words. */
  private static JsonNode awaitAnswer(String person, String id, String... words) {
    List<JsonNode> found = new ArrayList<>();
    Await.until(
        "an answer to " + person + " with " + List.of(words),
        PATIENCE,
        () -> found.addAll(answersAfter(person, id).stream().filter(b -> says(b, words)).toList()));
    return found.getFirst();
  }

  private static boolean says(JsonNode bubble, String... words) {
    return Stream.of(words).allMatch(bubble.path("text").asString("")::contains);
  }

  private static List<JsonNode> answersAfter(String person, String id) throws IOException {
    return client.chat(person).stream()
        .dropWhile(item -> !item.path("id").asString("").equals(id))
        .filter(item -> item.path("from").asString("").equals("bot"))
        .toList();
  }

  private static String raw(String request) throws IOException {
    try (var socket = new Socket(client.home().getHost(), client.home().getPort())) {
      socket.getOutputStream().write((request + "Connection: close\r\n\r\n").getBytes(US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }

  private static byte[] silence(int seconds) throws IOException {
    int bytes = seconds * 16_000 * 2;
    ByteBuffer head = ByteBuffer.allocate(44).order(ByteOrder.LITTLE_ENDIAN);
    head.put("RIFF".getBytes(US_ASCII)).putInt(36 + bytes).put("WAVEfmt ".getBytes(US_ASCII));
    head.putInt(16).putShort((short) 1).putShort((short) 1).putInt(16_000).putInt(32_000);
    head.putShort((short) 2).putShort((short) 16).put("data".getBytes(US_ASCII)).putInt(bytes);
    var wav = new ByteArrayOutputStream();
    wav.write(head.array());
    wav.write(new byte[bytes]);
    return wav.toByteArray();
  }
}
