package io.kouxin.bot.wording;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs over every set of messages on the class path: the tests' own, and the jar's. */
class MessagesTest {
  private static final Pattern USE =
      Pattern.compile("\\b(say|button)\\(\\s*\"([a-z0-9_]+(?:\\.[a-z0-9_]+)*)\"");

  static List<String> folders() {
    return Stream.of("/messages", "/templates/messages")
        .filter(folder -> MessagesTest.class.getResource(folder + "/zh-CN.yaml") != null)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void both_languages_have_the_same_keys_and_variables(String folder) {
    var wording = Wording.classPath(folder);

    assertThat(MessageRules.differences(wording.in(Locale.CHINESE), wording.in(Locale.ENGLISH)))
        .isEmpty();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void every_message_keeps_the_rules(String folder) {
    var wording = Wording.classPath(folder);

    assertThat(MessageRules.broken(raw(wording.in(Locale.CHINESE)))).isEmpty();
    assertThat(MessageRules.broken(raw(wording.in(Locale.ENGLISH)))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("folders")
  void every_message_stays_sane_when_any_one_variable_is_empty(String folder) {
    for (Locale language : new Locale[] {Locale.CHINESE, Locale.ENGLISH}) {
      Sentences sentences = Wording.classPath(folder).in(language);
      for (String key : sentences.keys()) {
        for (String empty : sentences.variables(key)) {
          String said = sentences.say(key, allBut(empty, sentences.variables(key)));
          assertThat(said)
              .as("%s without %s", key, empty)
              .doesNotContain("“”", "\"\"", "（）", "()", "{", "，，", "，。", "；。", "：。", "｜｜")
              .doesNotMatch("^[，；。｜,;.|、].*")
              .doesNotMatch(".*[，；｜、,;|]$");
        }
      }
    }
  }

  @Test
  void every_key_that_code_says_exists() throws IOException {
    Set<String> used = usedKeys(Path.of(System.getProperty("kouxin.root"), "bot/src/main/java"));
    Set<String> known = new TreeSet<>();
    folders().forEach(folder -> known.addAll(Wording.classPath(folder).in(Locale.CHINA).keys()));

    assertThat(known).containsAll(used);
  }

  @Test
  void the_rules_find_what_breaks_them() {
    Map<String, String> texts =
        Map.of(
            "a", "系统提示：必填",
            "b", "太好了！！",
            "c", "收到👍",
            "d", "3".repeat(121),
            "e", "到 2026-03-11T15:00",
            "f", "您好",
            "g", "一切都好！",
            "h", "原因：price-vs-competitor",
            "i", "客户 DZ1001 的事");

    assertThat(MessageRules.broken(texts))
        .extracting(line -> line.substring(0, 1))
        .containsExactlyInAnyOrder("a", "b", "c", "d", "e", "f", "h", "i");
  }

  private static Set<String> usedKeys(Path sources) throws IOException {
    Set<String> keys = new TreeSet<>();
    for (Path file : files(sources)) {
      var uses = USE.matcher(Files.readString(file));
      while (uses.find()) {
        keys.add(uses.group(1).equals("button") ? "button." + uses.group(2) : uses.group(2));
      }
    }
    return keys;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static Map<String, String> allBut(String empty, Set<String> names) {
    return names.stream().collect(toMap(Function.identity(), n -> n.equals(empty) ? "" : "值"));
  }

  private static Map<String, String> raw(Sentences sentences) {
    return Arrays.stream(sentences.keys().toArray(String[]::new))
        .collect(toMap(Function.identity(), sentences::raw));
  }
}
