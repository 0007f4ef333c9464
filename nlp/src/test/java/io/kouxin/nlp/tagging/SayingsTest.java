package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.meaning.BgeEncoder;
import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.meaning.NoEncoderException;
import io.kouxin.nlp.tagging.Nearest.Near;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Entries of one phrase and of many, held against memos that were made up for no library. */
class SayingsTest {
  private static final List<String> MANY =
      List.of(
          "价格太高", "嫌贵", "能不能打折", "预算不够", "超出预算", "比别家贵", "要降价", "单价太高", "报价太高", "便宜一点", "划不来",
          "成本太高", "利润太薄", "没有优惠", "性价比低", "付不起", "让利", "钱不够", "费用高", "涨价了");
  private static final List<String> ONE = List.of("护士忙不过来");

  private static Encoder encoder;
  private static Ground ground;

  @BeforeAll
  static void open() throws NoEncoderException {
    encoder = BgeEncoder.open(Locale.CHINESE);
    Background none = Background.of(List.of());
    List<BackgroundMemo> memos = none.in(Tongue.CHINESE, Phrases.of(List.of(), none));
    List<MemoMeaning> meanings =
        memos.parallelStream().map(m -> meaning(m.units().plain().text())).toList();
    var weights = new Weights();
    meanings.forEach(
        m -> weights.add(m.tokens().stream().map(PhraseMeaning::gram).distinct().toList()));
    ground = new Ground(encoder, memos, meanings, weights);
  }

  private static MemoMeaning meaning(String plain) {
    return new MemoMeaning(
        encoder.encode(plain), new boolean[plain.length()], Centres.of(Tongue.CHINESE));
  }

  @AfterAll
  static void close() {
    encoder.close();
  }

  private static List<Wording> wordings(String owner, int entry, List<String> phrases) {
    return phrases.stream()
        .map(p -> new Wording(owner, Set.of(owner), new Phrase(entry, p, List.of(), 0, false)))
        .toList();
  }

  private static List<Wording> both(List<String> many) {
    var out = new ArrayList<>(wordings("many", 0, many));
    out.addAll(wordings("one", 1, ONE));
    return out;
  }

  private static Usual usual(Sayings sayings, String owner) {
    return Objects.requireNonNull(sayings.owners().get(owner));
  }

  /** What an entry gets from memos on the average, by its wordings or as a whole. */
  private static double average(Sayings sayings, int entry, boolean whole) {
    var near =
        new Near(0, sayings.all().stream().filter(s -> s.phrase().entry() == entry).toList());
    return ground.meanings().stream()
        .map(m -> Hits.of(m, Stream.of(near)))
        .mapToDouble(hits -> (whole ? sayings.found(near, hits) : near.in(hits)).score())
        .average()
        .orElseThrow();
  }

  @Test
  void an_entry_of_many_phrases_gets_no_more_by_chance_than_one_of_one() {
    Sayings sayings = Sayings.of(both(MANY), ground);
    assertThat(average(sayings, 0, false)).isGreaterThan(0.8);
    assertThat(average(sayings, 0, true)).isBetween(-0.2, 0.2);
    assertThat(average(sayings, 1, true)).isBetween(-0.2, 0.2);
  }

  @Test
  void an_edit_measures_an_entry_anew_of_which_a_phrase_is_gone_and_no_other() {
    Sayings before = Sayings.of(both(MANY), ground);
    Sayings after = before.edited(both(MANY.subList(0, 2)), ground);
    assertThat(after.all())
        .extracting(s -> s.phrase().plain())
        .containsExactly(MANY.get(0), MANY.get(1), ONE.getFirst());
    assertThat(usual(after, "one")).isEqualTo(usual(before, "one"));
    assertThat(usual(after, "many").mean()).isLessThan(usual(before, "many").mean());
    assertThat(after.edited(wordings("one", 1, ONE), ground).owners()).containsOnlyKeys("one");
  }

  @Test
  void an_edited_entry_is_about_as_if_it_had_always_been_so() {
    List<String> ten = MANY.subList(0, 10);
    Sayings edited = Sayings.of(both(MANY.subList(0, 3)), ground).edited(both(ten), ground);
    double anew = usual(Sayings.of(both(ten), ground), "many").mean();
    assertThat(usual(edited, "many").mean()).isBetween(anew - 0.3, anew + 0.3);
  }

  @Test
  void after_an_edit_entries_borrow_as_if_it_had_always_been_so() {
    Sayings own = Sayings.of(both(MANY), ground);
    Loans before = Loans.of(own, Loans.NONE);
    Sayings edited = own.edited(both(MANY.subList(0, 2)), ground);
    Loans after = Loans.of(edited, before);
    assertThat(after).isEqualTo(Loans.of(edited, Loans.NONE)).isNotEqualTo(before);
    assertThat(after.by(1)).isSameAs(before.by(1)); // not looked for again
    assertThat(after.by(0)).isNotEqualTo(before.by(0));
    assertThat(after.by(2)).isEmpty();
  }
}
