package io.kouxin.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.channel.Inbound;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

@SpringBootTest(
    classes = ConsoleServer.class,
    webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class ConsoleTest {
  private static final String MESSAGES = "/api/v1/sandbox/messages";
  private static final String ACTIONS = "/api/v1/sandbox/actions";

  @LocalServerPort private int port;
  @Autowired private ScriptedChat chat;
  private Browser browser;

  @BeforeEach
  void start() {
    browser = Browser.at(port);
    chat.accepted.clear();
  }

  @Test
  void names_the_people_to_play() throws Exception {
    var people = browser.json("/api/v1/sandbox/people");
    assertThat(people.at("/items/0"))
        .hasToString(
            "{\"id\":\"wanglei\",\"name\":\"王磊\",\"role\":\"rep\",\"language\":\"zh\","
                + "\"leader\":\"chen\"}");
    assertThat(people.at("/items/1/leader").isNull()).isTrue();
    assertThat(people.get("next").isNull()).isTrue();
  }

  @Test
  void offers_examples_and_places_in_the_language_asked_for() throws Exception {
    assertThat(browser.json("/api/v1/sandbox/examples?language=en").at("/items/0/text").asString())
        .isEqualTo("dearer than a rival");
    assertThat(browser.json("/api/v1/sandbox/places").at("/items/0/latitude").asDouble())
        .isEqualTo(31.2);
    assertProblem(browser.get("/api/v1/sandbox/examples?language=fr"), 400, "zh-CN or en");
  }

  @Test
  void takes_words_and_answers_with_the_id_that_the_chat_shows() throws Exception {
    var answer = browser.postForm(MESSAGES, rep("wanglei"), Browser.Part.field("text", "比迈瑞贵"));
    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(chat.accepted)
        .singleElement()
        .isInstanceOfSatisfying(
            Inbound.Text.class, text -> assertThat(text.text()).isEqualTo("比迈瑞贵"));
    String id = chat.accepted.getFirst().envelope().id();
    assertThat(answer.body()).isEqualTo("{\"id\":\"" + id + "\"}");
    assertThat(browser.json(MESSAGES + "?rep=wanglei").at("/items/0/id").asString()).isEqualTo(id);
  }

  @Test
  void takes_a_recorded_note_and_a_picture() throws Exception {
    var note = new Browser.Part("file", "note.webm", "audio/webm;codecs=opus", ScriptedChat.SOUND);
    assertThat(browser.postForm(MESSAGES, rep("wanglei"), note).statusCode()).isEqualTo(202);
    var picture = new Browser.Part("file", "door.png", "image/png", ScriptedChat.SOUND);
    assertThat(browser.postForm(MESSAGES, rep("wanglei"), picture).statusCode()).isEqualTo(202);
    assertThat(chat.accepted)
        .extracting(message -> message.getClass().getSimpleName())
        .containsExactly("Voice", "Picture");
  }

  @Test
  void takes_a_place() throws Exception {
    var place =
        Browser.Part.field("place", "{\"latitude\":31.2,\"longitude\":121.4,\"label\":\"华康\"}");
    assertThat(browser.postForm(MESSAGES, rep("wanglei"), place).statusCode()).isEqualTo(202);
    assertThat(chat.accepted).singleElement().isInstanceOf(Inbound.Place.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "wanglei | text  | ''                              | exactly one",
        "wanglei | other | x                               | exactly one",
        "nobody  | text  | x                               | one of /api/v1/sandbox/people",
        "wanglei | place | {\"latitude\":91,\"longitude\":0} | latitude from -90",
        "wanglei | place | {}x                             | latitude from -90",
      })
  void refuses_a_post_it_cannot_understand(String rep, String field, String value, String why)
      throws Exception {
    assertProblem(browser.postForm(MESSAGES, rep(rep), Browser.Part.field(field, value)), 400, why);
    assertThat(chat.accepted).isEmpty();
  }

  @Test
  void refuses_a_post_without_a_person() throws Exception {
    assertProblem(browser.postForm(MESSAGES, Browser.Part.field("text", "x")), 400, "rep");
  }

  @Test
  void refuses_a_file_over_20_MB_in_words() throws Exception {
    var big = new Browser.Part("file", "long.wav", "audio/wav", new byte[21 * 1024 * 1024]);
    assertProblem(browser.postForm(MESSAGES, rep("wanglei"), big), 413, "at most 20 MB");
  }

  @Test
  void takes_a_tap_with_its_ticks() throws Exception {
    String tap =
        """
        {"rep":"wanglei","card":"draft:1","action":"add","ticked":["price"]}""";
    assertThat(browser.postJson(ACTIONS, tap).statusCode()).isEqualTo(202);
    assertThat(chat.accepted)
        .singleElement()
        .isInstanceOfSatisfying(
            Inbound.Tap.class, it -> assertThat(it.ticked()).containsExactly("price"));
  }

  @Test
  void refuses_a_tap_that_is_not_whole() throws Exception {
    assertProblem(browser.postJson(ACTIONS, "{\"rep\":\"wanglei\"}"), 400, "'card' is missing");
    assertProblem(browser.postJson(ACTIONS, "{\"rep\":"), 400, "not the JSON we expect (line 1");
    assertProblem(browser.postJson(ACTIONS, "[]"), 400, "not the JSON we expect");
    assertProblem(browser.postForm(ACTIONS, rep("wanglei")), 415, "not supported");
  }

  @Test
  void cuts_a_card_to_the_look() throws Exception {
    var wecom = browser.json(MESSAGES + "?rep=wanglei&look=wecom").at("/items/0/card");
    assertThat(wecom.at("/title").asString()).hasSize(26);
    assertThat(wecom.at("/buttons").size()).isEqualTo(6);
    assertThat(wecom.at("/menu").size()).isEqualTo(1);
    assertThat(wecom.at("/settled").isNull()).isTrue();
    var dingtalk = browser.json(MESSAGES + "?rep=wanglei&look=dingtalk").at("/items/0/card");
    assertThat(dingtalk.at("/buttons").size()).isEqualTo(4);
    assertProblem(browser.get(MESSAGES + "?rep=wanglei&look=icq"), 400, "wecom or dingtalk");
  }

  @Test
  void says_nothing_again_while_the_chat_is_unchanged() throws Exception {
    String etag = etag(browser.get(MESSAGES + "?rep=wanglei"));
    var same = browser.get(MESSAGES + "?rep=wanglei", "If-None-Match", etag);
    assertThat(same.statusCode()).isEqualTo(304);
    assertThat(same.body()).isEmpty();
    browser.postForm(MESSAGES, rep("wanglei"), Browser.Part.field("text", "比迈瑞贵"));
    assertThat(browser.get(MESSAGES + "?rep=wanglei", "If-None-Match", etag).statusCode())
        .isEqualTo(200);
  }

  @Test
  void goes_on_after_an_item() throws Exception {
    browser.postForm(MESSAGES, rep("wanglei"), Browser.Part.field("text", "比迈瑞贵"));
    String first = chat.accepted.getFirst().envelope().id();
    var rest = browser.json(MESSAGES + "?rep=wanglei&after=" + first).get("items");
    assertThat(rest.size()).isEqualTo(1);
    assertThat(rest.at("/0/id").asString()).isEqualTo("card-1");
  }

  @Test
  void plays_a_note_from_anywhere_in_it() throws Exception {
    var whole = browser.get("/api/v1/sandbox/media/note");
    assertThat(whole.headers().firstValue("Content-Type")).contains("audio/webm;codecs=opus");
    assertThat(whole.headers().allValues("Cache-Control"))
        .containsExactly("max-age=31536000, private, immutable");
    var part = browser.get("/api/v1/sandbox/media/note", "Range", "bytes=2-4");
    assertThat(part.statusCode()).isEqualTo(206);
    assertThat(part.body()).isEqualTo("\3\4\5");
  }

  @ParameterizedTest
  @CsvSource({"page", "drawing", "odd"})
  void lets_a_browser_download_what_it_might_run(String id) throws Exception {
    var file = browser.get("/api/v1/sandbox/media/" + id);
    assertThat(file.headers().firstValue("Content-Type")).contains("application/octet-stream");
    assertThat(file.headers().firstValue("Content-Disposition").orElse(""))
        .startsWith("attachment");
  }

  @Test
  void says_that_media_are_gone() throws Exception {
    assertProblem(browser.get("/api/v1/sandbox/media/none"), 404, "no recording");
  }

  @Test
  void tells_how_far_the_models_are() throws Exception {
    assertThat(browser.json("/api/v1/models").at("/items/0"))
        .hasToString(
            "{\"name\":\"vosk-cn\",\"language\":\"zh\",\"state\":\"fetching\",\"done\":43,"
                + "\"total\":100,\"message\":\"\"}");
  }

  @Test
  void keeps_its_own_mistakes_to_itself() throws Exception {
    var answer = browser.postForm(MESSAGES, rep("wanglei"), Browser.Part.field("text", "break"));
    assertProblem(answer, 500, "The log has it under");
    assertThat(answer.body()).doesNotContain("secret", "IllegalState", "io.kouxin");
  }

  @Test
  void says_that_there_is_nothing_at_an_unknown_address() throws Exception {
    assertProblem(browser.get("/api/v1/nothing"), 404, "nothing at this address");
    assertProblem(browser.get("/nothing"), 404, "nothing at this address");
  }

  private static Browser.Part rep(String id) {
    return Browser.Part.field("rep", id);
  }

  private static String etag(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  private static void assertProblem(HttpResponse<String> answer, int status, String words) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type").orElse(""))
        .startsWith("application/problem+json");
    assertThat(answer.body()).contains("\"status\":" + status, words);
  }
}
