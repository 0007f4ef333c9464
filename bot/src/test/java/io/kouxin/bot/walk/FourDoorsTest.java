package io.kouxin.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.dingtalk.emulator.Said;
import io.kouxin.integrations.wecom.emulator.BotMessage;
import io.kouxin.integrations.wecom.emulator.EmulatedBot;
import io.kouxin.integrations.wecom.emulator.Happening;
import io.kouxin.integrations.wecom.emulator.gateway.AiBotGateway;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;

/**
 * The same voice note through every door: the platform's own bytes, really heard, or where the
 * platform keeps the sound to itself, its words; and people who come to the console from there, in
 * a real browser.
 */
class FourDoorsTest {
  private static final String NOTE = "price-objection.amr";
  private static final int LONG = 12_000;

  /** As much of the card's line as its platform shows. */
  private static final String PLATFORM = "Platform's words";

  /** What belongs to the note and not to the way it came. */
  private static final List<String> SAME =
      List.of("text", "language", "tags", "suggestions", "people", "amounts", "nextAction");

  @TempDir private static Path home;
  @TempDir private static Path other;
  private static Corp corp;
  private static Company streaming;
  private static Company knocking;
  private static ServiceProcess three;
  private static ServiceProcess one;
  private static AiBotGateway gateway;

  enum Door {
    WECOM,
    DINGTALK_STREAM,
    DINGTALK_HTTP,
    SANDBOX,
    AIBOT_CONNECTION,
    AIBOT_CALLBACK;

    boolean isWords() {
      return this == AIBOT_CONNECTION || this == AIBOT_CALLBACK;
    }
  }

  @BeforeAll
  static void start() throws IOException, GeneralSecurityException, InterruptedException {
    corp = new Corp();
    streaming = Company.streaming();
    knocking = Company.knocking();
    Map<String, String> sandbox = Map.of("KOUXIN_SANDBOX_ENABLED", "true");
    gateway = new AiBotGateway();
    Map<String, String> connected = Bots.connected(gateway, streaming.settings(sandbox));
    three = ServiceProcess.start(home, corp.settings(connected));
    one = ServiceProcess.start(other, Bots.calledBack(corp.emulator(), knocking.settings(sandbox)));
    corp.calls(three.client());
    corp.emulator().bot().callback(one.client().home().resolve("/callbacks/wecom/aibot"));
    streaming.reaches(three.client());
    knocking.reaches(one.client());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    three.close();
    one.close();
    gateway.close();
    corp.close();
    streaming.close();
    knocking.close();
  }

  @ParameterizedTest
  @EnumSource
  void the_same_note_gives_the_same_record(Door door) throws IOException {
    JsonNode record = record(door);
    assertThat(record.path("tags").size()).as("%s", record).isPositive();
    JsonNode reference = door == Door.SANDBOX ? record : sandbox(three.client());
    for (String field : SAME) {
      assertThat(record.path(field)).as(field).isEqualTo(reference.path(field));
    }
    String engine = reference.path("source").path("engine").asString("");
    assertThat(record.path("source").path("engine").asString(""))
        .isEqualTo(door.isWords() ? "platform" : engine);
    assertThat(record.path("source").path("kind").asString("")).isEqualTo("voice");
  }

  @Test
  void a_member_of_wecom_comes_in_silently_and_checks_in() throws IOException {
    try (var chromium = Chromium.start(Optional.empty());
        var visitor = new Visitor(chromium.phone(Visitor.WECOM), three.client().home())) {
      corp.employ(three.client(), "LiBrowser", "zh");
      corp.tell(Happening.text("LiBrowser", "刚去华东市第一人民医院见了张主任，嫌我们比迈瑞贵，周五寄资料"));
      corp.awaitSaid("LiBrowser", "华东市第一人民医院");
      corp.emulator().signIn().owner("LiBrowser");
      visitor.plays(Visitor.WECOM_SCRIPT);
      visitor.opens("/check-in");
      visitor.sees("#who", "LiBrowser · 销售");
      visitor.taps("#here");
      visitor.sees("#said", "误差大约35米");
      visitor.screenshot("check-in-wecom");
      corp.awaitSaid("LiBrowser", "31.23040, 121.47370");
      visitor.opens("/me");
      visitor.sees("article", "华东市第一人民医院");
      visitor.taps("summary");
      visitor.sees("article", "嫌我们比迈瑞贵");
      visitor.sees("article", "31.23040, 121.47370");
      visitor.screenshot("me-wecom");
      assertThat(visitor.count("article")).as("nobody else's").isEqualTo(1);
      visitor.fits();
      leaves("librowser");
      visitor.opens("/me");
      visitor.sees("main", "还没有把你加进来，或者你已经不在了");
      assertThat(visitor.complaints()).allMatch(line -> line.contains("403"));
    }
  }

