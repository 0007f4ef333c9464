package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.tagging.EntryMatch.Found;
import io.kouxin.nlp.tagging.Tagging.Evidence;
import io.kouxin.nlp.tagging.Tagging.Status;
import io.kouxin.nlp.tagging.Tagging.Tag;
import io.kouxin.nlp.text.RuleBasedReader;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The memos here were written for this test; the labelled sets are not in the repository. */
class LuceneTagLibraryTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 4, 10, 30, 0, 0, ZoneId.of("Asia/Shanghai"));
  private static final RuleBasedReader READER = new RuleBasedReader();
  private static final List<LibraryEntry> ENTRIES = SmallLibrary.entries();
  private static final LuceneTagLibrary LIBRARY = LuceneTagLibrary.of(ENTRIES);

  private static Tagging tag(TagLibrary library, String memo) {
    return library.tag(READER.read(memo, Locale.CHINA, NOW));
  }

  private static List<String> asserted(String memo) {
    return with(memo, Status.ASSERTED);
  }

  private static List<String> with(String memo, Status status) {
    return tag(LIBRARY, memo).tags().stream()
        .filter(t -> t.status() == status)
        .map(Tag::entry)
        .toList();
  }

  @ParameterizedTest
  @CsvSource({
    "院长一开口就说价格太贵没法谈, price",
    "他说我们比迈瑞贵了不少, dearer",
    "今年没有预算要等明年, budget",
    "术后患者投诉疼痛管理不到位, pain",
    "他们想先试用一台看看, trial",
    "报修电话打了没人管, service",
    "the doctor thinks it is too expensive for them, en-price"
  })
  void a_phrase_that_is_said_tags_at_a_first_start(String memo, String entry) {
    assertThat(asserted(memo)).contains(entry);
  }

  @Test
  void an_edited_library_knows_the_new_entry_at_once_and_the_old_ones_as_before() {
    var entries = new ArrayList<>(ENTRIES);
    entries.removeIf(entry -> entry.id().equals("budget"));
    entries.add(
        new LibraryEntry(
            "noise",
            LibraryEntry.Kind.OBJECTION,
            "噪音大",
            List.of("机器噪音太大病人睡不着"),
            "",
            Locale.CHINESE));
    try (LuceneTagLibrary edited = LIBRARY.edited(entries)) {
      assertThat(tag(edited, "护士说机器噪音太大病人睡不着").tags()).extracting(Tag::entry).contains("noise");
      assertThat(tag(edited, "今年没有预算要等明年").tags()).isEmpty();
      String price = "院长一开口就说价格太贵没法谈";
      assertThat(tag(edited, price).tags().getFirst().entry()).isEqualTo("price");
    }
  }

  @ParameterizedTest
  @CsvSource({"主任嫌价各太贵了, price", "一直在投素疼痛管里不到位, pain", "想先是用一台看看, trial"})
  void homophones_are_found_by_their_sound(String memo, String entry) {
    assertThat(asserted(memo)).contains(entry);
  }

  @ParameterizedTest
  @CsvSource({
    "价格他没嫌贵就是要快, price",
    "价格太贵的问题已经解决了, price",
    "报修没人管的事早就解决了, service",
    "他没说要先试用, trial",
    "隔壁医院嫌价格太贵, price",
    "the price is too high at Northgate has been sorted out, en-price",
    "she said it is not too expensive, en-price",
    "the price is too high was resolved, en-price"
  })
  void what_is_denied_or_solved_is_marked_and_not_asserted(String memo, String entry) {
    assertThat(asserted(memo)).doesNotContain(entry);
    assertThat(tag(LIBRARY, memo).suggestions()).extracting(Tag::entry).doesNotContain(entry);
  }

  @Test
  void a_denied_mention_stays_visible_as_such() {
    assertThat(with("他没嫌价格太贵", Status.NEGATED)).contains("price");
  }

  @Test
  void a_lack_is_not_denied_by_its_own_negation_but_by_its_end() {
    assertThat(asserted("他们说今年没有预算")).contains("budget");
    assertThat(asserted("预算已经拿到了")).doesNotContain("budget");
  }

  @ParameterizedTest
  @ValueSource(strings = {"不光价格太贵还要排队", "忍不住说价格太贵", "不仅仅是价格太贵"})
  void not_every_negation_denies(String memo) {
    assertThat(asserted(memo)).contains("price");
  }

  @Test
  void a_particle_far_off_does_not_hide_what_denies() {
    try (var library = LuceneTagLibrary.of(List.of(entry("cold", List.of("冷链断了", "冰袋化了"))))) {
      assertThat(tag(library, "上次冷链断的事已经处理好了").tags())
          .extracting(Tag::status)
          .containsExactly(Status.NEGATED);
    }
  }

  @Test
  void a_phrase_of_which_stop_words_leave_one_word_is_found_only_as_it_stands() {
    try (var library = LuceneTagLibrary.of(List.of(entry("terms", List.of("no deposit"))))) {
      assertThat(tag(library, "they paid the deposit").tags()).isEmpty();
      assertThat(tag(library, "no deposit, he said").tags())
          .extracting(Tag::entry)
          .contains("terms");
    }
  }

  @Test
  void less_is_asked_of_an_entry_that_no_other_comes_near() {
    var judgement = new Judgement.ByWords(0.18);
    assertThat(judgement.standsOut(words(0.13), words(0.05))).isTrue();
    assertThat(judgement.standsOut(words(0.13), words(0.12))).isFalse();
    assertThat(judgement.standsOut(words(0.11), EntryMatch.NONE)).isFalse();
  }

  private static EntryMatch words(double score) {
    Found nothing = Found.NOTHING;
    return new EntryMatch(0, new Found(score, List.of()), nothing, nothing);
  }

  @Test
  void an_english_denial_or_guess_may_stand_some_words_before() {
    assertThat(asserted("he said the price is too high")).contains("en-price");
    assertThat(with("she is not bothered that the price is too high", Status.NEGATED))
        .contains("en-price");
    assertThat(asserted("my guess is that she finds it too expensive")).isEmpty();
  }

  @Test
  void a_guess_is_offered_and_not_written() {
    Tagging tagging = tag(LIBRARY, "他没吭声我猜是嫌价格太贵");
    assertThat(tagging.tags()).extracting(Tag::entry).doesNotContain("price");
    assertThat(tagging.suggestions()).extracting(Tag::entry).contains("price");
  }

  @ParameterizedTest
  @ValueSource(strings = {"信号不好我到家再说", "今天团建爬山没有拜访", "😀😀😀", "", "   ", "。。。", "12345"})
  void small_talk_gets_no_tag(String memo) {
    assertThat(tag(LIBRARY, memo).tags()).isEmpty();
  }

  @Test
  void a_memo_about_two_things_gets_both_with_evidence_in_the_raw_words() {
    String memo = "张主任提到关节镜手术后 患者投诉疼痛管理不到位，比迈瑞贵，下周三下午三点再去";
    Tagging tagging = tag(LIBRARY, memo);
    assertThat(tagging.tags()).extracting(Tag::entry).contains("pain", "dearer");
    List<Evidence> evidence =
        tagging.tags().stream()
            .filter(t -> t.entry().equals("dearer"))
            .findFirst()
            .orElseThrow()
            .evidence();
    assertThat(evidence.getFirst().text()).isEqualTo("比迈瑞贵");
  }

  @Test
  void a_broken_entry_never_spoils_the_rest() {
    var entries = new ArrayList<>(ENTRIES);
    entries.add(entry("empty", List.of("", " ", "，。")));
    entries.add(entry("price", List.of("又一个价格")));
    entries.add(entry("endless", List.of("长".repeat(5000))));
    try (var library = LuceneTagLibrary.of(entries)) {
      Tagging tagging = tag(library, "价格太贵");
      assertThat(tagging.tags()).extracting(Tag::entry).contains("price");
      assertThat(tagging.errors())
          .extracting(Tagging.EntryError::entry)
          .containsExactly("empty", "price", "endless");
    }
  }

  @Test
  void an_empty_library_finds_nothing() {
    try (var library = LuceneTagLibrary.of(List.of())) {
      assertThat(tag(library, "价格太贵")).isEqualTo(new Tagging(List.of(), List.of(), List.of()));
    }
  }

  @Test
  void words_of_every_memo_count_for_nothing() {
    List<String> memos =
        IntStream.range(0, 40).mapToObj(i -> "老板好我刚拜访完客户汇报一下售后服务部的第" + i + "条").toList();
    var entries = new ArrayList<>(ENTRIES);
    entries.add(entry("report", List.of("客户汇报一下情况", "售后服务部不满意")));
    try (var library = LuceneTagLibrary.of(entries, memos)) {
      Tagging tagging = tag(library, "老板好我刚拜访完客户汇报一下售后服务部的价格太贵");
      assertThat(tagging.tags()).extracting(Tag::entry).containsExactly("price");
    }
  }

  @Test
  @Timeout(60)
  void a_hundred_kilobytes_do_not_hang() {
    String memo = "今天去了医院聊了聊天".repeat(5_000) + "他说价格太贵";
    assertThat(asserted(memo)).contains("price");
  }

  @Property(tries = 300)
  void evidence_is_what_stands_in_the_raw_words(@ForAll("memos") String memo) {
    Tagging tagging = tag(LIBRARY, memo);
    var all = new ArrayList<>(tagging.tags());
    all.addAll(tagging.suggestions());
    for (Tag tag : all) {
      assertThat(tag.score()).isBetween(0.0, 1.0);
      assertThat(tag.evidence()).isNotEmpty();
      tag.evidence()
          .forEach(e -> assertThat(memo.substring(e.start(), e.end())).isEqualTo(e.text()));
    }
    assertThat(all.stream().map(Tag::entry).distinct()).hasSameSizeAs(all);
  }

  @Property(tries = 100)
  void a_whole_phrase_anywhere_is_fully_covered(
      @ForAll("phrases") String phrase, @ForAll("memos") String around) {
    Units units = Units.of(around + "，" + phrase + "，" + around);
    var weights = new Weights();
    weights.add(units.grams());
    Coverage coverage =
        Coverage.of(
            Phrase.of(0, Units.of(phrase), weights, false),
            new Memo(units, new boolean[units.size()]));
    assertThat(coverage.score()).isEqualTo(1.0);
  }

  @Provide
  Arbitrary<String> phrases() {
    return Arbitraries.of(ENTRIES.stream().flatMap(e -> e.phrases().stream()).toList());
  }

  @Provide
  Arbitrary<String> memos() {
    return Arbitraries.of(
            "价格",
            "太贵",
            "没",
            " ",
            "，",
            "Ａ",
            "預算",
            "试用",
            "不",
            "too expensive",
            "报修",
            "没人管",
            "解决了",
            "疼痛",
            "比迈瑞贵",
            "😀",
            "\uD800",
            "的",
            "三")
        .list()
        .ofMaxSize(14)
        .map(parts -> String.join("", parts));
  }

  private static LibraryEntry entry(String id, List<String> phrases) {
    return new LibraryEntry(id, LibraryEntry.Kind.NEED, id, phrases, "", Locale.CHINESE);
  }
}
