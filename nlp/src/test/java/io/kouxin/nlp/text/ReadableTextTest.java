package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.text.ReadableText.Pause;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadableTextTest {
  private static String chinese(String text, Pause... pauses) {
    return ReadableText.of(text, List.of(pauses), List.of(), Locale.CHINESE);
  }

  @Test
  void sets_marks_where_the_speaker_paused() {
    assertThat(
            chinese(
                "今天去了华康医院张主任说贵下周三再谈", new Pause(8, 0.5), new Pause(13, 1.4), new Pause(15, 0.2)))
        .isEqualTo("今天去了华康医院，张主任说贵。下周三再谈。");
  }

  @Test
  void sets_marks_where_the_speaker_turns_to_something_else() {
    assertThat(chinese("张主任觉得还行但是院长没点头另外他们想先试一台")).isEqualTo("张主任觉得还行，但是院长没点头，另外他们想先试一台。");
    assertThat(chinese("然后呢")).as("too short to part").isEqualTo("然后呢");
  }

  @Test
  void sets_no_mark_in_a_number_nor_beside_another_nor_at_an_end() {
    assertThat(chinese("预算三十万左右", new Pause(3, 0.6), new Pause(7, 2))).isEqualTo("预算30万左右");
    assertThat(chinese("他说贵但是能谈", new Pause(3, 0.6), new Pause(4, 0.6))).isEqualTo("他说贵，但是能谈。");
    assertThat(chinese("他说贵，能谈。", new Pause(1, 3))).as("has marks").isEqualTo("他说贵，能谈。");
  }

  @Test
  void puts_doubtful_words_in_brackets() {
    assertThat(
            ReadableText.of(
                "他们用美敦力的三百台",
                List.of(new Pause(6, 0.5)),
                List.of(new Span(3, 6), new Span(7, 9)),
                Locale.CHINESE))
        .isEqualTo("他们用〔美敦力〕，的〔三百〕台。");
  }

  @Test
  void joins_chinese_that_stands_apart_and_leaves_english_words_apart() {
    assertThat(chinese("今天 去 了 三百 家 use case 很 多")).isEqualTo("今天去了300家 use case 很多");
    assertThat(
            ReadableText.of(
                "the price is high we meet on friday",
                List.of(new Pause(17, 1.2)),
                List.of(),
                Locale.ENGLISH))
        .isEqualTo("The price is high. We meet on friday.");
  }

  @ParameterizedTest
  @CsvSource({
    "三十万,30万",
    "一千五百万,1500万",
    "两亿,2亿",
    "三百二十台,320台",
    "一百二,120",
    "两千五,2500",
    "十二个月,12个月",
    "二十多家,20多家",
    "百分之十五,15%",
    "二零二六年,2026年",
    "一万块,1万块",
    "十五号下午,15号下午",
    "八千块钱,8000块钱"
  })
  void writes_larger_numbers_in_figures(String said, String read) {
    assertThat(chinese(said)).isEqualTo(read);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "等一下", "一点都不贵", "两三百台", "四五十个", "万一不行", "千万别说", "第十二医院", "周三十点", "星期五十二点", "三心二意", "一五一十",
        "七七八八", "十分满意", "一个月", "三甲医院", "市一院", "百分百", "好几十万", "一二三", ""
      })
  void leaves_what_may_be_no_number_as_it_was_said(String said) {
    assertThat(chinese(said)).isEqualTo(said);
  }

  @Test
  void reads_ten_thousand_characters_and_odd_ones() {
    assertThat(chinese("三十万但是".repeat(2_000))).startsWith("30万但是");
    assertThat(chinese("👍\uD83D 三")).isNotEmpty();
    assertThat(chinese("字", new Pause(-3, 9), new Pause(99, 9))).isEqualTo("字");
  }
}
