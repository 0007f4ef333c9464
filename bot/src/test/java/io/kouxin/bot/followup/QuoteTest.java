package io.kouxin.bot.followup;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.people.People.Account;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuoteTest {

  private static FollowUp said(String text, List<TagMark> tags) {
    var part =
        new Part(
            "m",
            0,
            text,
            Part.Source.typed(),
            List.of(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            Instant.EPOCH);
    return new FollowUp(
        "f",
        "r",
        new Account("sandbox", "r"),
        Locale.CHINESE,
        Optional.empty(),
        List.of(part),
        tags,
        List.of(),
        Map.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Set.of(),
        FollowUp.Status.DRAFT,
        1,
        1,
        Instant.EPOCH,
        Instant.EPOCH);
  }

  private static TagMark tag(String kind, int start, int end) {
    return new TagMark(
        kind, kind, kind, 1, "asserted", List.of(new TagMark.Evidence(start, end, "")), false);
  }

  private static Optional<String> around(String text, String words) {
    int start = text.indexOf(words);
    TagMark tag = tag("need", start, start + words.length());
    return Quote.of(said(text, List.of(tag)), tag);
  }

  @ParameterizedTest
  @CsvSource({
    "聊了聊。他嫌比迈瑞贵，要看看。再去, 迈瑞, 他嫌比迈瑞贵，要看看",
    "Fine so far. Too dear at 3.5 million. Bye., dear, Too dear at 3.5 million",
    "贵, 贵, 贵",
    "他嫌贵：, 贵, 他嫌贵",
  })
  void is_the_whole_sentence_without_its_mark(String text, String words, String quote) {
    assertThat(around(text, words)).contains(quote);
  }

  @Test
  void speech_without_marks_is_quoted_for_a_breath_on_either_side() {
    assertThat(around("一".repeat(100) + "贵" + "二".repeat(100), "贵"))
        .contains("一".repeat(24) + "贵" + "二".repeat(24));
  }

  @Test
  void no_english_word_is_cut() {
    String quote =
        around(
                "they mentioned that quite honestly everything is far too expensive for the whole"
                    + " department at this moment in time",
                "expensive")
            .orElseThrow();

    assertThat(
            "they mentioned that quite honestly everything is far too expensive for the whole"
                + " department at this moment in time")
        .contains(" " + quote + " ");
  }

  @Test
  void evidence_beyond_the_text_is_taken_for_its_end() {
    TagMark tag = tag("need", 5, 90);

    assertThat(Quote.of(said("太贵了", List.of(tag)), tag)).contains("太贵了");
  }

  @Test
  void what_a_person_ticked_was_said_by_nobody() {
    var ticked = new TagMark("e", "need", "e", 1, "asserted", List.of(), true);

    assertThat(Quote.of(said("太贵了", List.of(ticked)), ticked)).isEmpty();
  }

  @Test
  void the_best_one_is_an_objection() {
    FollowUp followUp = said("要培训。嫌贵。", List.of(tag("need", 0, 3), tag("objection", 4, 6)));

    assertThat(Quote.best(followUp)).contains("嫌贵");
    assertThat(Quote.best(said("没什么", List.of()))).isEmpty();
  }
}
