package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTest {

  @ParameterizedTest
  @CsvSource({
    "华康医院, hua kang yi yuan",
    "行长, hang zhang",
    "仇主任, qiu zhu ren",
    "单总, shan zong",
    "账单, zhang dan",
    "曾工, zeng gong",
    "给他, gei ta",
    "护士长, hu shi zhang",
    "长春, chang chun",
    "重庆, chong qing",
    "重新, chong xin",
    "银行, yin hang",
    "A座3楼, A zuo 3 lou"
  })
  void reads_a_character_as_it_sounds_here(String text, String syllables) {
    assertThat(String.join(" ", Pinyin.syllables(text))).isEqualTo(syllables);
  }

  @Test
  void folds_what_is_often_not_heard() {
    assertThat(Pinyin.foldedSyllables("张生")).isEqualTo(Pinyin.foldedSyllables("赞森"));
    assertThat(Pinyin.fold("zhang")).isEqualTo("zan");
    assertThat(Pinyin.fold("ng")).isEqualTo("ng");
  }

  @Test
  void gives_one_syllable_a_character_whatever_comes() {
    for (String odd : List.of("", "😀客户", "\uD800", "abc 中 def", "ü")) {
      assertThat(Pinyin.syllables(odd)).hasSize(odd.length());
    }
  }

  @Test
  void reads_the_same_from_many_threads() {
    List<String> once = Pinyin.syllables("关节镜手术后患者投诉疼痛管理不到位");
    assertThat(
            IntStream.range(0, 200).parallel().mapToObj(i -> Pinyin.syllables("关节镜手术后患者投诉疼痛管理不到位")))
        .allMatch(once::equals);
  }
}
