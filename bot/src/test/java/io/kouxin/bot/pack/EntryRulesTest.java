package io.kouxin.bot.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.store.Stores;
import java.time.Clock;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What each broken entry gets, in a file and from whoever edits the library. */
class EntryRulesTest {
  private static final String AFTER = "      phrases: [涨价了]\n";
  private final PackReader reader = new PackReader(id -> Optional.empty());
  private final HikariDataSource store = Stores.SQLITE.open();
  private Packs packs;

  @BeforeEach
  void install() {
    var transactions = new TransactionTemplate(new JdbcTransactionManager(store));
    packs = new Packs(JdbcClient.create(store), transactions, Clock.systemUTC());
    packs.install(SamplePack.sound().files());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "parent: nobody|library.yaml:22:13: there is no entry \"nobody\"; name another parent",
        "parent: dearer-than-before|library.yaml:22:13: an entry cannot be its own parent",
        "aliases: [价格太高]|library.yaml:22:15: \"价格太高\" is a phrase of \"too-dear\"; take",
        "aliases: [贵]|library.yaml:22:15: \"贵\" has only one character",
        "negative-phrases: [涨价了]|library.yaml:22:24: \"涨价了\" is a phrase of this entry, too",
        "counter-examples: [涨价了]|library.yaml:22:24: \"涨价了\" is a phrase of this entry, too",
        "evidence-required: [甲一, 乙一, 丙一, 丁一, 戊一, 己一]|library.yaml:22:24: there are too many",
        "group: 价格|library.yaml:22:12: \"价格\" will not do for \"group\"; use lower case",
        "version: newest|library.yaml:22:14: \"newest\" will not do for \"version\"; write a whole",
        "owner: 一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一|library.yaml:22:12: ",
        "negative_phrases: [x]|library.yaml:22:5: nobody knows the field \"negative_phrases\"",
      })
  void a_broken_field_is_named_with_file_line_and_what_to_do(String field, String problem) {
    SamplePack pack =
        SamplePack.sound()
            .replacing("library.yaml", "phrases: [涨价了]\n", "phrases: [涨价了]\n    " + field + "\n");
    PackReading reading = reader.read(pack.files());

    assertThat(
            reading.problems().stream()
                .map(PackProblem::toString)
                .map(s -> s.replace("22:", "22:")))
        .anyMatch(p -> p.startsWith(problem.replaceFirst(":22:(\\d+)", ":22:$1")));
    assertThat(reading.pack().orElseThrow().library())
        .as("the entry is matched all the same")
        .extracting(LibraryItem::id)
        .containsExactly("too-dear", "dearer-than-before");
  }

  @Test
  void labels_in_a_file_have_no_characters_that_nobody_can_see() {
    SamplePack pack =
        SamplePack.sound()
            .replacing("library.yaml", "label: 嫌贵", "label: \"嫌\\u202E贵\"")
            .replacing("library.yaml", "label: 没细说", "label: \"没\\0细说\"");

    assertThat(reader.read(pack.files()).problems())
        .extracting(PackProblem::toString)
        .filteredOn(problem -> problem.contains("characters in it that nobody can see"))
        .hasSize(2);
  }

  @Test
  void parents_in_a_circle_are_named_with_the_way_round() {
    SamplePack pack =
        SamplePack.sound()
            .replacing(
                "library.yaml", "severity: high", "severity: high\n    parent: dearer-than-before")
            .replacing("library.yaml", "phrases: [涨价了]", "phrases: [涨价了]\n    parent: too-dear");

    assertThat(reader.read(pack.files()).problems())
        .extracting(PackProblem::toString)
        .containsExactly(
            "library.yaml:8:13: the parents go round in a circle: too-dear → dearer-than-before →"
                + " too-dear; take one of the parents out",
            "library.yaml:23:13: the parents go round in a circle: dearer-than-before → too-dear →"
                + " dearer-than-before; take one of the parents out");
  }

  @Test
  void an_alias_that_two_entries_share_is_named_at_the_second() {
    SamplePack pack =
        SamplePack.sound()
            .replacing("library.yaml", "severity: high", "severity: high\n    aliases: [天价]")
            .replacing("library.yaml", "phrases: [涨价了]", "phrases: [涨价了]\n    aliases: [天价]");

    assertThat(reader.read(pack.files()).problems())
        .extracting(PackProblem::toString)
        .containsExactly(
            "library.yaml:23:15: \"天价\" is an alias of \"too-dear\" already; let only one of them"
                + " have it");
  }

  @Test
  void a_phrase_of_one_or_of_5000_characters_is_left_out_and_the_others_stay() {
    SamplePack pack =
        SamplePack.sound()
            .replacing("library.yaml", "[涨价了]", "[涨价了, 涨, " + "太".repeat(5_000) + "]");

    PackReading reading = reader.read(pack.files());

    assertThat(reading.problems())
        .extracting(PackProblem::toString)
        .satisfiesExactly(
            one -> assertThat(one).startsWith("library.yaml:21:20: \"涨\" has only one character"),
            long5000 ->
                assertThat(long5000)
                    .startsWith("library.yaml:21:23: \"太太太")
                    .endsWith("…\" is longer than 200 characters; say one thing in one breath")
                    .hasSizeLessThan(200));
    assertThat(reading.pack().orElseThrow().library().getLast().entry().phrases())
        .containsExactly("涨价了");
  }

  @Test
  void whoever_edits_the_library_gets_the_same_answers() {
    LibraryEntries entries = packs.entries();
    entries.create(SampleEntry.below("too-dear", "child"));

    refused(SampleEntry.below("nobody", "other"), Flaw.Kind.PARENT_UNKNOWN);
    refused(SampleEntry.below("other", "other"), Flaw.Kind.PARENT_SELF);
    refused(SampleEntry.called("价格太高", "other"), Flaw.Kind.ALIAS_IS_PHRASE);
    refused(SampleEntry.called("child名", "other"), Flaw.Kind.ALIAS_SHARED);
    refused(SampleEntry.saying("贵", "other"), Flaw.Kind.TEXT_SHORT);
    refused(SampleEntry.saying("贵".repeat(201), "other"), Flaw.Kind.TEXT_LONG);
    refused(SampleEntry.saying(" ", "other"), Flaw.Kind.TEXT_EMPTY);
    assertThat(entries.get("other")).isEmpty();
    LibraryItem dear = entries.get("too-dear").orElseThrow();
    LibraryItem round = dear.with(SampleEntry.below("child", "too-dear").entry());
    assertThatThrownBy(() -> entries.update(round))
        .hasMessageContaining("circle: too-dear → child → too-dear");
  }

  private void refused(LibraryItem item, Flaw.Kind why) {
    assertThatThrownBy(() -> packs.entries().create(item))
        .isInstanceOfSatisfying(
            InvalidLibraryEntry.class,
            e -> assertThat(e.flaws()).extracting(Flaw::kind).containsExactly(why));
  }

  @Test
  void an_entry_whose_parent_has_gone_is_matched_without_it_and_says_so() {
    packs.entries().create(SampleEntry.below("dearer-than-before", "child"));
    packs.entries().delete("dearer-than-before");

    LibraryItem written = packs.entries().get("child").orElseThrow();
    assertThat(packs.library().item("child").orElseThrow().entry().kin().parent()).isEmpty();
    assertThat(written.entry().kin().parent()).contains("dearer-than-before");
    assertThat(packs.entries().flaws(written))
        .extracting(Flaw::kind)
        .containsExactly(Flaw.Kind.PARENT_UNKNOWN);
  }

  @Test
  void each_edit_is_the_next_version() {
    LibraryItem child = SampleEntry.below("too-dear", "child");
    packs.entries().create(child);
    packs.entries().update(child);

    assertThat(packs.entries().get("child").orElseThrow().notes().version()).isEqualTo(2);
  }

  @Test
  void an_edit_that_an_older_version_kept_is_still_there() {
    String kept =
        """
        {"entry":{"id":"old","kind":"NEED","label":"旧的","phrases":["旧的说法"],"industry":"",
         "language":"zh"},"severity":"HIGH","playbook":"price","ask":null}""";

    LibraryItem old = KeptItem.read(kept);

    assertThat(old.entry().phrases()).containsExactly("旧的说法");
    assertThat(old.entry().aliases()).isEmpty();
    assertThat(old.entry().kin().parent()).isEmpty();
    assertThat(old.severity()).isEqualTo(LibraryItem.Severity.HIGH);
    assertThat(old.playbook()).contains("price");
    assertThat(old.ask()).isEmpty();
    assertThat(old.notes()).isEqualTo(LibraryItem.Notes.NONE);
  }

  @Test
  void what_was_taught_lies_over_pack_and_edit_and_goes_without_a_trace() {
    var example = new Taught("too-dear", Taught.Sense.EXAMPLE, "这个数他说太离谱");
    var counter = new Taught("too-dear", Taught.Sense.COUNTER_EXAMPLE, "贵院的设备很新");
    packs.entries().teach(example, () -> {});
    packs.entries().teach(counter, () -> {});
    packs.install(SamplePack.sound().replacing("pack.yaml", "1.0.0", "1.1.0").files());

    LibraryItem now = packs.library().item("too-dear").orElseThrow();
    assertThat(now.entry().phrases()).containsExactly("价格太高", "比别家贵", "这个数他说太离谱");
    assertThat(now.entry().contrast().counterExamples()).containsExactly("贵院的设备很新");
    assertThat(packs.entries().get("too-dear").orElseThrow().entry().phrases()).hasSize(2);

    packs.entries().unteach(example, () -> {});
    assertThat(packs.library().item("too-dear").orElseThrow().entry().phrases()).hasSize(2);
    assertThat(packs.entries().teach(new Taught("none", Taught.Sense.EXAMPLE, "x"), () -> {}))
        .isFalse();
  }
}
