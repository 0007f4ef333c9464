package io.kouxin.bot.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class PhraseIndexTest {

  @Test
  void the_index_finds_what_looking_everywhere_finds() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    for (int round = 0; round < 300; round++) {
      List<List<String>> phrases = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        phrases.add(words(random, 1 + random.nextInt(4)));
      }
      var index = new PhraseIndex<List<String>>();
      phrases.forEach(phrase -> index.add(phrase, phrase));
      List<String> text = words(random, 30);
      int[] reach = new int[text.size()];
      for (int i = text.size() - 1; i >= 0; i--) {
        boolean joined = i + 1 < text.size() && random.nextInt(5) > 0;
        reach[i] = joined ? reach[i + 1] + 1 : 1;
      }

      Set<String> found = new TreeSet<>();
      index.find(text, reach, (hit, meanings) -> found.add(hit.at() + " " + meanings.getFirst()));

      assertThat(found).as("seed %d", seed).isEqualTo(everywhere(phrases, text, reach));
    }
  }

  private static Set<String> everywhere(
      List<List<String>> phrases, List<String> text, int[] reach) {
    Set<String> found = new TreeSet<>();
    for (List<String> phrase : phrases) {
      for (int at = 0; at + phrase.size() <= text.size(); at++) {
        if (phrase.size() <= reach[at] && text.subList(at, at + phrase.size()).equals(phrase)) {
          found.add(at + " " + phrase);
        }
      }
    }
    return found;
  }

  private static List<String> words(Random random, int count) {
    List<String> words = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      words.add(String.valueOf((char) ('a' + random.nextInt(3))));
    }
    return words;
  }
}
