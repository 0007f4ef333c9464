package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Option;
import io.kouxin.integrations.channel.Card.Row;
import io.kouxin.integrations.channel.Card.Style;
import java.net.URI;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TemplateCardTest {
  private static final Button OK = new Button("ok:1", "没问题", Style.PRIMARY);
  private static final Button CHANGE = new Button("change:1", "改一下", Style.NORMAL);
  private static final Button DROP = new Button("drop:1", "不要了", Style.DANGER);
  private static final Card DRAFT =
      new Card(
          "华康医院 · 张主任",
          "语音 23 秒",
          "“比迈瑞贵”",
          List.of(new Row("异议", "价格"), new Row("下一步", "送对比表")),
          List.of(),
          List.of(OK, CHANGE),
          List.of(DROP),
          Optional.empty());

  private static JsonObject sheet(Card card) {
    return TemplateCard.sheet("draft:42", card, "全部的话", WeComChannel.LIMITS).orElseThrow();
  }

  private static JsonObject face(Card card) {
    return TemplateCard.face(card, "", WeComChannel.LIMITS).orElseThrow();
  }

  @Test
  void a_draft_is_a_card_with_buttons_and_a_corner_menu() {
    assertThat(sheet(DRAFT))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"card_type":"button_interaction",
                 "main_title":{"title":"华康医院 · 张主任","desc":"语音 23 秒"},
                 "sub_title_text":"“比迈瑞贵”",
                 "horizontal_content_list":[{"keyname":"异议","value":"价格"},
                                            {"keyname":"下一步","value":"送对比表"}],
                 "button_list":[{"text":"没问题","style":1,"key":"ok:1"},
                                {"text":"改一下","style":3,"key":"change:1"}],
                 "action_menu":{"action_list":[{"text":"不要了","key":"drop:1"}]},
                 "task_id":"draft@42"}
                """));
  }

  @Test
  void a_settled_face_is_grey_and_names_no_action() {
    JsonObject face = face(DRAFT.settledAs("已存 15:02"));
    assertThat(face.get("replace_text").getAsString()).isEqualTo("已存 15:02");
    assertThat(face.has("task_id")).isFalse();
    assertThat(face.has("action_menu")).isFalse();
    assertThat(face.toString()).doesNotContain("ok:1");
    assertThat(face.getAsJsonArray("button_list")).hasSize(1);
  }

  @Test
  void a_new_face_that_is_not_settled_keeps_its_buttons() {
    assertThat(face(DRAFT).getAsJsonArray("button_list")).hasSize(2);
    assertThat(face(DRAFT).has("replace_text")).isFalse();
  }

  @Test
  void a_card_that_only_informs_is_a_notice_that_opens_a_page() {
    Card card = DRAFT.withButtons(List.of());
    var silent =
        new Card(
            card.title(),
            "",
            "三件事",
            card.rows(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty());
    URI page = URI.create("https://kouxin.example.com/");
    assertThat(TemplateCard.notice(silent, "", WeComChannel.LIMITS, page).orElseThrow())
        .isEqualTo(
            JsonParser.parseString(
                """
                {"card_type":"text_notice","main_title":{"title":"华康医院 · 张主任"},
                 "sub_title_text":"三件事",
                 "horizontal_content_list":[{"keyname":"异议","value":"价格"},
                                            {"keyname":"下一步","value":"送对比表"}],
                 "card_action":{"url":"https://kouxin.example.com/","type":1}}
                """));
    assertThat(TemplateCard.notice(DRAFT, "", WeComChannel.LIMITS, page)).isEmpty();
    assertThat(TemplateCard.notice(silent.settledAs("好了"), "", WeComChannel.LIMITS, page))
        .isEmpty();
  }

  @Test
  void options_make_it_a_vote_that_the_first_button_sends() {
    Card vote =
        new Card(
            "还有几位客户？",
            "勾一下",
            "",
            List.of(),
            List.of(new Option("a", "华康", true), new Option("b", "仁济", false)),
            List.of(OK, CHANGE),
            List.of(),
            Optional.empty());
    assertThat(sheet(vote))
        .isEqualTo(
            JsonParser.parseString(
                """
                {"card_type":"vote_interaction",
                 "main_title":{"title":"还有几位客户？","desc":"勾一下"},
                 "checkbox":{"question_key":"ticked","mode":1,
                   "option_list":[{"id":"a","text":"华康","is_checked":true},
                                  {"id":"b","text":"仁济","is_checked":false}]},
                 "submit_button":{"text":"没问题","key":"ok:1"},
                 "task_id":"draft@42"}
                """));
  }

  @Test
  void a_sentence_without_a_title_begins_in_the_title() {
    JsonObject one = sheet(Card.of("", "记在哪家名下？").withButtons(List.of(OK)));
    assertThat(title(one)).isEqualTo("记在哪家名下？");
    assertThat(one.has("sub_title_text")).isFalse();
    JsonObject two = sheet(Card.of("", "今天说了两家医院。这条记在哪家名下，是华康医院还是仁济医院？").withButtons(List.of(OK)));
    assertThat(title(two)).isEqualTo("今天说了两家医院。这条记在哪家名下，");
    assertThat(two.get("sub_title_text").getAsString()).isEqualTo("是华康医院还是仁济医院？");
  }

  @Test
  void a_long_sentence_without_a_border_is_begun_in_the_title_and_said_in_the_body() {
    String sentence = "一二三四五六七八九十".repeat(4);
    JsonObject card = sheet(Card.of("", sentence).withButtons(List.of(OK)));
    assertThat(title(card)).isEqualTo("一二三四五六七八九十".repeat(2) + "一二三四五…");
    assertThat(card.get("sub_title_text").getAsString()).isEqualTo(sentence);
  }

  @Test
  void a_card_of_buttons_alone_takes_its_title_from_the_words() {
    assertThat(title(sheet(Card.of("", "").withButtons(List.of(OK))))).isEqualTo("全部的话");
  }

  @Test
  void what_is_too_many_for_wecom_goes_behind_the_corner_or_away() {
    Card full =
        new Card(
            "标题",
            "",
            "长".repeat(200),
            Collections.nCopies(9, new Row("下一步行动", "送对比表")),
            List.of(),
            List.of(OK, CHANGE, OK, CHANGE, OK, CHANGE, DROP),
            List.of(CHANGE, OK, OK),
            Optional.empty());
    JsonObject card = sheet(full);
    assertThat(card.getAsJsonArray("horizontal_content_list")).hasSize(6);
    assertThat(card.getAsJsonArray("button_list")).hasSize(6);
    assertThat(card.getAsJsonObject("action_menu").getAsJsonArray("action_list")).hasSize(3);
    assertThat(card.get("sub_title_text").getAsString()).hasSize(112);
  }

  @Test
  void a_menu_without_buttons_becomes_buttons() {
    JsonObject card =
        sheet(
            new Card(
                "标题", "", "", List.of(), List.of(), List.of(), List.of(DROP), Optional.empty()));
    assertThat(card.getAsJsonArray("button_list")).hasSize(1);
    assertThat(card.has("action_menu")).isFalse();
  }

  @Test
  void with_nothing_to_tap_there_is_no_card() {
    assertThat(TemplateCard.sheet("k", Card.of("标题", "话"), "话", WeComChannel.LIMITS)).isEmpty();
    assertThat(TemplateCard.sheet("k", DRAFT.settledAs("已存"), "话", WeComChannel.LIMITS)).isEmpty();
  }

  @Test
  void a_key_that_cannot_be_a_task_id_makes_no_card() {
    assertThat(TemplateCard.sheet("长".repeat(80), DRAFT, "话", WeComChannel.LIMITS)).isEmpty();
  }

  @Test
  void no_word_becomes_an_escape_that_wecom_refuses() {
    Card odd = Card.of("a\u0000b\u2028c", "<b>&'\u001b").withButtons(List.of(OK));
    String json = sheet(odd).toString();
    assertThat(json).doesNotContain("\\u").contains("ab\\nc").contains("<b>&'");
  }

  private static String title(JsonObject card) {
    return card.getAsJsonObject("main_title").get("title").getAsString();
  }
}
