package io.kouxin.bot.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PagesTest {

  @Test
  void a_short_text_is_one_page() {
    assertThat(Pages.of("先问\n\n再答", 2048)).containsExactly("先问\n\n再答");
    assertThat(Pages.of(" \n ", 2048)).isEmpty();
  }

  @Test
  void cuts_between_paragraphs() {
    String one = "甲".repeat(300);
    String two = "乙".repeat(300);
    String three = "丙".repeat(300);

    List<String> pages = Pages.of(String.join("\n\n", one, two, three), 2048);

    assertThat(pages).containsExactly(one + "\n\n" + two, three);
  }

  @Test
  void cuts_a_long_paragraph_between_sentences() {
    String sentence = "甲".repeat(400) + "。";

    assertThat(Pages.of(sentence + sentence, 2048)).containsExactly(sentence, sentence);
  }

  @Test
  void never_exceeds_the_limit_and_loses_nothing_but_blanks() {
    long seed = System.nanoTime();
    var random = new Random(seed);
    List<String> words = List.of("价", "😀", "a", "é", " ", "\n", "\n\n", "。", ". ");
    for (int i = 0; i < 2_000; i++) {
      String text =
          Stream.generate(() -> words.get(random.nextInt(words.size())))
              .limit(random.nextInt(400))
              .reduce("", String::concat);
      int bytes = 8 + random.nextInt(100);

      List<String> pages = Pages.of(text, bytes);

      assertThat(pages)
          .as("seed %d", seed)
          .allMatch(
              page -> page.getBytes(StandardCharsets.UTF_8).length < bytes && !page.isBlank());
      assertThat(bare(String.join("", pages))).as("seed %d", seed).isEqualTo(bare(text));
    }
  }

  private static String bare(String text) {
    return text.replaceAll("\\s", "");
  }
}
