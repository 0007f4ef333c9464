package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LibraryWordsTest {
  @Test
  void are_the_pairs_that_sound_in_a_memo() {
    LibraryWords words = words("后头的裤存不多了", "库存太多了", "清库存", "price太高");

    assertThat(words.sounding(List.of("ku", "cun"))).containsExactly("库存");
    assertThat(words.phrases("库存")).isEqualTo(2);
    assertThat(words.phrases("太高")).isZero();
    assertThat(words.phrases("裤存")).isZero();
    assertThat(words.sounding(List.of("tai", "gao"))).isEmpty();
  }

  @Test
  void are_none_where_nothing_is_alike() {
    LibraryWords words = words("the price is too high", "库存太多了");

    assertThat(words.sounding(List.of("ku", "cun"))).isEmpty();
    assertThat(words.phrases("库存")).isZero();
  }

  private static LibraryWords words(String memo, String... phrases) {
    Units units = Units.of(memo);
    return LibraryWords.of(
        Stream.of(phrases).map(p -> Phrase.of(0, Units.of(p), new Weights(), false)),
        new Memo(units, new boolean[units.size()]));
  }
}
