package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HomophoneRepairTest {
  private static final HomophoneRepair REPAIR =
      HomophoneRepair.of(
          List.of("嫌我们报价太高", "客户觉得价格太贵了", "售后服务跟不上", "设备老是坏维修又慢", "今年没有预算", "交货太慢耽误了工期"));

  @ParameterizedTest
  @CsvSource({
    "客户觉得假革太贵了, 客户觉得价格太贵了",
    "客户嫌我们抱价太高今年没有于算, 客户嫌我们报价太高今年没有预算",
  })
  void reads_what_was_meant(String heard, String meant) {
    assertThat(read(heard)).isEqualTo(meant);
  }

  private static String read(String heard) {
    return REPAIR.repaired(heard, new OwnWords());
  }

  @ParameterizedTest
  @CsvSource({
    "今年没有于算, 今年没有预算",
    "下周再去谈一下交伙的日期, 下周再去谈一下交货的日期",
  })
  void reads_a_single_word_in_a_text_that_was_heard_well(String heard, String meant) {
    assertThat(read(heard)).isEqualTo(meant);
  }

  @ParameterizedTest
  @ValueSource(strings = {"她家的店开在老街上", "周六带孩子去看锦鲤"})
  void leaves_a_rare_word_alone(String said) {
    assertThat(read(said)).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "客户觉得价格太贵了",
        "今天去了客户那里见了科主任他对价格有意见说要再考虑考虑",
        "上午给采购打了电话约好下周三过去演示一下样品",
        "合同条款还在讨论法务对付款方式有意见月底之前给答复",
      })
  void leaves_a_clean_memo_alone(String said) {
    assertThat(read(said)).isEqualTo(said);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "贵",
        "the price is too high",
        "13800138000",
        "😀👍🏽",
        "，。！？",
        "\ud83d",
        "ABC-200"
      })
  void has_nothing_to_say_about_what_is_not_chinese(String text) {
    assertThat(read(text)).isEqualTo(text);
  }

  @Test
  void touches_neither_numbers_nor_names_nor_what_is_latin() {
    String heard = "王建国经理要三十万台GPS100华康医院觉得假革太贵了";

    assertThat(read(heard)).isEqualTo("王建国经理要三十万台GPS100华康医院觉得价格太贵了");
  }

  @Test
  void keeps_every_place_in_mixed_text() {
    String heard = "price 😀 客户觉得假革太贵了 ok 2026";

    assertThat(read(heard)).isEqualTo("price 😀 客户觉得价格太贵了 ok 2026");
  }

  @Test
  void reads_traditional_characters_once_they_are_folded() {
    String plain = PlainText.of("客戶覺得假革太貴了").text();

    assertThat(read(plain)).isEqualTo("客户觉得价格太贵了");
  }

  @Test
  void ten_thousand_characters_without_a_break_stay_as_many() {
    String heard = "客户觉得假革太贵了".repeat(1200).substring(0, 10_000);

    assertThat(read(heard)).hasSize(10_000).startsWith("客户觉得价格太贵了");
  }

  @Test
  void the_same_character_a_thousand_times_over_is_no_harm() {
    assertThat(read("贵".repeat(1000))).hasSize(1000);
  }

  @Test
  void brings_back_more_than_it_spoils() {
    RecogniserNoise noise = RecogniserNoise.standard();
    String said = "今天去了客户那里他们现在用的设备老是坏售后也不行交货太慢库存只够用两个星期老板有点着急价格太贵今年没有预算";
    int mended = 0;
    int spoiled = 0;
    for (long seed = 0; seed < 20; seed++) {
      String heard = noise.hear(said, 0.2, seed).text();
      String read = read(heard);
      for (int i = 0; i < said.length(); i++) {
        boolean wrong = said.charAt(i) != heard.charAt(i);
        boolean good = said.charAt(i) == read.charAt(i);
        mended += wrong && good ? 1 : 0;
        spoiled += !wrong && !good ? 1 : 0;
      }
    }
    assertThat(mended).isGreaterThan(4 * spoiled);
  }
}
