package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OwnWordsTest {
  private final OwnWords words = new OwnWords();

  private void add(String pair) {
    words.add(pair, Pinyin.foldedSyllables(pair));
  }

  @Test
  void a_word_is_said_if_each_pair_of_it_is() {
    add("起订");
    add("订量");

    assertThat(words.say("起订")).isTrue();
    assertThat(words.say("起订量")).isTrue();
    assertThat(words.say("量起")).isFalse();
    assertThat(words.say("起订单")).isFalse();
  }

  @Test
  void pairs_of_one_sound_are_found_by_it_each_once() {
    add("库存");
    add("库存");
    add("裤存");

    assertThat(words.sounding(List.of("ku", "cun"))).containsExactly("库存", "裤存");
    assertThat(words.sounding(List.of("cun", "ku"))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"价", "价格高", "a价", "ok", ""})
  void what_is_no_pair_of_characters_is_passed_over(String other) {
    words.add(other, List.of("jia", "ge"));

    assertThat(words.sounding(List.of("jia", "ge"))).isEmpty();
  }
}
