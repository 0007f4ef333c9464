package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import org.junit.jupiter.api.Test;

class CommonWordsTest {
  @Test
  void every_word_of_the_dictionary_is_read_out_once() {
    var words = new HashMap<String, Integer>();
    CommonWords.each((word, often) -> assertThat(words.put(word, often)).isNull());

    assertThat(words).hasSizeGreaterThan(80_000).containsKeys("价格", "服务", "贵", "没有");
    assertThat(words.get("价格")).isGreaterThan(100);
    assertThat(words.keySet()).allMatch(w -> w.length() == 1 || CommonWords.contains(w));
  }
}
