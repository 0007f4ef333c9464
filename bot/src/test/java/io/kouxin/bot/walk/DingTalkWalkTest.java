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
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/** What people do on DingTalk over a Stream, to what their chats show in the end. */
@ExtendWith(StreamLine.Given.class)
class DingTalkWalkTest {
  private static final String CUSTOMER = StreamLine.CUSTOMER;
  private static final String OTHER = StreamLine.OTHER;
  private static final String MEMO = "刚去华东市第一人民医院见了张主任，嫌我们比迈瑞贵，周五寄资料";
  private static final String VISIT = "刚去华东市第一人民医院，张主任提到关节镜手术后患者投诉疼痛管理不到位，比迈瑞贵，想先试用，下周三下午三点再去";

  private static StreamLine line;
  private static Company company;
  private static ServiceClient client;

  @BeforeAll
  static void start(StreamLine given) {
    line = given;
    company = given.company();
    client = given.client();
  }

  private static JsonNode record(String rep) throws IOException {
    return client.followUps(rep.toLowerCase(Locale.ROOT)).getLast();
  }

  /** The walk of a rep, with a stop-watch: 28 seconds of speech to what is known in the end. */
  @ParameterizedTest
  @EnumSource
  void a_rep_speaks_ticks_corrects_confirms_and_looks_up(CardStyle style) throws IOException {
    String rep = "Walk" + style;
    company.show(style, client);
    company.employ(client, rep, "zh");
    long begin = System.nanoTime();
    byte[] recording = Voices.memo("price-objection.amr");
    Delivery delivery = company.says(Said.audio(rep, recording, 28_000, VISIT));
    SentMessage card = company.awaitSaid(rep, CUSTOMER, "没问题");
    long toCard = since(begin);
    assertThat(card.content().kind())
        .isEqualTo(style == CardStyle.INTERACTIVE ? "card" : "markdown");
    String offered = offered(card, rep);
    begin = System.nanoTime();
    assertThat(company.tap(card, rep, "加：" + offered).isAccepted()).isTrue();
    await(rep, offered, () -> record(rep).path("tags").toString().contains(offered));
    long ticked = since(begin);
    begin = System.nanoTime();
    company.says(Said.text(rep, "不对，是强生"));
    company.awaitSaid(rep, "强生");
    long corrected = since(begin);
    long toConfirmed = confirm(card, rep);
    begin = System.nanoTime();
    company.says(Said.text(rep, "查 博宁"));
    company.awaitSaid(rep, OTHER);
    System.out.printf(
        "DingTalkWalkTest %s: ack %d ms, card %d ms after the note, ticked %d ms, corrected %d ms,"
            + " confirmed %d ms after the tap, looked up %d ms%n",
        style,
        delivery.attempts().getFirst().millis(),
        toCard,
        ticked,
        corrected,
        toConfirmed,
        since(begin));
    assertThat(client.followUps(rep.toLowerCase(Locale.ROOT))).as("no second record").hasSize(1);
    assertThat(record(rep).toString()).contains("强生", offered);
    proveFace(style, card, rep);
  }

  private static String offered(SentMessage card, String rep) {
    return company.labels(card, rep).stream()
        .filter(label -> label.startsWith("加："))
        .map(label -> label.substring(2))
        .findFirst()
        .orElseThrow(() -> new AssertionError(card.content().body()));
  }

  private static long confirm(SentMessage card, String rep) {
    long begin = System.nanoTime();
    assertThat(company.tap(card, rep, "没问题").isAccepted()).isTrue();
    await(rep, "confirmed", () -> record(rep).path("status").asString("").equals("confirmed"));
    return since(begin);
  }

  /** One card changes in place; of Markdown there is a sentence for each change. */
  private static void proveFace(CardStyle style, SentMessage card, String rep) {
    if (style == CardStyle.MARKDOWN) {
      company.awaitSaid(rep, "定了，存好了");
      return;
    }
    Await.until("settled", Corp.PATIENCE, () -> company.labels(card, rep).isEmpty());
    SentMessage now = company.emulator().sent(card.id()).orElseThrow();
    assertThat(now.content().text()).contains("强生", "已存");
    assertThat(company.chat(rep).stream().filter(sent -> sent.content().text().contains("定了，存好了")))
        .isEmpty();
  }

  private static long since(long begin) {
    return (System.nanoTime() - begin) / 1_000_000;
  }

  private static void await(String rep, String what, Callable<Boolean> so) {
    Await.until(rep + ": " + what, Corp.PATIENCE, so);
  }

  @Test
  void an_answer_in_markdown_costs_no_call() throws IOException {
    company.show(CardStyle.MARKDOWN, client);
    company.employ(client, "ZhaoTap", "zh");
    company.says(Said.text("ZhaoTap", MEMO));
    SentMessage card = company.awaitSaid("ZhaoTap", CUSTOMER, "没问题");
    assertThat(card.route()).isEqualTo(Route.SESSION);
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
    assertThat(card.receipt().conversation()).as("alone").isEmpty();
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
    assertThat(company.tap(asked, "mgr01", "加为销售").isAccepted()).isTrue();
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
    String store = "jdbc:sqlite:file:" + line.home().resolve("store.db") + "?mode=ro";
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
    company.show(CardStyle.INTERACTIVE, client);
    String report = client.get("/api/v1/doctor?language=zh-CN").body().toString();
    assertThat(report).contains("卡片模板能用", "和钉钉的长连接通着", "钉钉认我们", "机器人能用", "次接口调用");
  }

  /** In the same service. */
  @Nested
  class BadInput extends StreamBadInput {}
}
