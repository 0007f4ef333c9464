package io.kouxin.nlp.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.text.Round.Leg;
import io.kouxin.nlp.text.Round.Naming;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RoundTest {
  private static final Pattern NAME = Pattern.compile("\\[([^]]+)]");

  /** A memo with the customers that it names, each meant by its words alone. */
  private record Told(String memo, List<Naming> names) {

    static Told of(String line) {
      var memo = new StringBuilder();
      var names = new ArrayList<Naming>();
      Matcher name = NAME.matcher(line);
      int from = 0;
      while (name.find()) {
        memo.append(line, from, name.start());
        var span = new Span(memo.length(), memo.length() + name.group(1).length());
        names.add(new Naming(span, Set.of(name.group(1))));
        memo.append(name.group(1));
        from = name.end();
      }
      return new Told(memo.append(line.substring(from)).toString(), names);
    }

    List<Leg> legs() {
      return Round.of(memo, names, BilingualReader.language(memo, Locale.CHINESE));
    }
  }

  static Stream<String> rounds() {
    return Stream.of("rounds.txt", "rounds-second.txt").flatMap(RoundTest::lines);
  }

  private static Stream<String> lines(String file) {
    try (var in = RoundTest.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void goes_on_where_the_rep_went_on_and_nowhere_else(String line) {
    String[] visits = line.replaceAll("[\\[\\]]", "").split("/");
    Told told = Told.of(line.replace("/", ""));
    assertThat(told.legs()).extracting(leg -> leg.span().of(told.memo())).containsExactly(visits);
  }

  @Test
  void each_visit_knows_whose_it_is_though_another_is_mentioned() {
    Told told = Told.of("上午去了[博宁]，何院长说[华康医院]也在用，要样品，下午去了[松源]，高总没预算");
    assertThat(told.legs())
        .extracting(leg -> leg.at().orElseThrow().span().of(told.memo()))
        .containsExactly("博宁", "松源");
  }

  @Test
  void a_visit_that_comes_back_to_another_customer_is_nobodys_for_certain() {
    Told told = Told.of("上午去了[博宁]，何院长要样品，下午去了[松源]，高总没预算，[博宁]那边周五寄");
    assertThat(told.legs()).hasSize(2);
    assertThat(told.legs().getLast().at()).isEmpty();
  }

  @Test
  void two_that_may_be_the_same_are_not_told_apart() {
    String memo = "上午去了华康王主任嫌贵下午去了华抗孙院长要样品";
    Set<String> both = Set.of("1", "2");
    List<Naming> names =
        List.of(new Naming(new Span(4, 6), both), new Naming(new Span(15, 17), both));
    assertThat(Round.of(memo, names, Locale.CHINESE)).hasSize(1);
  }

  @Test
  void words_of_a_recogniser_that_stand_apart_are_cut_in_their_own_places() {
    Told told = Told.of("先 去 的 [安禾] 宋 总 要 培训 再 去 的 [明远] 林 护士长 嫌 贵");
    assertThat(told.legs())
        .extracting(leg -> leg.span().of(told.memo()))
        .containsExactly("先 去 的 安禾 宋 总 要 培训 ", "再 去 的 明远 林 护士长 嫌 贵");
  }

  @Test
  void nothing_and_nobody_is_one_visit() {
    assertThat(Round.of("", List.of(), Locale.CHINESE)).hasSize(1);
    assertThat(Round.of("下周三再去", List.of(), Locale.CHINESE)).hasSize(1);
  }

  @Test
  @Timeout(60)
  void a_long_memo_full_of_names_does_not_hang() {
    Told told = Told.of("下午去了[博宁]何院长要样品然后去了[松源]高总没预算".repeat(150));
    assertThat(told.legs()).hasSizeGreaterThan(1);
  }
}
