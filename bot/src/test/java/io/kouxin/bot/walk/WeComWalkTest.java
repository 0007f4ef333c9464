package io.kouxin.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.wecom.emulator.Content;
import io.kouxin.integrations.wecom.emulator.Delivery;
import io.kouxin.integrations.wecom.emulator.Happening;
import io.kouxin.integrations.wecom.emulator.Manner;
import io.kouxin.integrations.wecom.emulator.Member;
import io.kouxin.integrations.wecom.emulator.SentMessage;
import io.kouxin.integrations.wecom.emulator.Tap;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What members do on WeCom, from the platform's bytes to what their chats show in the end. */
class WeComWalkTest {
  private static final String CUSTOMER = "华东市第一人民医院";
  private static final byte[] DOT =
      HexFormat.of()
          .parseHex(
              "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"
                  + "0000000a49444154789c63000100000500010d0a2db40000000049454e44ae426082");

  @TempDir private static Path home;
  private static Corp corp;
  private static ServiceProcess service;
  private static ServiceClient client;

  @BeforeAll
  static void start() throws IOException {
    corp = new Corp();
    service = ServiceProcess.start(home, corp.settings(Map.of()));
    client = service.client();
    corp.calls(client);
    Corp.sellTo(client, List.of(CUSTOMER, "Riverside Hospital"));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    service.close();
    corp.close();
  }

  @Test
  void the_page_of_the_administrator_gets_its_echo() {
    var verification = corp.emulator().verify();
    assertThat(verification.right()).as("%s", verification).isTrue();
    System.out.println("WeComWalkTest: address verified in " + verification.millis() + " ms");
  }

  @Test
  void a_voice_note_becomes_a_record_with_evidence_and_is_confirmed_by_a_tap() throws IOException {
    corp.employ(client, "EmmaVoice", "en");
    long begin = System.nanoTime();
    Delivery delivery =
        corp.emulator().injectVoice("EmmaVoice", Voices.memo("price-objection.amr"));
    assertThat(delivery.isAccepted()).as("%s", delivery).isTrue();
    Await.until("a card", Corp.PATIENCE, () -> card("EmmaVoice").isPresent());
    Duration toCard = Duration.ofNanos(System.nanoTime() - begin);
    SentMessage card = card("EmmaVoice").orElseThrow();
    JsonNode record = record("emmavoice");
    assertThat(record.path("channel").asString("")).isEqualTo("wecom");
    assertThat(record.path("source").path("kind").asString("")).isEqualTo("voice");
    assertThat(record.path("status").asString("")).isEqualTo("draft");
    assertThat(Voices.share("price-objection.amr", record.path("text").asString("")))
        .isGreaterThan(0.6);
    proveEvidence(record);
    Duration toFace = confirm("EmmaVoice", card, "Looks good");
    assertThat(record("emmavoice").path("status").asString("")).isEqualTo("confirmed");
    System.out.printf(
        "WeComWalkTest: ack %d ms, card %d ms after the note, new face %d ms after the tap%n",
        delivery.attempts().getFirst().millis(), toCard.toMillis(), toFace.toMillis());
  }

  private static void proveEvidence(JsonNode record) {
    String text = record.path("text").asString("");
    assertThat(record.path("tags").size()).as("%s", record).isPositive();
    JsonNode evidence = record.path("tags").path(0).path("evidence").path(0);
    assertThat(text.substring(evidence.path("start").asInt(), evidence.path("end").asInt()))
        .isEqualTo(evidence.path("text").asString(""));
  }

  private static Duration confirm(String user, SentMessage card, String label) {
    long updates = corp.emulator().calls("/cgi-bin/message/update_template_card");
    assertThat(card.content().body().toString()).contains(label);
    long begin = System.nanoTime();
    Delivery tap = corp.emulator().tap(Tap.of(card.msgId(), user, key(card, user, "ok|")));
    assertThat(tap.isAccepted()).isTrue();
    Await.until("the new face", Corp.PATIENCE, () -> face(card, user).greyed().isPresent());
    Duration taken = Duration.ofNanos(System.nanoTime() - begin);
    assertThat(corp.emulator().calls("/cgi-bin/message/update_template_card"))
        .as("a change in place, by the fresh code of the tap")
        .isGreaterThan(updates);
    assertThat(face(card, user).keys()).isEmpty();
    return taken;
  }

  @Test
  void a_text_becomes_a_record_and_a_tap_that_comes_three_times_confirms_it_once()
      throws IOException {
    memo("ZhouTap");
    SentMessage card = card("ZhouTap").orElseThrow();
    int said = corp.chat("ZhouTap").size();
    Delivery tap =
        corp.emulator()
            .tap(
                Tap.of(card.msgId(), "ZhouTap", key(card, "ZhouTap", "ok|")),
                new Manner(Manner.Tampering.NONE, 1, 1));
    assertThat(tap.attempts()).hasSize(4).allMatch(attempt -> attempt.status() == 200);
    Await.until("grey", Corp.PATIENCE, () -> face(card, "ZhouTap").greyed().isPresent());
    corp.tell(Happening.text("ZhouTap", "查 nowhere"));
    corp.awaitSaid("ZhouTap", "nowhere");
    JsonNode record = record("zhoutap");
    assertThat(record.path("status").asString("")).isEqualTo("confirmed");
    assertThat(record.path("revision").asInt()).isEqualTo(1);
    assertThat(corp.chat("ZhouTap")).as("only the answer to what was asked").hasSize(said + 1);
  }

