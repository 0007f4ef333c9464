package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lists of memos with the instant that each asks for, each written before the parser saw it. */
class TimeListsTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private final RuleBasedReader reader = new RuleBasedReader();

  record Case(Locale language, String memo, ZonedDateTime now, String expected, String why) {
    static Case of(Locale language, String line) {
      String[] f = line.split(" \\| ");
      var now = OffsetDateTime.parse(f[1]).atZoneSameInstant(SHANGHAI);
      return new Case(language, f[0], now, f[2], f[3]);
    }
  }

  static Stream<Case> lists() {
    return Stream.of("times-first.txt", "times-second.txt", "times-third.txt", "times-fourth.txt")
        .flatMap(TimeListsTest::cases);
  }

  private static Stream<Case> cases(String file) {
    var out = new ArrayList<Case>();
    Locale language = Locale.CHINA;
    for (String line : lines(file)) {
      if (line.startsWith("# language ")) {
        language = Locale.forLanguageTag(line.substring(11));
      } else if (!line.startsWith("#")) {
        out.add(Case.of(language, line));
      }
    }
    return out.stream();
  }

  private static List<String> lines(String file) {
    try (var in = TimeListsTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("lists")
  void a_memo_asks_for_one_instant_or_none(Case one) {
    assertThat(read(one)).as(one.memo() + ": " + one.why()).isEqualTo(one.expected());
  }

  private String read(Case one) {
    return reader
        .read(one.memo(), one.language(), one.now())
        .due()
        .flatMap(Due::at)
        .map(at -> at.atZone(SHANGHAI).toOffsetDateTime().toString())
        .orElse("none");
  }
}
