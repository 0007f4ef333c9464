package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.wiring.Window;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

  private static final String DEAR = "华康医院王主任说的，他觉得我们报价太高了，过几天再联系";

  @Test
  void an_answer_that_is_no_entry_is_kept_and_shown_beside_what_was_asked_about() {
    chat.types(REP, DEAR);
    chat.taps(REP, "没细说");
    assertThat(chat.latest(REP).details()).containsEntry("answer:price-too-high", "没细说");
    assertThat(window().row("顾虑")).isEqualTo("嫌贵 没细说");
    assertThat(card().body()).as("one question a memo").doesNotContain("？");
    assertThat(window().posted().getLast().message().text()).isEqualTo("存好了，“嫌贵”记的是“没细说”。");
    assertThat(window().messages()).isEqualTo(1);
  }

  @Test
  void an_answer_that_was_undone_is_gone_and_asked_for_again() {
    chat.types(REP, DEAR);
    chat.taps(REP, "没细说");
    chat.types(REP, "撤销");
    assertThat(chat.latest(REP).details()).isEmpty();
    assertThat(window().row("顾虑")).isEqualTo("嫌贵");
    assertThat(window().buttons()).contains("没细说", "先不管");
  }

  @ParameterizedTest
  @CsvSource({"没细说, 嫌贵 没细说", "比竞品贵, 比竞品贵", "不对，是没细说, 嫌贵 没细说", "不是比以前贵，是没细说, 嫌贵 没细说"})
  void an_answer_can_be_typed_in_the_words_of_its_button(String words, String shown) {
    chat.types(REP, DEAR);
    chat.types(REP, words);
    assertThat(chat.followUps(REP)).hasSize(1);
    assertThat(window().row("顾虑")).isEqualTo(shown);
    assertThat(card().body()).doesNotContain("？");
    assertThat(window().messages()).isEqualTo(1);
  }

  @Test
  void an_answer_goes_with_the_tag_that_it_is_about() {
    chat.types(REP, DEAR);
    chat.taps(REP, "没细说");
    chat.types(REP, "不对，是比竞品贵");
    assertThat(chat.latest(REP).details()).isEmpty();
    assertThat(window().row("顾虑")).isEqualTo("比竞品贵");
  }

  @Test
  void the_reason_of_one_of_two_visits_is_asked_for_by_its_name() {
    chat.types(REP, "第一家是博宁骨科，何院长要样品，周五寄过去。第二家是华康医院，王主任他觉得我们报价太高了，下周三再去");
    assertThat(card().body()).isEqualTo("已存好。华康医院这条，他嫌贵，是跟谁比？");
    chat.taps(REP, "比竞品贵");
    assertThat(chat.latest(REP).asserted()).anyMatch(tag -> tag.label().equals("比竞品贵"));
    assertThat(card().body()).as("one question a memo").isEmpty();
    assertThat(window().messages()).isEqualTo(1);
  }

  @Test
  void of_two_visits_the_reason_is_asked_for_once_and_can_be_skipped_in_words() {
    chat.types(REP, "第一家是博宁骨科，何院长说还要商量，回头再联系他。第二家是华康医院，王主任他觉得我们报价太高了，下周三再去");
    assertThat(card().body()).as("a reason before a day").contains("华康医院这条", "跟谁比");
    chat.types(REP, "先不管");
    assertThat(chat.latest(REP).skipped()).containsExactly("reason");
    assertThat(card().body()).isEmpty();
    assertThat(chat.followUps(REP)).hasSize(2);
  }

  @Test
  void a_vague_day_of_one_of_two_visits_is_asked_for_by_its_name() {
    chat.types(REP, "第一家是博宁骨科，何院长说还要商量，回头再联系他。第二家是安禾口腔，宋总要培训，下周二去");
    assertThat(card().body()).isEqualTo("已存好。博宁骨科医院这条，“回头”记哪天？");
    chat.taps(REP, "明天");
    assertThat(Window.row(card(), "博宁骨科医院")).endsWith("明天");
  }
}
