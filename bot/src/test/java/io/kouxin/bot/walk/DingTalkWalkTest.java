package io.kouxin.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import io.kouxin.integrations.dingtalk.emulator.Delivery;
import io.kouxin.integrations.dingtalk.emulator.Event;
import io.kouxin.integrations.dingtalk.emulator.Manner;
import io.kouxin.integrations.dingtalk.emulator.Person;
import io.kouxin.integrations.dingtalk.emulator.Route;
import io.kouxin.integrations.dingtalk.emulator.Said;
import io.kouxin.integrations.dingtalk.emulator.SentMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What people do on DingTalk over a Stream, to what their chats show in the end. */
class DingTalkWalkTest {
  private static final String CUSTOMER = "华东市第一人民医院";
  private static final String MEMO = "刚去华东市第一人民医院见了张主任，嫌我们比迈瑞贵，周五寄资料";

  @TempDir private static Path home;
  private static Company company;
  private static ServiceProcess service;
  private static ServiceClient client;

  @BeforeAll
  static void start() throws IOException, GeneralSecurityException, InterruptedException {
    company = Company.streaming();
    service =
        ServiceProcess.start(
            home, company.settings(Map.of("KOUXIN_DINGTALK_ADMINISTRATORS", "mgr01")));
    client = service.client();
    company.reaches(client);
    Corp.sellTo(client, List.of(CUSTOMER, "博宁骨科医院"));
  }

  @AfterAll
  static void stop() throws InterruptedException {
    service.close();
    company.close();
  }

  private static JsonNode record(String rep) throws IOException {
    return client.followUps(rep).getLast();
  }

  private static void awaitStatus(String rep, String status) {
    Await.until(
        rep + "'s record is " + status,
        Corp.PATIENCE,
        () -> {
          try {
            return record(rep).path("status").asString("").equals(status);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  @Test
  void a_memo_becomes_a_card_whose_words_are_tapped() throws IOException {
    company.employ(client, "ZhaoTap", "zh");
    long begin = System.nanoTime();
    Delivery delivery = company.says(Said.text("ZhaoTap", MEMO));
    SentMessage card = company.awaitSaid("ZhaoTap", CUSTOMER, "没问题");
    long toCard = (System.nanoTime() - begin) / 1_000_000;
    assertThat(card.content().kind()).isEqualTo("markdown");
    assertThat(card.route())
        .as("the webhook of the message costs no call")
        .isEqualTo(Route.SESSION);
    begin = System.nanoTime();
    assertThat(company.emulator().tapLink(card.id(), "ZhaoTap", "没问题").isAccepted()).isTrue();
    awaitStatus("zhaotap", "confirmed");
    assertThat(client.followUps("zhaotap")).hasSize(1);
    System.out.printf(
        "DingTalkWalkTest: ack %d ms, card %d ms after the memo, confirmed %d ms after the tap%n",
        delivery.attempts().getFirst().millis(), toCard, (System.nanoTime() - begin) / 1_000_000);
  }

  @Test
  void it_is_corrected_by_typing_and_the_answer_is_one_sentence() throws IOException {
    company.employ(client, "QianType", "zh");
    company.says(Said.text("QianType", MEMO));
    company.awaitSaid("QianType", CUSTOMER, "没问题");
    company.says(Said.text("QianType", "客户是博宁骨科医院"));
    company.awaitSaid("QianType", "博宁骨科医院");
    assertThat(client.followUps("qiantype")).hasSize(1);
    assertThat(record("qiantype").path("customer").path("name").asString("")).isEqualTo("博宁骨科医院");
  }

  @Test
  void what_the_platform_understood_is_kept_and_shown_as_such() throws IOException {
    company.employ(client, "SunVoice", "zh");
    company.says(Said.audio("SunVoice", Voices.memo("price-objection.amr"), 12_000, MEMO));
    company.awaitSaid("SunVoice", CUSTOMER, "平台转写");
    JsonNode source = record("sunvoice").path("source");
    assertThat(source.path("engine").asString(""))
        .as("no Chinese model is here")
        .isEqualTo("platform");
    assertThat(source.path("media").asString("")).as("the recording").isNotEmpty();
    assertThat(record("sunvoice").path("text").asString("")).isEqualTo(MEMO);
  }

  @Test
  void in_a_group_the_answer_comes_alone_and_the_group_is_told_once() throws IOException {
    company.employ(client, "LiGroup", "zh");
    String group = company.emulator().groups().all().getFirst().id();
    company.says(Said.text("LiGroup", MEMO).in(group));
    SentMessage card = company.awaitSaid("LiGroup", CUSTOMER, "没问题");
    assertThat(card.route()).isEqualTo(Route.BATCH);
    Await.until(
        "the group is told",
        Corp.PATIENCE,
        () ->
            company.emulator().sent().stream()
                .anyMatch(sent -> sent.content().text().contains("语音请单独发给我")));
  }

  @Test
  void a_stranger_is_added_by_the_administrator_with_a_tap_and_the_note_goes_on() {
    company.emulator().people().add(Person.of("WuNew", "吴新"));
    company.says(Said.text("WuNew", MEMO));
    SentMessage asked = company.awaitSaid("mgr01", "吴新", "加为销售");
    assertThat(company.emulator().tapLink(asked.id(), "mgr01", "加为销售").isAccepted()).isTrue();
    company.awaitSaid("WuNew", CUSTOMER, "没问题");
  }

  @Test
  void somebody_who_leaves_is_reached_nowhere() throws IOException {
    company.employ(client, "ZhouLeft", "zh");
    var fields = new JsonObject();
    var people = new com.google.gson.JsonArray();
    people.add("ZhouLeft");
    fields.add("UserId", people);
    assertThat(
            company
                .emulator()
                .happen(new Event("user_leave_org", fields), Manner.PLAIN)
                .isAccepted())
        .isTrue();
    Await.until("they left", Corp.PATIENCE, () -> hasLeft("ZhouLeft"));
  }

  private static boolean hasLeft(String account) {
    String question =
        "SELECT COUNT(*) FROM person_identity WHERE left_at IS NOT NULL AND account = '"
            + account
            + "'";
    String store = "jdbc:sqlite:file:" + home.resolve("store.db") + "?mode=ro";
    try (var connection = DriverManager.getConnection(store);
        var rows = connection.createStatement().executeQuery(question)) {
      return rows.next() && rows.getInt(1) == 1;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void the_doctor_sees_the_stream_and_what_is_left_of_the_month() throws IOException {
    company.employ(client, "ZhengDoctor", "zh");
    company.says(Said.text("ZhengDoctor", MEMO));
    company.awaitSaid("ZhengDoctor", CUSTOMER);
    String report = client.get("/api/v1/doctor?language=zh-CN").body().toString();
    assertThat(report).contains("和钉钉的长连接通着", "钉钉认我们", "机器人能用", "次接口调用");
  }
}
