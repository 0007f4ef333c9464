package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wiring.Chat;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class CorrectionTest extends InChat {

  private FollowUp draft() {
    assertThat(chat.followUps(REP)).as("no second record").hasSize(1);
    return chat.latest(REP);
  }

  @ParameterizedTest
  @ValueSource(strings = {"不对，是强生", "不对是强生", "不是迈瑞，是强生", "不对，应该是强生"})
  void the_rival_is_another_one(String words) {
    aDraft();
    chat.types(REP, words);
    assertThat(draft().details()).containsEntry("rival", "强生");
    assertThat(window().row("顾虑")).isEqualTo("比竞品贵 强生");
    assertThat(window().messages()).isEqualTo(1);
  }

  @Test
  void a_typed_customer_is_meant_as_it_is_written() {
    aDraft();
    chat.types(REP, "客户是华康医院");
    assertThat(draft().customer()).map(CustomerRef::name).hasValue("华康医院");
    chat.types(REP, "客户是华抗医院");
    assertThat(draft().customer()).map(CustomerRef::name).hasValue("华抗医院");
    assertThat(card().title()).startsWith("华抗医院");
  }

  @Test
  void a_spoken_customer_that_sounds_like_two_is_asked_for() {
    aDraft();
    chat.says(REP, "客户是华抗医院");
    assertThat(draft().customer()).map(CustomerRef::name).hasValue("华东市第一人民医院");
    chat.taps(REP, "华康医院");
    assertThat(draft().customer()).map(CustomerRef::name).hasValue("华康医院");
  }

  @Test
  void an_unknown_customer_is_offered_as_a_new_one() {
    aDraft();
    chat.types(REP, "客户是长青医院");
    assertThat(draft().customer()).map(CustomerRef::name).hasValue("华东市第一人民医院");
    chat.taps(REP, "新客户：长青医院");
    assertThat(draft().customer()).map(CustomerRef::name).hasValue("长青医院");
  }

  @ParameterizedTest
  @ValueSource(strings = {"不是价格，是账期", "不是价格是账期", "不是价格而是账期", "不对，不是价格，是账期"})
  void one_tag_takes_the_place_of_another(String words) {
    aDraft();
    chat.types(REP, words);
    assertThat(draft().asserted())
        .extracting(TagMark::label)
        .contains("付款账期")
        .doesNotContain("比竞品贵");
    assertThat(window().row("顾虑")).isEqualTo("付款账期");
  }

  @Test
  void evidence_of_a_corrected_tag_never_points_at_words_of_the_correction() {
    aDraft();
    chat.types(REP, "不是价格，是账期要九十天");
    assertPointsAtItsWords(draft());
  }

  static void assertPointsAtItsWords(FollowUp followUp) {
    for (TagMark tag : followUp.tags()) {
      for (TagMark.Evidence evidence : tag.evidence()) {
        assertThat(followUp.text().substring(evidence.start(), evidence.end()))
            .isEqualTo(evidence.text());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"改到下周四", "不对，下周四", "下周四", "推到下周四吧", "不是周五，是下周四"})
  void the_next_step_moves_to_another_day(String words) {
    aDraft();
    chat.types(REP, words);
    assertThat(draft().due().orElseThrow().text()).isEqualTo("下周四");
    assertThat(window().row("时间")).isEqualTo("下周四");
    assertThat(window().messages()).isEqualTo(1);
  }

  @Test
  void the_next_step_is_another_one() {
    aDraft();
    chat.types(REP, "下一步改成寄样品");
    assertThat(window().row("下一步")).isEqualTo("寄样品");
  }

  @Test
  void not_this_step_but_that_one() {
    aDraft();
    chat.types(REP, "不是寄资料，是寄样品");
    assertThat(window().row("下一步")).isEqualTo("寄样品");
  }

  @Test
  void a_person_is_no_rival() {
    aDraft();
    chat.types(REP, "不对，是何院长");
    assertThat(draft().details()).containsEntry("rival", "迈瑞");
    assertThat(window().answer()).startsWith("原来的没动");
  }

  @Test
  void asking_for_a_change_in_words_is_like_the_button() {
    aDraft();
    chat.types(REP, "改一下");
    chat.types(REP, "强生");
    assertThat(draft().details()).containsEntry("rival", "强生");
  }

  @Test
  void a_spoken_correction_works_like_a_typed_one() {
    aDraft();
    chat.says(REP, "不对是强生");
    chat.says(REP, "改到下周四");
    chat.says(REP, "不是价格是账期");
    assertThat(draft().due().orElseThrow().text()).isEqualTo("下周四");
    assertThat(window().row("顾虑")).isEqualTo("付款账期");
    assertThat(window().messages()).isEqualTo(1);
  }

  @Test
  void what_says_nothing_new_is_answered_and_changes_nothing() {
    aDraft();
    int version = draft().version();
    chat.types(REP, "客户是市一医院");
    assertThat(draft().version()).isEqualTo(version);
    assertThat(window().answer()).isEqualTo("改好了，存好了。客户定为“华东市第一人民医院”。");
  }

  @Test
  void a_correction_of_nothing_is_said_to_be_unclear() {
    chat.types(REP, "改到周五");
    assertThat(chat.followUps(REP)).isEmpty();
    assertThat(window().answer()).startsWith("原来的没动");
  }

  @Test
  void the_button_for_changes_asks_what_is_wrong_and_takes_the_next_words() {
    aDraft();
    chat.taps(REP, "改一下");
    assertThat(window().answer()).contains("哪里不对");
    chat.types(REP, "强生");
    assertThat(draft().details()).containsEntry("rival", "强生");
  }

  @Test
  void with_two_visits_it_is_asked_which_one_is_meant() {
    chat.types(REP, "第一家是华康医院，王主任嫌价格太高，下周三再去。第二家是博宁骨科，何院长要样品，周五寄过去");
    chat.types(REP, "改到下周四");
    assertThat(window().buttons()).containsExactly("华康医院", "博宁骨科医院");
    chat.taps(REP, "博宁骨科医院");
    assertThat(chat.followUps(REP))
        .extracting(visit -> visit.due().orElseThrow().text())
        .containsExactly("下周三", "下周四");

    chat.types(REP, "改到明天");
    chat.types(REP, "华康医院");
    assertThat(chat.followUps(REP).getFirst().due().orElseThrow().text()).isEqualTo("明天");
  }

  @Test
  void undo_takes_back_the_latest_change_and_all_of_it() {
    chat.types(REP, "今天和王主任聊了，他觉得我们报价太高了，周五再去");
    chat.taps(REP, "华康医院");
    chat.types(REP, "撤销");
    assertThat(draft().customer()).isEmpty();
    assertThat(window().buttons()).as("the question is back").contains("华康医院", "先不管");
  }

  @Test
  void undo_brings_back_what_was_just_dropped() {
    aDraft();
    chat.types(REP, "不要了");
    chat.types(REP, "撤销");
    assertThat(draft().status()).isEqualTo(Status.DRAFT);
  }

  @Test
  void undo_of_a_confirmation_leaves_no_revision_behind() {
    aConfirmed();
    chat.types(REP, "撤销");
    assertThat(draft().status()).isEqualTo(Status.DRAFT);
    assertThat(draft().revision()).isEqualTo(1);
  }

  @Test
  void a_second_undo_takes_back_the_change_before_and_never_redoes_the_first() {
    aDraft();
    chat.types(REP, "改到下周四");
    chat.types(REP, "不对，是强生");
    chat.types(REP, "撤销");
    assertThat(draft().details()).containsEntry("rival", "迈瑞");
    chat.types(REP, "撤销");
    assertThat(draft().due().orElseThrow().text()).isEqualTo("周五");
    assertThat(draft().details()).containsEntry("rival", "迈瑞");
    chat.types(REP, "撤销");
    assertThat(window().answer()).startsWith("没有可以撤销的");
    chat.types(REP, "改到明天");
    chat.types(REP, "撤销");
    assertThat(draft().due().orElseThrow().text()).isEqualTo("周五");
  }

  @ParameterizedTest
  @ValueSource(strings = {"不要了", "没问题"})
  void what_befell_two_visits_at_once_is_taken_back_at_once(String words) {
    chat.ticks();
    chat.types(REP, "第一家是华康医院，王主任嫌价格太高，下周三再去。第二家是博宁骨科，何院长要样品，周五寄过去");
    chat.types(REP, words);
    chat.types(REP, "撤销");
    assertThat(chat.followUps(REP)).extracting(FollowUp::status).containsOnly(Status.DRAFT);
  }

  @Test
  void undo_of_nothing_says_so() {
    aDraft();
    chat.types(REP, "撤销");
    assertThat(draft().version()).isEqualTo(1);
    assertThat(window().answer()).startsWith("没有可以撤销的");
  }

  @ParameterizedTest
  @EnumSource
  void what_was_dropped_comes_back_within_a_day_as_it_was(Stores store) {
    try (var any = new Chat(store)) {
      any.types(REP, "刚去市一医院见了张主任，嫌比迈瑞贵，周五寄资料");
      any.types(REP, "没问题");
      any.types(REP, "不要了");
      assertThat(any.latest(REP).status()).isEqualTo(Status.DROPPED);
      assertThat(any.window(REP).card().settled().orElseThrow()).startsWith("不要了");
      any.pass(Duration.ofHours(23));
      any.types(REP, "恢复");
      assertThat(any.latest(REP).status()).isEqualTo(Status.CONFIRMED);
    }
  }

  @Test
  void what_was_dropped_is_gone_after_a_day() {
    aDraft();
    chat.types(REP, "不要了");
    chat.pass(Duration.ofHours(24));
    chat.types(REP, "恢复");
    assertThat(draft().status()).isEqualTo(Status.DROPPED);
    assertThat(window().answer()).startsWith("没有可以恢复的");
  }

  @Test
  void two_visits_that_were_dropped_together_come_back_together() {
    chat.types(REP, "第一家是华康医院，王主任嫌价格太高，下周三再去。第二家是博宁骨科，何院长要样品，周五寄过去");
    chat.types(REP, "不要了");
    assertThat(chat.followUps(REP)).extracting(FollowUp::status).containsOnly(Status.DROPPED);
    chat.types(REP, "恢复");
    assertThat(chat.followUps(REP)).extracting(FollowUp::status).containsOnly(Status.DRAFT);
  }

  @Test
  void dropping_twice_never_drops_an_older_record() {
    chat.types(REP, "博宁骨科何院长要样品，周五寄");
    chat.pass(Duration.ofMinutes(5));
    chat.types(REP, "松源检验高总说没有预算");
    chat.types(REP, "不要了");
    chat.types(REP, "不要了");
    assertThat(chat.followUps(REP))
        .extracting(FollowUp::status)
        .containsExactly(Status.DRAFT, Status.DROPPED);
  }

  @Test
  void after_a_drop_it_is_asked_whether_an_older_record_is_meant() {
    chat.types(REP, "博宁骨科何院长要样品，周五寄");
    chat.pass(Duration.ofMinutes(5));
    chat.types(REP, "松源检验高总说没有预算");
    chat.types(REP, "不要了");
    chat.types(REP, "改到下周四");
    assertThat(window().buttons()).containsExactly("博宁骨科医院");
  }
}
