package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.wiring.Window;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnglishRepTest extends InChat {
  private static final String VISIT =
      "just left riverside hospital met doctor patel he is worried about pain after surgery and"
          + " says we are more expensive than zimmer i will see him again next wednesday at three pm";

  @Override
  Window window() {
    return chat.window(ENGLISH_REP);
  }

  private void types(String words) {
    chat.types(ENGLISH_REP, words);
  }

  @Test
  void the_whole_walk_is_in_english() {
    chat.says(ENGLISH_REP, VISIT);
    assertThat(window().card().title()).startsWith("Riverside Hospital");
    assertThat(window().row("Doubt")).contains("Dearer than rival zimmer");
    assertThat(window().row("When")).isEqualTo("next Wed 15:00");

    types("no, it's Stryker");
    assertThat(window().row("Doubt")).contains("Dearer than rival Stryker");
    types("the customer is Northgate Surgical");
    assertThat(window().card().title()).startsWith("Northgate Surgical");
    types("move it to Friday");
    assertThat(window().row("When")).isEqualTo("Fri");
    assertThat(window().messages()).isEqualTo(1);

    types("looks good");
    assertThat(window().card().settled()).hasValue("Saved 10:00");
    types("my follow-ups");
    assertThat(window().answer()).startsWith("You have 1 open: Northgate Surgical");
    types("drop it");
    assertThat(chat.latest(ENGLISH_REP).status()).isEqualTo(Status.DROPPED);
    types("restore");
    assertThat(chat.latest(ENGLISH_REP).status()).isEqualTo(Status.CONFIRMED);
    assertThat(chat.followUps(ENGLISH_REP)).hasSize(1);
    assertNoChinese();
  }

  private void assertNoChinese() {
    Stream<String> said =
        window().posted().stream().map(posted -> posted.message().text() + window().cards());
    assertThat(said).noneMatch(text -> Pattern.compile("\\p{IsHan}").matcher(text).find());
  }

  @Test
  void help_and_look_up_answer_in_english() {
    types("help");
    assertThat(window().answer()).startsWith("After a visit, hold to talk");
    types("find riverside");
    assertThat(window().answer()).startsWith("Riverside Hospital has no notes yet");
    types("find nobody");
    assertThat(window().answer()).startsWith("I found no “nobody”");
    assertThat(chat.followUps(ENGLISH_REP)).isEmpty();
    assertNoChinese();
  }

  @Test
  void the_customer_can_be_one_that_was_named_before() {
    chat.says(ENGLISH_REP, VISIT);
    types("no, the customer is Riverside Hospital");
    types("the customer is St Mary's Clinic");
    assertThat(chat.latest(ENGLISH_REP).customer())
        .map(CustomerRef::name)
        .hasValue("St Mary's Clinic");
  }

  @Test
  void one_tag_takes_the_place_of_another() {
    types(
        "Met Sister Brown at St Mary's Clinic, she has no budget this year, I see her again on Monday");
    types("not budget, it's payment terms");
    assertThat(chat.latest(ENGLISH_REP).asserted())
        .extracting(TagMark::label)
        .containsExactly("Payment terms");
    CorrectionTest.assertPointsAtItsWords(chat.latest(ENGLISH_REP));
  }

  @Test
  void labels_in_a_row_are_kept_apart() {
    types(
        "Riverside Hospital, Dr Patel has no budget this year and they want sixty day payment terms");
    assertThat(List.of(window().row("Doubt").split(", ")))
        .containsExactlyInAnyOrder("Payment terms", "No budget");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nothing new at Oakfield",
        "not ready to buy, wants a trial next Wednesday",
        "Northgate wants a demo on Friday",
        "changed the lamp at Hillcrest"
      })
  void a_short_memo_is_a_memo(String words) {
    chat.says(ENGLISH_REP, VISIT);
    types(words);
    assertThat(chat.followUps(ENGLISH_REP)).hasSize(2);
  }
}
