package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of people, amounts, actions and visits, each written before the reader saw it. */
class MentionListsTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 4, 10, 30, 0, 0, ZoneId.of("Asia/Shanghai"));
  private final RuleBasedReader reader = new RuleBasedReader();

  private static Stream<String> lines(String file) {
    try (var in = MentionListsTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Stream<String> people() {
    return lines("people.txt");
  }

  static Stream<String> amounts() {
    return lines("amounts.txt");
  }

  static Stream<String> actions() {
    return lines("actions.txt");
  }

  static Stream<String> visits() {
    return lines("visits.txt");
  }

  private static Locale language(String memo) {
    return memo.codePoints().anyMatch(PlainText::isHan) ? Locale.CHINA : Locale.ENGLISH;
  }

  private Utterance read(String memo) {
    return reader.read(memo, language(memo), NOW);
  }

  @ParameterizedTest
  @MethodSource("people")
  void finds_everybody_with_their_role(String line) {
    String[] f = line.split("\\|");
    List<String> found = read(f[0]).people().stream().map(PersonMention::text).toList();
    if (f[1].equals("-")) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).contains(f[1].split(","));
    }
  }

  @ParameterizedTest
  @MethodSource("amounts")
  void reads_values_with_units(String line) {
    String[] f = line.split("\\|");
    List<String> found =
        read(f[0]).amounts().stream()
            .map(a -> a.text() + "=" + a.value().toPlainString() + " " + a.unit())
            .toList();
    if (f[1].equals("-")) {
      assertThat(found).isEmpty();
    } else {
      assertThat(found).contains(f[1]);
    }
  }

  @ParameterizedTest
  @MethodSource("actions")
  void takes_the_next_action_from_the_words(String line) {
    String[] f = line.split("\\|");
    String action = read(f[0]).nextAction().orElse("-");
    assertThat(action).contains(f[1]);
  }

  @ParameterizedTest
  @MethodSource("visits")
  void cuts_where_a_visit_ends(String line) {
    String memo = line.replace("/", "");
    assertThat(reader.visits(memo, language(memo)))
        .extracting(span -> span.of(memo))
        .containsExactly(line.split("/"));
  }
}
