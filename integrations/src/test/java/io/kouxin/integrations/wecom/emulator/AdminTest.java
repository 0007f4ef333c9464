package io.kouxin.integrations.wecom.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The emulator as the page and programs use it over HTTP. */
class AdminTest {
  private static final Instant NOW = Instant.parse("2026-03-11T02:00:00Z");
  private final HttpClient http = HttpClient.newHttpClient();
  private final WeComEmulator emulator =
      WeComEmulator.start(EmulatorConfig.random().at(Clock.fixed(NOW, ZoneOffset.UTC)));
  private Listener app;

  @BeforeEach
  void listen() throws IOException {
    app = new Listener(emulator);
  }

  @AfterEach
  void stop() {
    http.close();
    app.close();
    emulator.close();
  }

  private HttpResponse<String> call(String method, String path, String body) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(emulator.baseUrl() + "/admin" + path))
            .method(method, BodyPublishers.ofString(body))
            .build();
    return http.send(request, BodyHandlers.ofString());
  }

  private JsonObject json(String method, String path, String body) throws Exception {
    return JsonParser.parseString(call(method, path, body).body()).getAsJsonObject();
  }

  @Test
  void the_page_is_there_and_fetches_nothing_from_elsewhere() throws Exception {
    HttpResponse<String> page = call("GET", "/", "");
    assertThat(page.headers().firstValue("Content-Type")).contains("text/html; charset=UTF-8");
    assertThat(page.body()).contains("WeCom emulator").doesNotContain("://");
  }

  @Test
  void a_text_is_injected_as_often_as_asked() throws Exception {
    JsonObject batch =
        json(
            "POST",
            "/inject",
            """
            {"kind":"text","user":"ZhangSan","fields":{"Content":"早"},"times":20}""");
    assertThat(batch.get("accepted").getAsInt()).isEqualTo(20);
    assertThat(app.received()).hasSize(20).allMatch(got -> got.message().getContent().equals("早"));
  }

  @Test
  void a_voice_note_without_a_file_is_silence() throws Exception {
    json("POST", "/inject", "{\"kind\":\"voice\",\"user\":\"ZhangSan\"}");
    String media = app.received().getLast().message().getMediaId();
    assertThat(WxJava.of(emulator).getMediaService().download(media))
        .hasBinaryContent(Silence.amr(1));
  }

  @Test
  void put_bytes_can_be_downloaded() throws Exception {
    String id = json("POST", "/media?name=a.amr", "#!AMR\nabc").get("media_id").getAsString();
    assertThat(WxJava.of(emulator).getMediaService().download(id))
        .hasBinaryContent("#!AMR\nabc".getBytes(StandardCharsets.US_ASCII));
  }

  @Test
  void what_was_sent_is_listed_with_what_was_dropped() throws Exception {
    for (int n = 0; n < 31; n++) {
      WxJava.of(emulator).getMessageService().send(WxJava.text("zhangsan", "第" + n));
    }
    JsonObject sent = json("GET", "/sent?limit=1", "");
    assertThat(sent.get("kept").getAsInt()).isEqualTo(31);
    JsonObject last = sent.getAsJsonArray("items").get(0).getAsJsonObject();
    assertThat(last.getAsJsonArray("dropped").get(0).getAsString()).isEqualTo("ZhangSan");
    assertThat(last.get("at").getAsString()).isEqualTo("2026-03-11T02:00:00Z");
  }

  @Test
  void a_card_is_tapped_by_its_task() throws Exception {
    String card =
        """
        {"touser":"zhangsan","msgtype":"template_card","agentid":%d,"template_card":{
          "card_type":"button_interaction","main_title":{"title":"回访"},"task_id":"t-1",
          "button_list":[{"text":"好","key":"done"}]}}"""
            .formatted(emulator.app().agentId());
    WxJava.of(emulator).post(emulator.baseUrl() + "/cgi-bin/message/send", card);
    String tap = "{\"task_id\":\"t-1\",\"user\":\"zhangsan\",\"key\":\"%s\"}";
    json("POST", "/tap", tap.formatted("done"));
    assertThat(app.received().getLast().message().getTaskId()).isEqualTo("t-1");
    assertThat(call("POST", "/tap", tap.formatted("other")).statusCode()).isEqualTo(409);
  }

  @Test
  void faults_are_set_shown_and_cleared() throws Exception {
    String fault = "{\"path\":\"*\",\"kind\":\"errcode\",\"value\":45009,\"times\":2}";
    JsonObject shown = json("POST", "/faults", fault);
    assertThat(shown.getAsJsonArray("faults").get(0).getAsString()).contains("45009", "× 2");
    WxJava.Call token = () -> WxJava.of(emulator).getAccessToken(true);
    assertThat(WxJava.errorOf(token)).isEqualTo(45009);
    json("DELETE", "/faults", "");
    assertThat(WxJava.errorOf(token)).isZero();
    assertThat(json("GET", "/calls", "").get("/cgi-bin/gettoken").getAsInt()).isEqualTo(2);
  }

  @Test
  void tokens_are_revoked_and_time_moves_on() throws Exception {
    String first = WxJava.of(emulator).getAccessToken();
    json("POST", "/revoke-token", "");
    assertThat(WxJava.of(emulator).getAccessToken()).isNotEqualTo(first);
    json("POST", "/clock/advance", "{\"seconds\":60}");
    assertThat(emulator.now()).isEqualTo(NOW.plus(Duration.ofMinutes(1)));
  }

  @Test
  void the_callback_is_verified_and_timed() throws Exception {
    JsonObject verification = json("GET", "/verify", "");
    assertThat(verification.get("right").getAsBoolean()).isTrue();
    assertThat(verification.get("millis").getAsLong()).isBetween(0L, 5_000L);
  }

  @Test
  void members_can_be_added() throws Exception {
    json("POST", "/members", "{\"userid\":\"SunQi\",\"name\":\"孙七\",\"leader\":\"lisi\"}");
    assertThat(WxJava.of(emulator).getUserService().getById("sunqi").getName()).isEqualTo("孙七");
  }
}
