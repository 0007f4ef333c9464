package io.kouxin.integrations.dingtalk.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Interactive cards, and taps on them over HTTP. */
class CardConformanceTest {
  private static final String CREATE = "/v1.0/card/instances/createAndDeliver";
  private static final String TO_PERSON = "dtv1.card//IM_ROBOT.rep01";
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

  private Map<String, Object> card(String id, String space, Map<String, ?> params) {
    Map<String, Object> body = new HashMap<>();
    body.put("cardTemplateId", "template.schema");
    body.put("outTrackId", id);
    body.put("openSpaceId", space);
    body.put("callbackType", "HTTP");
    body.put("callbackRouteKey", "kouxin");
    body.put("cardData", Map.of("cardParamMap", params));
    return body;
  }

  private Caller.Reply create(String id, String space) throws Exception {
    return caller.post(CREATE, card(id, space, Map.of("title", "待确认", "state", "open")));
  }

  private static JsonObject delivered(Caller.Reply reply) {
    return reply.object("result").getAsJsonArray("deliverResults").get(0).getAsJsonObject();
  }

  private Caller.Reply register(boolean force) throws Exception {
    return caller.post(
        "/v1.0/card/callbacks/register",
        Map.of(
            "callbackRouteKey",
            "kouxin",
            "callbackUrl",
            app.at("/cards").toString(),
            "apiSecret",
            "example-secret",
            "forceUpdate",
            force));
  }

  @Test
  void a_card_reaches_a_person_or_a_group_and_says_so_for_each() throws Exception {
    assertThat(delivered(create("c1", TO_PERSON)).get("success").getAsBoolean()).isTrue();
    assertThat(caller.last().isShownTo("rep01")).isTrue();
    create("c2", "dtv1.card//IM_GROUP." + Group.SALES.id());
    assertThat(caller.last().isShownTo("rep02")).isTrue();
    JsonObject nobody = delivered(create("c3", "dtv1.card//IM_ROBOT.nobody"));
    assertThat(nobody.get("success").getAsBoolean()).isFalse();
    assertThat(nobody.get("errorMsg").getAsString()).isEqualTo("param.userIdNotExist");
  }

  @Test
  void a_card_may_be_made_first_and_delivered_then() throws Exception {
    caller.post("/v1.0/card/instances", card("c1", "", Map.of("title", "a")));
    assertThat(emulator.sent()).isEmpty();
    Map<String, Object> where = Map.of("outTrackId", "c1", "openSpaceId", TO_PERSON);
    assertThat(caller.post("/v1.0/card/instances/deliver", where).status()).isEqualTo(200);
    assertThat(caller.last().content().text()).isEqualTo("a");
  }

  @Test
  void a_card_that_cannot_be_is_refused() throws Exception {
    create("c1", TO_PERSON);
    assertThat(create("c1", TO_PERSON).code()).isEqualTo("param.cardAlreadyExist");
    assertThat(create("c2", "elsewhere").code()).isEqualTo("param.openSpaceIdInvalid");
    assertThat(caller.post(CREATE, card("c3", TO_PERSON, Map.of("n", 7))).code())
        .isEqualTo("param.cardParamMap.invalid");
    assertThat(caller.post(CREATE, card("c3", TO_PERSON, Map.of("n", "长".repeat(342)))).code())
        .isEqualTo("param.cardParamMap.invalid");
    emulator.cards().delete("template.schema");
    assertThat(create("c4", TO_PERSON).code()).isEqualTo("param.templateNotExist");
    emulator.cards().publish("template.schema");
    emulator.cards().unpublish("template.schema");
    assertThat(create("c4", TO_PERSON).code()).isEqualTo("param.templateUnpublished");
  }

  @Test
  void an_update_overwrites_all_unless_it_goes_by_key() throws Exception {
    create("c1", TO_PERSON);
    Map<String, Object> change = card("c1", "", Map.of("state", "done"));
    change.put("cardUpdateOptions", Map.of("updateCardDataByKey", true));
    assertThat(caller.put("/v1.0/card/instances", change).status()).isEqualTo(200);
    assertThat(caller.last().content().body().get("title").getAsString()).isEqualTo("待确认");
    change.remove("cardUpdateOptions");
    caller.put("/v1.0/card/instances", change);
    assertThat(caller.last().content().body()).hasToString("{\"state\":\"done\"}");
    change.put("outTrackId", "no");
    assertThat(caller.put("/v1.0/card/instances", change).code()).isEqualTo("param.cardNotExist");
  }

