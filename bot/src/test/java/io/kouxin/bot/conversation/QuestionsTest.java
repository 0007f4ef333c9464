package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.CustomerRef;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionsTest extends InChat {

  @Test
  void the_customer_is_asked_for_before_the_reason_and_the_day() {
    chat.types(REP, "今天和王主任聊了，他觉得我们报价太高了，过几天再联系");
    assertThat(card().body()).isEqualTo("已存好。这条记给哪家？都不是就直接说名字。");
    assertThat(window().buttons()).containsExactly("华康医院", "先不管", "没问题", "改一下");
    chat.taps(REP, "华康医院");
    assertThat(card().title()).startsWith("华康医院");
    assertThat(card().body()).as("one question a memo").doesNotContain("？");
    assertThat(window().messages()).isEqualTo(1);
  }

  @Test
  void the_reason_behind_a_price_is_asked_for_where_the_customer_is_known() {
    chat.types(REP, "华康医院王主任说的，他觉得我们报价太高了，过几天再联系");
    assertThat(card().body()).isEqualTo("已存好。他嫌贵，是跟谁比？");
    chat.taps(REP, "比竞品贵");
    assertThat(window().row("顾虑")).isEqualTo("比竞品贵");
    var tag = chat.latest(REP).asserted().getFirst();
    assertThat(tag.evidence()).as("what was said for it stays").isNotEmpty();
    assertThat(card().body()).doesNotContain("？");
  }

  @Test
  void an_entry_with_more_specific_ones_below_it_asks_which_of_them_is_meant() {
    chat.types(REP, "华康医院王主任说这批货质量不行，用了没多久就坏了，周五再去");
    assertThat(card().body()).isEqualTo("已存好。“质量投诉”具体是哪一种？");
    assertThat(window().buttons()).containsSequence("先不管", "没问题").contains("设备老出故障", "图像不清晰");
    chat.taps(REP, "设备老出故障");
    assertThat(window().row("顾虑")).isEqualTo("设备老出故障");
    assertThat(card().body()).as("one question a memo").doesNotContain("？");
    assertThat(window().messages()).isEqualTo(1);
  }

  @Test
  void what_was_said_already_is_not_asked() {
    chat.types(REP, "华康医院王主任说这批货质量不行，显微镜的图像模糊看不清，周五再去");
    assertThat(window().row("顾虑")).contains("图像不清晰");
    assertThat(window().buttons()).doesNotContain("设备老出故障", "先不管");
  }

  @Test
  void a_vague_day_is_asked_for_last() {
    chat.types(REP, "博宁骨科何院长说还要商量，回头再联系他");
    assertThat(card().body()).isEqualTo("已存好。“回头”记哪天？");
    assertThat(window().buttons()).containsExactly("明天", "后天", "下周二", "先不定", "没问题", "改一下");
    chat.taps(REP, "明天");
    assertThat(window().row("时间")).isEqualTo("明天");
    assertThat(window().messages()).isEqualTo(1);
  }

  @Test
  void a_skipped_question_is_never_repeated() {
    chat.types(REP, "今天和王主任聊了，他觉得我们报价太高了，周五再去");
    chat.taps(REP, "先不管");
    assertThat(window().buttons()).doesNotContain("先不管", "华康医院");
    chat.types(REP, "改到下周一");
    assertThat(window().row("时间")).isEqualTo("下周一");
    assertThat(window().buttons()).doesNotContain("先不管", "华康医院", "比竞品贵");
  }

  @ParameterizedTest
  @ValueSource(strings = {"先不管", "算了"})
  void a_question_can_be_skipped_in_words(String words) {
    chat.types(REP, "今天和王主任聊了，他觉得我们报价太高了，周五再去");
    chat.types(REP, words);
    assertThat(window().buttons()).doesNotContain("先不管", "华康医院");
    assertThat(chat.followUps(REP)).hasSize(1);
    assertThat(window().messages()).isEqualTo(1);
  }

  @Test
  void a_change_of_something_else_leaves_the_question_open() {
    chat.types(REP, "今天和王主任聊了，他觉得我们报价太高了，周五再去");
    chat.types(REP, "改到下周一");
    assertThat(window().buttons()).contains("华康医院", "先不管");
  }

  @Test
  void a_bare_name_answers_the_question_for_the_customer() {
    chat.types(REP, "今天和王主任聊了，他觉得我们报价太高了，周五再去");
    chat.types(REP, "博宁骨科");
    assertThat(chat.followUps(REP)).hasSize(1);
    assertThat(chat.latest(REP).customer()).map(CustomerRef::name).hasValue("博宁骨科医院");
    assertThat(window().messages()).isEqualTo(1);
  }

  @Test
  void a_spoken_name_that_sounds_like_two_customers_is_asked_for() {
    chat.types(REP, "今天聊得不错，他觉得我们报价太高了，周五再去");
    chat.says(REP, "华抗");
    assertThat(window().buttons()).containsExactlyInAnyOrder("华康医院", "华抗医院", "先不管");
    chat.taps(REP, "华康医院");
    assertThat(chat.latest(REP).customer()).map(CustomerRef::name).hasValue("华康医院");
  }

  @Test
  void a_new_customer_is_offered_and_never_made_by_itself() {
    long before = chat.customers().all().size();
    chat.types(REP, "今天去了长青医院，张院长说没有预算，周五再去");
    assertThat(card().body()).isEqualTo("已存好。名单里没有“长青医院”，要新建吗？");
    assertThat(chat.customers().all()).hasSize((int) before);

    chat.taps(REP, "新客户：长青医院");
    assertThat(chat.customers().all()).hasSize((int) before + 1);
    assertThat(card().title()).startsWith("长青医院");
  }

  @Test
  void a_typed_name_answers_where_a_new_customer_was_offered() {
    chat.types(REP, "今天去了长青医院，张院长说没有预算，周五再去");
    chat.types(REP, "华康医院");
    assertThat(chat.latest(REP).customer()).map(CustomerRef::name).hasValue("华康医院");
    assertThat(
            chat.customers()
                .find(chat.latest(REP).customer().orElseThrow().id())
                .orElseThrow()
                .aliases())
        .as("the next memo that says so is understood")
        .contains("长青医院");
  }

  @Test
  void one_of_two_visits_without_a_customer_is_asked_for() {
    chat.types(REP, "第一家是长青医院，张院长觉得报价太高了，下周三再去。第二家是博宁骨科，何院长要样品，周五寄过去");
    assertThat(window().messages()).isEqualTo(1);
    assertThat(window().buttons()).contains("新客户：长青医院", "先不管");
    chat.taps(REP, "新客户：长青医院");
    assertThat(card().rows()).extracting(row -> row.label()).containsExactly("长青医院", "博宁骨科医院");
  }
}
