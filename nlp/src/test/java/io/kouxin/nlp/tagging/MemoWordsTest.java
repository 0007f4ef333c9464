package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MemoWordsTest {
  @Test
  void a_word_of_the_library_is_read_where_it_sounds_so() {
    String heard = "说好的骑订量不认了";

    assertThat(meant(heard)).isEqualTo(heard);
    assertThat(meant(heard, "起订量太高", "起订量能不能少一点")).isEqualTo("说好的起订量不认了");
  }

  @Test
  void words_that_begin_with_what_is_always_heard_right_are_read_so_too() {
    assertThat(meant("他当场就下蛋了")).isEqualTo("他当场就下蛋了");
    assertThat(meant("他当场就下蛋了", "今天下单")).isEqualTo("他当场就下单了");
  }

  private static String meant(String memo, String... phrases) {
    MemoWords words = words(memo, new boolean[memo.length()], phrases);
    return AsMeant.of(words.plain(), words.library());
  }

  private static MemoWords words(String memo, boolean[] hidden, String... phrases) {
    Units units = Units.of(memo);
    List<Phrase> said =
        Stream.of(phrases).map(p -> Phrase.of(0, Units.of(p), new Weights(), false)).toList();
    return MemoWords.of(new Memo(units, new boolean[units.size()]), hidden, said.stream());
  }
}
