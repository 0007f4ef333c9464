package io.kouxin.bot.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandsTest extends InChat {

  @ParameterizedTest
  @ValueSource(strings = {"帮助", "怎么用", "？", "help"})
  void help_is_one_message_and_no_record(String words) {
    chat.types(REP, words);
    assertThat(window().answer()).startsWith("见完客户按住说");
    assertThat(chat.followUps(REP)).isEmpty();
  }

  @Test
  void whoever_says_hello_is_told_what_this_is() {
    chat.types(REP, "你好");
    assertThat(window().answer()).startsWith("张三，我是口信");
    assertThat(chat.followUps(REP)).isEmpty();
  }

  @Test
  void my_follow_ups_come_with_the_next_one_first() {
    chat.types(REP, "博宁骨科何院长要样品，周五寄");
    chat.types(REP, "松源检验高总说没有预算，明天再联系");
    chat.types(OTHER_REP, "清河肿瘤许主任要资料，今天下午送");
    chat.types(REP, "我的跟进");
    assertThat(window().answer()).startsWith("你手上2件：松源医学检验所").doesNotContain("清河");
  }

  @Test
  void nothing_to_do_is_said_kindly() {
    chat.types(REP, "我的跟进");
    assertThat(window().answer()).isEqualTo("你手上没有等着办的。见完客户，按住说一条就行。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"查 华东", "查市一医院", "查一下 市一", "查：市一", "市一医院"})
  void a_customer_is_looked_up_by_any_name(String words) {
    chat.types(REP, "刚去市一医院见了张主任，嫌比迈瑞贵，周五寄资料");
    chat.types(REP, "没问题");
    chat.types(REP, words);
    assertThat(window().answer())
        .startsWith("华东市第一人民医院一共1条，最近一条今天。")
        .contains("顾虑“比竞品贵 迈瑞”", "下一步寄资料");
    assertThat(chat.followUps(REP)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"查客户", "查一下客户", "find a customer"})
  void whoever_names_no_customer_is_asked_which(String words) {
    chat.types(REP, words);
    assertThat(window().answer()).isEqualTo("查哪家？说“查 华康”，编号也行。");
    assertThat(chat.followUps(REP)).isEmpty();
  }

  @Test
  void typed_characters_find_the_one_that_is_written_like_that() {
    chat.types(REP, "查 华康");
    assertThat(window().answer()).isEqualTo("华康医院还没有记录。按住说一条就有了。");
  }

  @Test
  void many_customers_are_offered_and_counted() {
    chat.types(REP, "查 医院");
    assertThat(card().body()).isEqualTo("叫“医院”的有9家，看哪家？");
    assertThat(window().buttons()).hasSize(4);
    String one = window().buttons().getLast();
    chat.taps(REP, one);
    assertThat(window().answer()).startsWith(one + "还没有记录");
  }

  @Test
  void an_unknown_customer_is_said_not_to_be_found() {
    chat.types(REP, "查 长青");
    assertThat(window().answer()).isEqualTo("没查到“长青”。换个叫法再试，编号也行。");
  }

  @ParameterizedTest
  @ValueSource(strings = {"不要了", "没问题", "分开记"})
  void a_command_without_a_record_makes_none(String words) {
    chat.types(REP, words);
    assertThat(chat.followUps(REP)).isEmpty();
    assertThat(window().answers()).hasSize(1);
  }
}