  /** Nobody is reached at an account that was taken away. */
  private static void leaves(String person) throws IOException {
    String account = "/accounts?channel=wecom&account=" + person;
    int status = three.client().delete("/api/v1/people/" + person + account).status();
    assertThat(status).isEqualTo(204);
  }

  @Test
  void somebody_on_dingtalk_comes_in_from_a_desk_and_from_the_app() throws IOException {
    streaming.employ(three.client(), "QianBrowser", "zh");
    try (var chromium = Chromium.start(Optional.empty())) {
      try (var desk = new Visitor(chromium.window(1280, 900), three.client().home())) {
        desk.opens("/me");
        desk.sees("main", "用企业微信登录");
        desk.screenshot("sign-in-1280");
        desk.taps("a[href^='/login/dingtalk']");
        desk.taps("#as-QianBrowser");
        desk.sees("#said", "还没有");
        desk.sees("#who", "QianBrowser · 销售");
        assertThat(desk.complaints()).isEmpty();
      }
      try (var phone = new Visitor(chromium.phone(Visitor.DINGTALK), three.client().home())) {
        String code = streaming.emulator().signIn().code("QianBrowser");
        phone.plays(Visitor.DINGTALK_SCRIPT.replace("CODE", code));
        phone.opens("/check-in");
        phone.sees("#who", "QianBrowser · 销售");
        phone.taps("#here");
        phone.sees("#said", "误差有2500米左右");
        phone.screenshot("check-in-dingtalk");
        streaming.awaitSaid("QianBrowser", "华康医院门诊楼");
        phone.fits();
        assertThat(phone.complaints()).isEmpty();
      }
    }
  }

  private static JsonNode record(Door door) throws IOException {
    byte[] note = Voices.memo(NOTE);
    return switch (door) {
      case SANDBOX -> sandbox(three.client());
      case WECOM -> {
        corp.employ(three.client(), "EmmaWeCom", "en");
        assertThat(corp.emulator().injectVoice("EmmaWeCom", note).isAccepted()).isTrue();
        yield first(three.client(), "emmawecom", "wecom");
      }
      case DINGTALK_STREAM -> {
        streaming.employ(three.client(), "EmmaStream", "en");
        streaming.says(Said.audio("EmmaStream", note, LONG, ""));
        yield first(three.client(), "emmastream", "dingtalk");
      }
      case DINGTALK_HTTP -> {
        knocking.employ(one.client(), "EmmaHttp", "en");
        knocking.says(Said.audio("EmmaHttp", note, LONG, ""));
        yield first(one.client(), "emmahttp", "dingtalk");
      }
      case AIBOT_CONNECTION -> {
        corp.employ(three.client(), "EmmaLine", "en");
        gateway.push(BotMessage.voice("EmmaLine", words()));
        yield first(three.client(), "emmaline", "wecom");
      }
      case AIBOT_CALLBACK -> {
        Corp.introduce(one.client(), "EmmaBot", "en");
        assertThat(tellBot("EmmaBot").isAccepted()).isTrue();
        yield first(one.client(), "emmabot", "wecom");
      }
    };
  }

  private static EmulatedBot.Told tellBot(String user) throws IOException {
    return corp.emulator().bot().tell(BotMessage.voice(user, words()));
  }

  /** What our own ears heard, as if the platform had. */
  private static String words() throws IOException {
    return sandbox(three.client()).path("text").asString("");
  }

  /** After the records: cards leave a moment later. */
  @Test
  void the_cards_of_both_bots_say_whose_words_they_are() throws IOException {
    record(Door.AIBOT_CONNECTION);
    record(Door.AIBOT_CALLBACK);
    EmulatedBot bot = corp.emulator().bot();
    Await.until(
        "cards of both bots",
        Corp.PATIENCE,
        () ->
            gateway.said().toString().contains(PLATFORM)
                && bot.said("EmmaBot").toString().contains(PLATFORM));
    assertThat(corp.chat("EmmaLine")).isEmpty();
  }

  private static JsonNode sandbox(ServiceClient client) throws IOException {
    if (client.followUps("emma").isEmpty()) {
      client.upload("emma", Voices.note(NOTE));
    }
    return first(client, "emma", "sandbox");
  }

  private static JsonNode first(ServiceClient client, String rep, String channel) {
    Await.until("a record of " + rep, Corp.PATIENCE, () -> !records(client, rep).isEmpty());
    JsonNode record = records(client, rep).getFirst();
    assertThat(record.path("channel").asString("")).isEqualTo(channel);
    return record;
  }

  private static List<JsonNode> records(ServiceClient client, String rep) {
    try {
      return Stream.of(client.followUps(rep)).flatMap(List::stream).toList();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
