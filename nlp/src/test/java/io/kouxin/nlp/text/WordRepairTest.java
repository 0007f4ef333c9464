package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WordRepairTest {
  private static final List<String> TALK =
      List.of(
          "账期能不能再长一点",
          "他说账期太短了",
          "库存只够用两个星期",
          "先把库存清一清",
          "今年没有预算",
          "售后服务跟不上设备老是坏维修又慢",
          "客户觉得价格太贵了嫌我们报价太高",
          "交货太慢耽误了工期下周再去演示一下样品");
  private static final OwnWords NO_LIBRARY = new OwnWords();
  private static final WordRepair REPAIR = new WordRepair(CharacterModel.of(TALK), TALK);

  @Test
  void knows_the_words_of_talk_that_no_dictionary_has() {
    Lexicon lexicon = Lexicon.of(TALK);

    assertThat(CommonWords.contains("账期")).isFalse();
    assertThat(lexicon.sounding(List.of("zan", "qi"))).contains("账期");
    assertThat(lexicon.said("库存")).isEqualTo(2);
    assertThat(lexicon.sounding(List.of("no", "such"))).isEmpty();
  }

  @Test
  void reads_characters_as_the_words_that_are_commonest() {
    WordReading reading = WordReading.everyday();

    assertThat(reading.words("今年没有预算")).containsExactly("今年", "没有", "预算");
    assertThat(reading.words("")).isEmpty();
    assertThat(String.join("", reading.words("龘龘今年"))).isEqualTo("龘龘今年");
  }

  @Test
  void guesses_what_sounds_like_it() {
    assertThat(guess("后头的裤存不多了", "库存", NO_LIBRARY))
        .hasValueSatisfying(
            guess -> {
              assertThat(guess.start()).isEqualTo(3);
              assertThat(guess.end()).isEqualTo(5);
              assertThat(guess.probability()).isBetween(0.2, 1.0);
            });
  }

  @Test
  void a_word_of_the_library_is_rather_meant() {
    String heard = "去年的尿速涨价了";

    assertThat(probability(heard, "尿素", library("尿素")))
        .isGreaterThan(2 * probability(heard, "尿素", NO_LIBRARY));
  }

  @Test
  void what_the_library_says_itself_is_rather_right() {
    String heard = "今年没有于算";

    assertThat(probability(heard, "预算", library("于算")))
        .isLessThan(probability(heard, "预算", NO_LIBRARY));
  }

  @Test
  void guesses_words_that_no_dictionary_has_by_the_library() {
    assertThat(guess("说好的骑订量不认了", "起订", NO_LIBRARY)).isEmpty();
    assertThat(guess("说好的骑订量不认了", "起订", library("起订"))).isPresent();
  }

  @Test
  void touches_nothing_that_must_stay() {
    String heard = "后头的裤存不多了";
    boolean[] kept = new boolean[heard.length()];

    assertThat(REPAIR.repaired(heard, kept, NO_LIBRARY, true)).isEqualTo("后头的库存不多了");
    kept[4] = true;
    assertThat(REPAIR.repaired(heard, kept, NO_LIBRARY, true)).isEqualTo(heard);
  }

  @Test
  void no_character_is_read_twice() {
    String heard = "裤存裤存裤存";

    assertThat(REPAIR.repaired(heard, new boolean[6], NO_LIBRARY, true)).isEqualTo("库存库存库存");
  }

  private static double probability(String heard, String word, OwnWords own) {
    return guess(heard, word, own).orElseThrow().probability();
  }

  private static Optional<WordGuess> guess(String heard, String word, OwnWords own) {
    return REPAIR.guesses(heard, new boolean[heard.length()], own).stream()
        .filter(guess -> guess.word().equals(word))
        .max(Comparator.comparingDouble(WordGuess::probability));
  }

  /** A library that says one word. */
  private static OwnWords library(String word) {
    var words = new OwnWords();
    words.add(word, Pinyin.foldedSyllables(word));
    return words;
  }
}
