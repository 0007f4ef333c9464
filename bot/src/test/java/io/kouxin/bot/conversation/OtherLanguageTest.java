package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.FollowUp;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** Memos in another language than the rest of what a person says. */
class OtherLanguageTest extends InChat {

  @Test
  void an_english_memo_of_a_chinese_rep_has_its_time_and_next_step() {
    chat.types(
        REP, "Met the buyer at Northgate, she wants a trial. I will send the quote by Friday");
    FollowUp read = chat.latest(REP);
    assertThat(read.due().orElseThrow().text()).isEqualTo("Friday");
    assertThat(read.nextAction()).hasValue("send the quote");
    assertThat(read.language().getLanguage()).isEqualTo(Locale.ENGLISH.getLanguage());
  }

  @Test
  void a_chinese_memo_of_an_english_rep_has_its_time_and_people_and_an_english_card() {
    chat.types(ENGLISH_REP, "今天去了博宁骨科，何院长想要样品，周五之前给她报价");
    FollowUp read = chat.latest(ENGLISH_REP);
    assertThat(read.due().orElseThrow().text()).isEqualTo("周五之前");
    assertThat(read.people()).extracting(p -> p.name()).contains("何院长");
    assertThat(chat.window(ENGLISH_REP).row("When")).startsWith("by Fri");
  }

  @Test
  void each_visit_is_read_in_its_own_language() {
    chat.types(REP, "第一家是博宁骨科，何院长要样品，周五寄过去。第二家 is Northgate, I will send the quote by Thursday");
    assertThat(chat.followUps(REP))
        .extracting(visit -> visit.due().orElseThrow().text())
        .containsExactly("周五", "Thursday");
  }

  @Test
  void a_time_is_moved_in_either_language() {
    chat.types(ENGLISH_REP, "Met Dr Patel at Riverside, he wants a quote by Friday");
    chat.types(ENGLISH_REP, "改到下周三");
    assertThat(chat.latest(ENGLISH_REP).due().orElseThrow().text()).isEqualTo("下周三");
  }
}