  @Test
  void a_stream_of_pieces_grows_or_replaces() throws Exception {
    create("c1", TO_PERSON);
    Map<String, Object> piece =
        Map.of("outTrackId", "c1", "guid", "1", "key", "title", "content", "！", "isFull", false);
    caller.put("/v1.0/card/streaming", piece);
    assertThat(caller.last().content().body().get("title").getAsString()).isEqualTo("待确认！");
    Map<String, Object> whole =
        Map.of("outTrackId", "c1", "key", "title", "content", "全", "isFull", true);
    caller.put("/v1.0/card/streaming", whole);
    assertThat(caller.last().content().body().get("title").getAsString()).isEqualTo("全");
    Map<String, Object> wide =
        Map.of("outTrackId", "c1", "key", "title", "content", "长".repeat(400));
    assertThat(caller.put("/v1.0/card/streaming", wide).code()).isEqualTo("param.stream.content");
  }

  @Test
  void a_tap_comes_signed_to_the_registered_address() throws Exception {
    assertThat(register(false).object("result").get("apiSecret").getAsString())
        .isEqualTo("example-secret");
    Caller.Reply again = register(false);
    assertThat(again.status()).isEqualTo(500);
    assertThat(again.code()).isEqualTo("param.callbackRouteKeyExist");
    assertThat(register(true).status()).isEqualTo(200);
    create("c1", TO_PERSON);
    JsonObject params = JsonParser.parseString("{\"action\":\"done\"}").getAsJsonObject();
    assertThat(emulator.tapCard("c1", "rep01", params, Manner.PLAIN).isAccepted()).isTrue();
    Listener.Received got = app.last();
    String time = got.header("x-ddpaas-signature-timestamp");
    assertThat(got.header("x-ddpaas-signature"))
        .isEqualTo(Signatures.ofCard(time, "example-secret"));
    JsonObject content =
        JsonParser.parseString(got.json().get("content").getAsString()).getAsJsonObject();
    assertThat(content.getAsJsonObject("cardPrivateData").getAsJsonObject("params"))
        .isEqualTo(params);
    emulator.tapCard("c1", "rep01", params, Manner.tampered(Manner.Tampering.SIGNATURE));
    assertThat(app.last().header("x-ddpaas-signature"))
        .isNotEqualTo(Signatures.ofCard(time, "example-secret"));
  }

  @Test
  void a_button_is_tapped_by_its_label_and_brings_its_id() throws Exception {
    register(false);
    String objects =
        "{\"msgButtons\":[{\"text\":\"好\",\"id\":\"ok\",\"request\":true},{\"text\":\"看\",\"id\":\"x\"}]}";
    caller.post(CREATE, card("c1", TO_PERSON, Map.of("sys_full_json_obj", objects)));
    assertThat(emulator.buttons("c1")).isEqualTo(Map.of("好", "ok"));
    assertThat(emulator.tapButton("c1", "rep01", "好").isAccepted()).isTrue();
    assertThat(app.last().json().get("content").getAsString())
        .isEqualTo("{\"cardPrivateData\":{\"actionIds\":[\"ok\"],\"params\":{\"id\":\"ok\"}}}");
    assertThatThrownBy(() -> emulator.tapButton("c1", "rep01", "看")).hasMessageContaining("看");
  }

  @Test
  void nobody_taps_a_card_of_somebody_else() throws Exception {
    create("c1", TO_PERSON);
    assertThatThrownBy(() -> emulator.tapCard("c1", "rep02", new JsonObject(), Manner.PLAIN))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> emulator.tapCard("c1", "rep01", new JsonObject(), Manner.PLAIN))
        .hasMessageContaining("kouxin");
    assertThat(List.copyOf(app.received())).isEmpty();
  }
}