  @Test
  void a_picture_is_fetched_and_filed_with_the_note_before_it() throws Exception {
    memo("WuPicture");
    long fetched = corp.emulator().calls("/cgi-bin/media/get");
    corp.tell(Happening.image("WuPicture", corp.emulator().media().put("door.png", DOT)));
    Await.until(
        "the picture", Corp.PATIENCE, () -> record("wupicture").path("attachments").size() == 1);
    assertThat(corp.emulator().calls("/cgi-bin/media/get")).isGreaterThan(fetched);
    JsonNode kept = record("wupicture").path("attachments").path(0);
    assertThat(kept.path("kind").asString("")).isEqualTo("picture");
    assertThat(kept(kept.path("media").asString(""))).isEqualTo(DOT);
  }

  /** The bytes in the store; only the sandbox shows them over HTTP. */
  private static byte[] kept(String media) throws SQLException {
    try (var store = DriverManager.getConnection("jdbc:sqlite:" + home.resolve("store.db"));
        var sql = store.prepareStatement("SELECT bytes FROM media WHERE id = ?")) {
      sql.setString(1, media);
      var rows = sql.executeQuery();
      return rows.next() ? rows.getBytes(1) : new byte[0];
    }
  }

  @Test
  void a_place_a_film_and_a_link_are_kept_and_answered() throws IOException {
    corp.employ(client, "QianThings", "zh");
    corp.tell(Happening.location("QianThings", 31.2, 121.4).with("Label", "和平路七号"));
    corp.awaitSaid("QianThings", "位置存好了", "和平路七号");
    String film = corp.emulator().media().put("film.mp4", new byte[2_000]);
    corp.tell(Happening.event("QianThings", "video").with("MediaId", film));
    corp.awaitSaid("QianThings", "video.mp4");
    corp.tell(
        Happening.event("QianThings", "link")
            .with("Title", "关于" + CUSTOMER + "的招标公告，下周三开标")
            .with("Url", "https://example.com/tender/7"));
    corp.awaitSaid("QianThings", "card_type", CUSTOMER);
    assertThat(record("qianthings").path("text").asString(""))
        .contains("招标公告", "https://example.com/tender/7");
  }

  @Test
  void whoever_joins_and_opens_the_chat_is_greeted_once() throws IOException {
    corp.employ(client, "LiuNew", "zh");
    corp.tell(Happening.event("LiuNew", "subscribe"));
    corp.tell(Happening.event("LiuNew", "enter_agent").with("EventKey", ""));
    corp.tell(Happening.event("LiuNew", "enter_agent").with("CreateTime", "1760000000"));
    corp.tell(Happening.event("LiuNew", "LOCATION"));
    corp.tell(Happening.event("LiuNew", "view").with("EventKey", "https://example.com"));
    corp.tell(Happening.event("LiuNew", "unsubscribe"));
    corp.tell(Happening.event("LiuNew", "click").with("EventKey", "帮助"));
    Await.until("the help", Corp.PATIENCE, () -> corp.chat("LiuNew").size() >= 2);
    corp.tell(Happening.text("LiuNew", "查 nothing-else"));
    corp.awaitSaid("LiuNew", "nothing-else");
    assertThat(corp.chat("LiuNew")).as("greeting, help, answer").hasSize(3);
    assertThat(corp.timesSaid("LiuNew", "我是口信")).isEqualTo(1);
  }

  @Test
  void a_stranger_is_told_so_and_goes_on_when_added() throws IOException {
    corp.emulator().people().add(Member.of("SunStranger", "孙"));
    corp.tell(Happening.text("SunStranger", about()));
    corp.awaitSaid("SunStranger", "72");
    assertThat(client.followUps("sunstranger")).isEmpty();
    Corp.introduce(client, "SunStranger", "zh");
    corp.awaitSaid("SunStranger", "card_type", CUSTOMER);
    assertThat(client.followUps("sunstranger")).hasSize(1);
    assertThat(corp.chat("SunStranger")).hasSize(2);
  }

  @Test
  void the_sandbox_is_closed_where_wecom_is_open() throws IOException {
    assertThat(client.say("zhangsan", "帮助").status()).isEqualTo(404);
    assertThat(client.get("/api/v1/people").body().toString()).doesNotContain("zhangsan");
  }

  private static String about() {
    return "今天去" + CUSTOMER + "谈了谈，下周三下午三点再去";
  }

  private static void memo(String user) throws IOException {
    corp.employ(client, user, "zh");
    corp.tell(Happening.text(user, about()));
    corp.awaitSaid(user, "card_type", CUSTOMER);
  }

  private static JsonNode record(String rep) throws IOException {
    List<JsonNode> all = client.followUps(rep);
    assertThat(all).as("records of %s", rep).hasSize(1);
    return all.getFirst();
  }

  /** The card of a memo. */
  private static Optional<SentMessage> card(String user) {
    return corp.chat(user).stream()
        .filter(sent -> sent.content().taskId().startsWith("card@"))
        .findFirst();
  }

  private static Content face(SentMessage card, String user) {
    return corp.chat(user).stream()
        .filter(sent -> sent.msgId().equals(card.msgId()))
        .findFirst()
        .flatMap(sent -> sent.shownTo(user))
        .orElseThrow();
  }

  private static String key(SentMessage card, String user, String verb) {
    return face(card, user).keys().stream()
        .filter(key -> key.startsWith(verb))
        .findFirst()
        .orElseThrow(() -> new AssertionError(card.content().keys()));
  }
}
