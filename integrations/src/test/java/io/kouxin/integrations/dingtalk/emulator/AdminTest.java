package io.kouxin.integrations.dingtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.http.HttpResponse;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The emulator as the page and programs use it over HTTP. */
class AdminTest {
  private final Caller caller = new Caller();
  private final DingTalkEmulator emulator = caller.emulator;
  private Listener app;

  @BeforeEach
  void listen() throws Exception {
    app = new Listener(emulator);
  }

  @AfterEach
  void stop() {
    app.close();
    caller.close();
  }

  private JsonObject json(String method, String path, String body) throws Exception {
    HttpResponse<String> response = caller.raw(method, "/admin" + path, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return JsonParser.parseString(response.body()).getAsJsonObject();
  }

  private int status(String method, String path, String body) throws Exception {
    return caller.raw(method, "/admin" + path, body).statusCode();
  }

  @Test
  void the_page_is_there_and_fetches_nothing_from_elsewhere() throws Exception {
    String page = caller.raw("GET", "/admin/", "").body();
    assertThat(page).contains("DingTalk emulator").doesNotContain("http:", "https:", "src=");
  }

  @Test
  void every_kind_of_message_is_injected() throws Exception {
    for (String kind : "text audio picture richText file video unknownMsgType".split(" ")) {
      String body =
          "{\"kind\":\"" + kind + "\",\"user\":\"rep01\",\"words\":\"早\",\"file\":\"AQID\"}";
      JsonObject delivery = json("POST", "/inject", body);
      assertThat(app.last().json().get("msgtype").getAsString()).isEqualTo(kind);
      assertThat(app.last().json().get("msgId")).isEqualTo(delivery.get("id"));
    }
    json(
        "POST",
        "/inject",
        "{\"kind\":\"text\",\"user\":\"rep01\",\"words\":\"a\",\"redeliver\":2}");
    assertThat(app.received()).hasSize(10);
    assertThat(
            status(
                "POST", "/inject", "{\"kind\":\"audio\",\"user\":\"r\",\"group\":\"cidSales1==\"}"))
        .isEqualTo(409);
  }

  @Test
  void what_was_sent_is_listed_and_its_links_are_tapped() throws Exception {
    String link = "[好](dtmd://dingtalkclient/sendMessage?content=%E5%A5%BD)";
    caller.batch("sampleMarkdown", Map.of("title", "t", "text", link), "rep01");
    JsonObject item =
        json("GET", "/sent?limit=1", "").getAsJsonArray("items").get(0).getAsJsonObject();
    assertThat(item.getAsJsonObject("links")).hasToString("{\"好\":\"好\"}");
    assertThat(item.get("route").getAsString()).isEqualTo("BATCH");
    String id = item.get("id").getAsString();
    json("POST", "/read", "{\"id\":\"" + id + "\",\"user\":\"rep01\"}");
    assertThat(caller.last().readBy()).containsExactly("rep01");
    json("POST", "/tap-link", "{\"id\":\"" + id + "\",\"user\":\"rep01\",\"words\":\"好\"}");
    assertThat(app.received()).hasSize(1);
  }

  @Test
  void a_card_has_buttons_to_tap_and_its_template_comes_and_goes() throws Exception {
    json("POST", "/templates", "{\"id\":\"t\",\"state\":\"unpublished\"}");
    assertThat(emulator.cards().isUnpublished("t")).isTrue();
    json("POST", "/templates", "{\"id\":\"t\",\"state\":\"deleted\"}");
    json("POST", "/templates", "{\"id\":\"t\",\"state\":\"published\"}");
    assertThat(emulator.cards().isUnknown("t") || emulator.cards().isUnpublished("t")).isFalse();
    assertThat(status("POST", "/templates", "{\"id\":\"t\"}")).isEqualTo(409);
    Map<String, Object> card =
        Map.of(
            "cardTemplateId",
            "t",
            "outTrackId",
            "c1",
            "openSpaceId",
            "dtv1.card//IM_ROBOT.rep01",
            "cardData",
            Map.of(
                "cardParamMap",
                Map.of(
                    "sys_full_json_obj",
                    "{\"msgButtons\":[{\"text\":\"好\",\"id\":\"ok\",\"request\":true}]}")));
    caller.post("/v1.0/card/instances/createAndDeliver", card);
    JsonObject item =
        json("GET", "/sent?limit=1", "").getAsJsonArray("items").get(0).getAsJsonObject();
    assertThat(item.getAsJsonObject("buttons")).hasToString("{\"好\":\"ok\"}");
    assertThat(status("POST", "/tap-card", "{\"id\":\"c1\",\"user\":\"rep01\",\"button\":\"no\"}"))
        .isEqualTo(409);
  }

  @Test
  void faults_are_set_shown_and_cleared() throws Exception {
    for (String kind :
        "slow hang lost-answer down status page bad-token qps quota code".split(" ")) {
      json(
          "POST",
          "/faults",
          "{\"path\":\"/x\",\"kind\":\"" + kind + "\",\"value\":\"1\",\"times\":1}");
    }
    json("POST", "/faults", "{\"invalid_users\":[\"rep01\"],\"redeliver\":1}");
    assertThat(json("GET", "/faults", "").getAsJsonArray("faults")).hasSize(12);
    assertThat(status("POST", "/faults", "{\"kind\":\"nonsense\"}")).isEqualTo(409);
    assertThat(json("DELETE", "/faults", "").getAsJsonArray("faults")).isEmpty();
    assertThat(emulator.faults().shown()).isEmpty();
  }

  @Test
  void time_quota_tokens_and_sessions_are_changed() throws Exception {
    json("POST", "/clock/advance", "{\"seconds\":60}");
    assertThat(emulator.now()).isEqualTo(Caller.NOW.plusSeconds(60));
    json("POST", "/quota", "{\"calls\":4000,\"messages\":2000}");
    assertThat(json("GET", "/quota", "").get("messages").getAsInt()).isEqualTo(2_000);
    String token = caller.token();
    json("POST", "/tokens", "{\"how\":\"expire\"}");
    assertThat(caller.token()).isNotEqualTo(token);
    json("POST", "/tokens", "{}");
    emulator.say(Said.text("rep01", "早"));
    json("POST", "/sessions/end", "{}");
    String session = app.last().json().get("sessionWebhook").getAsString();
    assertThat(caller.send("POST", session, Map.of()).code()).isEqualTo("300001");
    assertThat(json("GET", "/calls", "").has("/robot/sendBySession")).isTrue();
  }

  @Test
  void people_come_and_events_happen() throws Exception {
    json(
        "POST",
        "/people",
        "{\"userid\":\"rep03\",\"name\":\"赵六\",\"department\":3,\"manager\":\"mgr01\"}");
    assertThat(emulator.people().find("rep03").orElseThrow().manager()).contains("mgr01");
    assertThat(status("POST", "/people", "{}")).isEqualTo(409);
    assertThat(caller.raw("GET", "/admin/people", "").body()).contains("赵六");
    assertThat(caller.raw("GET", "/admin/groups", "").body()).contains("销售一部");
    json("POST", "/event", "{\"type\":\"user_add_org\",\"fields\":{\"UserId\":[\"rep03\"]}}");
    assertThat(app.event().getAsJsonArray("UserId")).hasToString("[\"rep03\"]");
    assertThat(json("GET", "/check-url", "").get("ok").getAsBoolean()).isTrue();
    String code = json("POST", "/sign-in-code", "{\"user\":\"rep03\"}").get("code").getAsString();
    assertThat(caller.post("/topapi/v2/user/getuserinfo", Map.of("code", code)).code())
        .isEqualTo("0");
  }

  @Test
  void what_makes_no_sense_is_said_to() throws Exception {
    assertThat(status("GET", "/nothing", "")).isEqualTo(404);
    assertThat(status("POST", "/inject", "no JSON")).isEqualTo(400);
    assertThat(status("POST", "/tap-card", "{}")).isEqualTo(409);
  }
}
