package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.Attachment;
import io.kouxin.bot.followup.Attachment.Shows;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.wiring.Chat;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Outbound;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PicturesTest extends InChat {
  private static final String ASKED = "照片存好了，放在华东市第一人民医院这条里。拍的是什么？";

  private void sendsAPicture() {
    sendsAPicture(REP);
  }

  private void sendsAPicture(String rep) {
    chat.sends(new Inbound.Picture(chat.envelope(rep), Chat.bytes("image/png")));
  }

  private List<Optional<Shows>> shown() {
    return chat.latest(REP).attachments().stream().map(Attachment::shows).toList();
  }

  /** The cards that ask what a picture shows, oldest first. */
  private List<Card> pictureCards() {
    return window().cards().entrySet().stream()
        .filter(card -> card.getKey().startsWith("picture:"))
        .map(card -> card.getValue())
        .toList();
  }

  private Card memoCard() {
    return window().cards().entrySet().stream()
        .filter(card -> card.getKey().startsWith("card:"))
        .map(card -> card.getValue())
        .toList()
        .getLast();
  }

  private String lastChange() {
    return window().posted().stream()
        .map(posted -> posted.message())
        .filter(Outbound.Change.class::isInstance)
        .map(Outbound::text)
        .filter(text -> !text.isEmpty())
        .toList()
        .getLast();
  }

  @Test
  void the_card_that_says_a_picture_is_kept_asks_what_it_shows() {
    aDraft();
    sendsAPicture();
    assertThat(card().body()).isEqualTo(ASKED);
    assertThat(window().buttons()).containsExactly("名片", "单据", "现场照", "先不管");
    assertThat(window().messages()).as("a card for the memo, a card for the picture").isEqualTo(2);

    chat.taps(REP, "名片");
    assertThat(shown()).containsExactly(Optional.of(Shows.CARD));
    assertThat(card().settled()).hasValue("存好了，拍的是名片。");
    assertThat(window().buttons()).isEmpty();
    assertThat(window().messages()).as("the answer changes the card in place").isEqualTo(2);
    assertThat(lastChange()).as("where a card cannot change").isEqualTo("存好了，拍的是名片。");
  }

  @Test
  void a_tap_that_says_nothing_new_writes_nothing() {
    aDraft();
    sendsAPicture();
    Inbound.Tap tap = window().tap(chat.envelope(REP), "现场照");
    chat.sends(tap);
    FollowUp after = chat.latest(REP);
    chat.sends(new Inbound.Tap(chat.envelope(REP), tap.card(), tap.action(), List.of()));
    assertThat(chat.latest(REP)).isEqualTo(after);
  }

  @ParameterizedTest
  @CsvSource({
    "名片,CARD",
    "是名片,CARD",
    "这张是他的名片,CARD",
    "单据,PAPER",
    "发票。,PAPER",
    "资料,PAPER",
    "现场照,SCENE",
    "拍的是现场,SCENE",
    "门头照,SCENE"
  })
  void the_answer_can_be_typed(String words, Shows shows) {
    aDraft();
    sendsAPicture();
    chat.types(REP, words);
    assertThat(shown()).containsExactly(Optional.of(shows));
    assertThat(card().settled()).isPresent();
    assertThat(chat.followUps(REP)).as("an answer is no memo").hasSize(1);
    assertThat(window().messages()).isEqualTo(2);
  }

  @Test
  void the_answer_can_be_spoken() {
    aDraft();
    sendsAPicture();
    chat.says(REP, "名片");
    assertThat(shown()).containsExactly(Optional.of(Shows.CARD));
    assertThat(chat.followUps(REP)).hasSize(1);
  }

  @Test
  void a_wrong_answer_is_corrected_in_words() {
    aDraft();
    sendsAPicture();
    chat.taps(REP, "名片");
    chat.types(REP, "不对，是单据");
    assertThat(shown()).containsExactly(Optional.of(Shows.PAPER));
    assertThat(card().settled()).hasValue("存好了，拍的是单据。");
  }

  @Test
  void the_same_words_with_no_picture_are_a_memo() {
    aDraft();
    chat.types(REP, "资料");
    assertThat(chat.followUps(REP)).hasSize(2);
  }

  @Test
  void a_skipped_question_is_not_asked_again_for_its_picture() {
    aDraft();
    sendsAPicture();
    chat.taps(REP, "先不管");
    assertThat(card().settled()).hasValue("好，先放着，记录都存着。");
    chat.types(REP, "改到下周一");
    assertThat(card().buttons()).isEmpty();
    assertThat(memoCard().body()).doesNotContain("？");
    assertThat(shown()).containsExactly(Optional.empty());

    sendsAPicture();
    assertThat(card().body()).as("another picture").isEqualTo("照片都存好了，放在华东市第一人民医院这条里。第2张拍的是什么？");
    assertThat(pictureCards().getFirst().buttons()).isEmpty();
  }

  @Test
  void a_question_can_be_skipped_in_words() {
    aDraft();
    sendsAPicture();
    chat.types(REP, "先不管");
    assertThat(card().settled()).isPresent();
    assertThat(chat.followUps(REP)).hasSize(1);
  }

  @Test
  void an_answer_and_a_skip_are_undone() {
    aDraft();
    sendsAPicture();
    for (String button : List.of("名片", "先不管")) {
      chat.taps(REP, button);
      assertThat(window().buttons()).isEmpty();
      chat.types(REP, "撤销");
      assertThat(shown()).containsExactly(Optional.empty());
      assertThat(window().buttons()).as("it is open again").contains("名片", "先不管");
    }
    chat.types(REP, "名片");
    assertThat(shown()).containsExactly(Optional.of(Shows.CARD));
  }

  @Test
  void a_picture_that_is_taken_back_is_not_asked_for() {
    aDraft();
    sendsAPicture();
    Inbound.Tap late = window().tap(chat.envelope(REP), "名片");
    chat.types(REP, "撤销");
    assertThat(shown()).isEmpty();
    assertThat(pictureCards().getFirst().buttons()).isEmpty();
    chat.sends(late);
    assertThat(window().answer()).contains("过时了");
  }

  @Test
  void a_second_picture_that_is_taken_back_keeps_its_number() {
    aDraft();
    sendsAPicture();
    chat.taps(REP, "名片");
    sendsAPicture();
    chat.types(REP, "撤销");
    assertThat(pictureCards().getLast().body()).contains("第2张");
    assertThat(pictureCards().getLast().settled()).hasValue("改回去了，存好了。");
    assertThat(shown()).containsExactly(Optional.of(Shows.CARD));
  }

  @Test
  void a_second_picture_does_not_repeat_a_question_that_is_open() {
    aDraft();
    sendsAPicture();
    sendsAPicture();
    assertThat(pictureCards()).hasSize(1);
    assertThat(window().answer()).isEqualTo("照片存好了，放在华东市第一人民医院这条里。");
    assertThat(memoCard().body()).as("one question at a time").doesNotContain("？");

    chat.taps(REP, "名片");
    assertThat(memoCard().body()).isEqualTo("照片都存好了，放在华东市第一人民医院这条里。第2张拍的是什么？");
    assertThat(lastChange()).isEqualTo("存好了，拍的是名片。照片拍的是什么？名片、单据还是现场照，说一声就行。");
    int before = window().messages();
    chat.taps(REP, "现场照");
    assertThat(shown()).containsExactly(Optional.of(Shows.CARD), Optional.of(Shows.SCENE));
    assertThat(memoCard().body()).doesNotContain("？");
    assertThat(window().messages()).isEqualTo(before);
  }

  @Test
  void whoever_skips_one_of_several_pictures_is_not_asked_for_the_rest() {
    aDraft();
    sendsAPicture();
    sendsAPicture();
    chat.taps(REP, "先不管");
    assertThat(memoCard().body()).doesNotContain("？");
    assertThat(shown()).containsExactly(Optional.empty(), Optional.empty());
  }

  @Test
  void the_customer_is_asked_for_first_and_the_picture_after_it_on_the_same_card() {
    chat.types(REP, "今天和王主任聊了，他觉得我们报价太高了，周五再去");
    sendsAPicture();
    assertThat(window().answer()).isEqualTo("照片存好了。");
    assertThat(card().body()).isEqualTo("已存好。这条记给哪家？都不是就直接说名字。");

    chat.taps(REP, "华康医院");
    assertThat(card().body()).isEqualTo("照片存好了，放在华康医院这条里。拍的是什么？");
    assertThat(window().messages()).isEqualTo(2);
    assertThat(lastChange()).endsWith("照片拍的是什么？名片、单据还是现场照，说一声就行。");
    chat.types(REP, "改到下周一");
    assertThat(lastChange()).as("asked once where the card cannot ask").doesNotContain("？");
    chat.taps(REP, "现场照");
    assertThat(shown()).containsExactly(Optional.of(Shows.SCENE));
    assertThat(card().body()).doesNotContain("？");
  }

  @Test
  void what_was_settled_is_asked_nothing_more_for_pictures_that_waited() {
    chat.types(REP, "今天和王主任聊了，他觉得我们报价太高了，周五再去");
    sendsAPicture();
    chat.types(REP, "没问题");
    assertThat(card().settled()).isPresent();
    assertThat(card().body()).doesNotContain("？");
  }

  @Test
  void a_picture_of_a_settled_visit_is_asked_for_and_makes_no_revision() {
    aConfirmed();
    sendsAPicture();
    chat.taps(REP, "现场照");
    assertThat(shown()).containsExactly(Optional.of(Shows.SCENE));
    assertThat(chat.latest(REP).status()).isEqualTo(Status.CONFIRMED);
    assertThat(chat.latest(REP).revision()).isEqualTo(1);
  }

  @Test
  void a_picture_that_came_before_its_words_is_asked_for_on_their_card() {
    sendsAPicture();
    aDraft();
    assertThat(card().body()).isEqualTo(ASKED);
    assertThat(window().messages()).isEqualTo(2);
    chat.taps(REP, "名片");
    assertThat(shown()).containsExactly(Optional.of(Shows.CARD));
    assertThat(card().body()).doesNotContain("？");
  }

  @Test
  void what_a_picture_shows_may_be_said_before_whose_it_is() {
    sendsAPicture();
    chat.types(REP, "名片");
    assertThat(window().answer()).isEqualTo("照片存好了。是哪家的？说个名字就行。");
    assertThat(chat.followUps(REP)).isEmpty();
    aDraft();
    assertThat(shown()).containsExactly(Optional.of(Shows.CARD));
    assertThat(card().body()).doesNotContain("？");
  }

  @Test
  void a_name_that_says_whose_picture_it_is_is_followed_by_the_question() {
    chat.types(REP, "第一家是华康医院，王主任嫌价格太高，下周三再去。第二家是博宁骨科，何院长要样品，周五寄过去");
    sendsAPicture();
    chat.types(REP, "博宁骨科");
    assertThat(card().body()).isEqualTo("照片存好了，放在博宁骨科医院这条里。拍的是什么？");
    chat.taps(REP, "单据");
    assertThat(shown()).containsExactly(Optional.of(Shows.PAPER));
  }

  @Test
  void a_dropped_visit_closes_its_question_and_restoring_opens_it_again() {
    aDraft();
    sendsAPicture();
    chat.types(REP, "不要了");
    assertThat(card().buttons()).isEmpty();
    chat.types(REP, "恢复");
    assertThat(pictureCards().getFirst().buttons()).isNotEmpty();
  }

  @Test
  void a_forged_choice_is_said_to_be_stale() {
    aDraft();
    sendsAPicture();
    FollowUp before = chat.latest(REP);
    String card = List.copyOf(window().cards().keySet()).getLast();
    String media = before.attachments().getFirst().media();
    for (String argument : List.of("CARD:none", "CAT:" + media, media, "")) {
      String action = "shows|" + before.id() + "|" + argument;
      chat.sends(new Inbound.Tap(chat.envelope(REP), card, action, List.of()));
      assertThat(window().answer()).contains("过时了");
    }
    assertThat(chat.latest(REP)).isEqualTo(before);
  }

  @ParameterizedTest
  @CsvSource({"name card,CARD", "it's an invoice,PAPER", "on site,SCENE", "Business card.,CARD"})
  void english_reps_are_asked_and_answer_in_english(String words, Shows shows) {
    chat.types(ENGLISH_REP, "Met Dr Patel at Riverside Hospital, I see him again on Monday");
    sendsAPicture(ENGLISH_REP);
    Card asked = chat.window(ENGLISH_REP).card();
    assertThat(asked.body())
        .isEqualTo("Picture saved, filed with your note on Riverside Hospital. What does it show?");
    assertThat(asked.buttons())
        .extracting(Card.Button::label)
        .containsExactly("Name card", "Document", "On site", "Skip");
    chat.types(ENGLISH_REP, words);
    assertThat(chat.latest(ENGLISH_REP).attachments().getFirst().shows()).hasValue(shows);
    assertThat(chat.window(ENGLISH_REP).card().settled()).isPresent();
    assertThat(chat.followUps(ENGLISH_REP)).hasSize(1);
  }
}
