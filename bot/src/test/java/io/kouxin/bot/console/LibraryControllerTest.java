package io.kouxin.bot.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.kouxin.bot.access.Sight;
import io.kouxin.bot.customer.JdbcCustomers;
import io.kouxin.bot.learning.Ground;
import io.kouxin.bot.learning.Lessons;
import io.kouxin.bot.pack.Packs;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.Stores;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponseException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API takes and shows of the library. */
class LibraryControllerTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final Sight ALL = new Sight(Optional.empty());
  private static final String ENTRY =
      """
      {"id":"boss-on-our-side","kind":"stakeholder","label":"院长支持","phrases":["院长说他会全力支持"," "],
       "group":"attitude","parent":"inside-supporter","aliases":["院长牌"],"severity":"high",
       "negativePhrases":["副院长"],"counterExamples":["院长今天不在"],"description":"院长点头",
       "evidenceRequired":["会议纪要"],"owner":"运营","playbook":"price"}""";

  private final Scene scene = new Scene(Stores.SQLITE);
  private final LibraryController library;

  LibraryControllerTest() throws IOException {
    var packs = new Packs(scene.jdbc, scene.transactions, scene.clock);
    packs.installMissing(List.of("general"));
    library = new LibraryController(packs, lessons(packs));
  }

  private Lessons lessons(Packs packs) {
    var customers = new JdbcCustomers(scene.jdbc, scene.transactions, scene.clock);
    return new Lessons(
        new Ground(
            scene.jdbc,
            scene.transactions,
            scene.clock,
            scene.journal,
            scene.followUps,
            customers,
            packs));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void an_entry_is_taken_and_shown_with_all_it_has() {
    JsonNode made = JSON.valueToTree(library.create(entry(ENTRY), ALL));

    assertThat(made.get("parent").asString()).isEqualTo("inside-supporter");
    assertThat(made.get("phrases").size()).as("an empty line is nobody's intention").isEqualTo(1);
    assertThat(made.at("/negativePhrases/0").asString()).isEqualTo("副院长");
    assertThat(made.at("/counterExamples/0").asString()).isEqualTo("院长今天不在");
    assertThat(made.at("/evidenceRequired/0").asString()).isEqualTo("会议纪要");
    assertThat(made.get("owner").asString()).isEqualTo("运营");
    assertThat(made.get("version").asInt()).isEqualTo(1);
  }

  @Test
  void an_entry_shows_how_thin_it_is_and_what_became_of_it() {
    JsonNode state = JSON.valueToTree(library.create(entry(ENTRY), ALL)).get("state");

    assertThat(state.at("/strength/thin").asBoolean()).isTrue();
    assertThat(state.at("/strength/utterances").asInt()).isEqualTo(1);
    assertThat(state.at("/strength/aim").asInt()).isEqualTo(12);
    assertThat(state.at("/use/tagged").asInt()).isZero();
    assertThat(state.at("/use/precision").isNull()).isTrue();
    assertThat(state.at("/learned/phrases").size()).isZero();
    assertThat(state.get("problems").size()).isZero();
  }

  @Test
  void no_shipped_entry_has_a_problem() {
    assertThat(library.list(null, ALL).items())
        .hasSizeGreaterThan(40)
        .allSatisfy(one -> assertThat(one.state().problems()).as(one.id()).isEmpty());
    assertThat(library.list("en", ALL).items()).allMatch(one -> one.id().startsWith("en-"));
  }

  @Test
  void an_older_version_does_not_overwrite_a_newer_one() {
    library.create(entry(ENTRY), ALL);
    EntryJson first = entry(ENTRY.replace("{\"id\"", "{\"version\":1,\"id\""));

    assertThat(library.update("boss-on-our-side", first, ALL).version()).isEqualTo(2);
    assertThatThrownBy(() -> library.update("boss-on-our-side", first, ALL))
        .isInstanceOfSatisfying(
            ErrorResponseException.class,
            e -> assertThat(e.getStatusCode()).isEqualTo(HttpStatus.CONFLICT));
  }

  @Test
  void what_is_wrong_is_told_by_kind_and_field() {
    EntryJson broken = entry(ENTRY.replace("inside-supporter", "nobody").replace("院长牌", "牌"));

    assertThatThrownBy(() -> library.create(broken, ALL))
        .isInstanceOfSatisfying(
            ErrorResponseException.class,
            e -> {
              assertThat(e.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
              assertThat(JSON.valueToTree(e.getBody().getProperties()).toString())
                  .contains("\"kind\":\"parent-unknown\",\"field\":\"parent\"")
                  .contains("\"kind\":\"text-short\",\"field\":\"aliases\"");
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"question\":\"谁出钱？\",\"choices\":[{\"entry\":\"inside-supporter\"},{\"label\":\"客户出\"}]}",
        "{\"question\":\"谁出钱？\",\"choices\":[null,{\"label\":\"客户出\"}]}",
        "{\"question\":\"谁出钱？\"}",
        "{}"
      })
  void a_question_without_words_or_choices_is_told_and_not_tripped_over(String ask) {
    refused(ENTRY.replace("{\"id\"", "{\"ask\":" + ask + ",\"id\""), "ask-choices", "ask");
  }

  @Test
  void a_question_is_shown_as_it_was_taken() {
    String ask = "{\"question\":\"谁出钱？\",\"choices\":[{\"label\":\"我们出\"},{\"label\":\"客户出\"}]}";
    JsonNode made =
        JSON.valueToTree(
            library.create(entry(ENTRY.replace("{\"id\"", "{\"ask\":" + ask + ",\"id\"")), ALL));

    assertThat(made.at("/ask/question").asString()).isEqualTo("谁出钱？");
    assertThat(made.at("/ask/choices/1/label").asString()).isEqualTo("客户出");
    assertThat(made.at("/ask/choices/1/entry").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\u0000", "\\u202e", "\\n", "\\u200b", "\\u2028"})
  void a_name_has_no_characters_that_a_chat_obeys(String unseen) {
    refused(ENTRY.replace("院长支持", "院长" + unseen + "支持"), "unseen", "label");
  }

  private void refused(String json, String kind, String field) {
    assertThatThrownBy(() -> library.create(entry(json), ALL))
        .isInstanceOfSatisfying(
            ErrorResponseException.class,
            e -> {
              assertThat(e.getStatusCode()).isEqualTo(HttpStatus.BAD_REQUEST);
              assertThat(JSON.valueToTree(e.getBody().getProperties()).toString())
                  .contains("\"kind\":\"%s\",\"field\":\"%s\"".formatted(kind, field));
            });
  }

  private static EntryJson entry(String json) {
    return JSON.readValue(json, EntryJson.class);
  }
}
