package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.tagging.LibraryEntry.Contrast;
import io.kouxin.nlp.tagging.LibraryEntry.Kin;
import io.kouxin.nlp.tagging.LibraryEntry.Kind;
import io.kouxin.nlp.tagging.Tagging.Status;
import io.kouxin.nlp.tagging.Tagging.Tag;
import io.kouxin.nlp.tagging.Why.Against;
import io.kouxin.nlp.tagging.Why.How;
import io.kouxin.nlp.tagging.Why.Outcome;
import io.kouxin.nlp.text.RuleBasedReader;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What keeps entries apart that sound alike: names, negative phrases, counter-examples, kin. */
class ContrastTest {
  private static final ZonedDateTime NOW = ZonedDateTime.parse("2026-03-04T10:30+08:00");

  private static LibraryEntry entry(
      String id, List<String> phrases, List<String> aliases, Kin kin, Contrast contrast) {
    return new LibraryEntry(
        id, Kind.OBJECTION, id, phrases, "", Locale.CHINESE, aliases, kin, contrast);
  }

  private static Tagging tag(String said, LibraryEntry... entries) {
    try (var library = LuceneTagLibrary.of(List.of(entries))) {
      return library.tag(new RuleBasedReader().read(said, Locale.CHINESE, NOW));
    }
  }

  private static Why why(String said, String id, LibraryEntry... entries) {
    try (var library = LuceneTagLibrary.of(List.of(entries))) {
      return library.why(new RuleBasedReader().read(said, Locale.CHINESE, NOW), id).orElseThrow();
    }
  }

  private static List<String> asserted(Tagging tagging) {
    return tagging.tags().stream()
        .filter(t -> t.status() == Status.ASSERTED)
        .map(Tag::entry)
        .toList();
  }

  private static final LibraryEntry RIVAL =
      entry("rival", List.of("别家厂商来报过价"), List.of("迈瑞", "奥林巴斯", "GE"), Kin.NONE, Contrast.NONE);

  @Test
  void a_name_that_is_said_is_enough() {
    assertThat(asserted(tag("他们院里去年买的都是迈瑞的机器", RIVAL))).containsExactly("rival");
    assertThat(asserted(tag("去年科室上了ge的机器", RIVAL))).containsExactly("rival");
  }

  @Test
  void a_long_name_is_known_by_its_sound_and_a_short_one_is_not() {
    assertThat(asserted(tag("主任说奥林巴思的人也在跑", RIVAL))).containsExactly("rival");
    assertThat(asserted(tag("台阶太高东西卖不卖得进去难说", RIVAL))).isEmpty();
    assertThat(asserted(tag("germany那边发货", RIVAL))).isEmpty();
  }

  @Test
  void a_name_can_be_denied_like_anything_else() {
    assertThat(asserted(tag("他说没考虑过迈瑞", RIVAL))).isEmpty();
  }

  private static final LibraryEntry DEAR =
      entry(
          "dear",
          List.of("价格太贵", "嫌价格高"),
          List.of(),
          new Kin(Optional.of("price"), Optional.empty()),
          new Contrast(List.of("运费"), List.of("价格高一点没关系质量要过硬")));

  @Test
  void a_negative_phrase_beside_them_takes_the_words_back() {
    assertThat(asserted(tag("主任嫌价格高", DEAR))).containsExactly("dear");
    assertThat(asserted(tag("主任嫌运费价格高", DEAR))).isEmpty();
  }

  @Test
  void a_counter_example_makes_it_a_question() {
    Tagging tagging = tag("他倒是说价格高一点没关系质量要过硬就行", DEAR);
    assertThat(asserted(tagging)).isEmpty();
  }

  private static final LibraryEntry DEARER =
      entry(
          "dearer-than-rival",
          List.of("比别家价格贵", "跟对手比价格太贵"),
          List.of(),
          new Kin(Optional.of("price"), Optional.of("dear")),
          Contrast.NONE);

  @Test
  void of_kin_for_which_the_same_words_speak_the_most_specific_is_meant() {
    Tagging tagging = tag("院长说跟对手比价格太贵", DEAR, DEARER);
    assertThat(asserted(tagging)).containsExactly("dearer-than-rival");
    assertThat(tagging.suggestions()).extracting(Tag::entry).contains("dear");
  }

  @Test
  void kin_that_are_said_apart_both_stand() {
    Tagging tagging = tag("主任上来就嫌价格高后面聊了半天装机培训还有耗材的事临走院长又说跟对手比价格太贵", DEAR, DEARER);
    assertThat(asserted(tagging)).contains("dearer-than-rival");
  }

  @Test
  void a_circle_of_parents_harms_nobody() {
    LibraryEntry one = entry("one", List.of("交货太慢"), List.of(), kinOf("two"), Contrast.NONE);
    LibraryEntry two = entry("two", List.of("发货太慢"), List.of(), kinOf("one"), Contrast.NONE);
    assertThat(tag("交货太慢发货太慢", one, two).errors()).isEmpty();
  }

  @Test
  void also_what_is_not_even_offered_tells_to_whom_it_gave_way() {
    LibraryEntry[] line =
        IntStream.range(0, 7)
            .mapToObj(
                n ->
                    entry("e" + n, List.of("价格太贵"), List.of(), kinOf("e" + (n + 1)), Contrast.NONE))
            .toArray(LibraryEntry[]::new);
    assertThat(asserted(tag("院长说价格太贵", line))).containsExactly("e0");
    List<Why> others = IntStream.range(1, 7).mapToObj(n -> why("院长说价格太贵", "e" + n, line)).toList();
    assertThat(others).allSatisfy(why -> assertThat(why.against()).contains(Against.KIN));
    assertThat(others).filteredOn(why -> why.outcome() == Outcome.LEFT_OUT).hasSize(1);
  }

  private static Kin kinOf(String parent) {
    return new Kin(Optional.empty(), Optional.of(parent));
  }

  @Test
  void whoever_asks_learns_why() {
    Why named = why("他们去年买的都是迈瑞的机器", "rival", RIVAL, DEAR);
    assertThat(named.outcome()).isEqualTo(Outcome.TAGGED);
    assertThat(named.reasons().getFirst().how()).isEqualTo(How.NAME);
    assertThat(named.reasons().getFirst().evidence().text()).isEqualTo("迈瑞");
    assertThat(why("主任没嫌价格高", "dear", DEAR).against()).contains(Against.DENIED);
    assertThat(why("主任嫌运费价格高", "dear", DEAR).against()).contains(Against.NEGATIVE_PHRASE);
    assertThat(why("他倒是说价格高一点没关系质量要过硬就行", "dear", DEAR).against())
        .contains(Against.COUNTER_EXAMPLE);
    assertThat(why("院长说跟对手比价格太贵", "dear", DEAR, DEARER).against()).contains(Against.KIN);
    assertThat(why("今天下雨", "dear", DEAR))
        .isEqualTo(
            new Why("dear", Outcome.LEFT_OUT, 0, 0.5, List.of(), List.of(Against.TOO_LITTLE)));
  }

  @Test
  void of_an_entry_that_is_not_there_nothing_is_known() {
    try (var library = LuceneTagLibrary.of(List.of(DEAR))) {
      var said = new RuleBasedReader().read("价格太贵", Locale.CHINESE, NOW);
      assertThat(library.why(said, "unknown")).isEmpty();
    }
  }
}
