package io.kouxin.bot.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.pack.Flaw;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PageWordsTest {
  private static final Path PAGE =
      Path.of(System.getProperty("kouxin.root"), "bot/src/main/resources");

  /** A dotted word in quotes is a key, and so is a plain one that {@code t} is asked for. */
  private static final Pattern WHOLE_KEY =
      Pattern.compile("(?<=['\"])[a-z]+(?:\\.[a-z]+)+(?=['\"])|(?<=\\bt\\(')[a-z]+(?='\\))");

  private static final Pattern KEY_FAMILY = Pattern.compile("(?<=\\bt\\(`)[a-z]+\\.(?=\\$)");
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\w+}");

  private final Map<String, String> chinese;
  private final Map<String, String> english;

  PageWordsTest() throws IOException {
    var wording = new WordingController();
    chinese = wording.wording("zh-CN");
    english = wording.wording("en");
  }

  @Test
  void has_the_same_words_in_both_languages() {
    assertThat(english.keySet()).isEqualTo(chinese.keySet());
    assertThat(chinese.values()).noneMatch(String::isBlank);
  }

  @Test
  void fills_the_same_gaps_in_both_languages() {
    for (String key : chinese.keySet()) {
      assertThat(gaps(english.get(key))).as(key).isEqualTo(gaps(chinese.get(key)));
    }
  }

  @Test
  void has_every_word_that_the_page_asks_for_and_no_other() throws IOException {
    Set<String> asked = find(WHOLE_KEY);
    Set<String> families = find(KEY_FAMILY);
    assertThat(chinese.keySet()).containsAll(asked);
    assertThat(families).isNotEmpty();
    assertThat(chinese.keySet())
        .allMatch(key -> asked.contains(key) || families.stream().anyMatch(key::startsWith));
  }

  @Test
  void has_words_for_everything_that_can_be_wrong_with_an_entry() {
    for (Flaw.Kind kind : Flaw.Kind.values()) {
      String code = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
      assertThat(chinese).containsKey("fault." + code);
    }
  }

  private static Set<String> find(Pattern pattern) throws IOException {
    Set<String> found = new TreeSet<>();
    try (var files = Files.walk(PAGE)) {
      for (Path file : files.filter(f -> f.toString().matches(".*\\.(js|html)")).toList()) {
        pattern
            .matcher(Files.readString(file))
            .results()
            .map(MatchResult::group)
            .forEach(found::add);
      }
    }
    return found;
  }

  private static Set<String> gaps(String text) {
    return PLACEHOLDER.matcher(text).results().map(MatchResult::group).collect(Collectors.toSet());
  }
}
