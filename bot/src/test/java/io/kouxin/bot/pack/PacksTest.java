package io.kouxin.bot.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.store.Stores;
import io.kouxin.nlp.tagging.LibraryEntry;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@EnumSource
class PacksTest {
  private static final Instant NOW = Instant.parse("2026-03-11T02:00:00Z");

  private final HikariDataSource store;
  private final Packs packs;

  PacksTest(Stores kind) {
    store = kind.open();
    packs = node();
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void a_sound_pack_is_installed_and_in_use() {
    assertThat(packs.install(SamplePack.sound().files()))
        .isEqualTo(new Installation.Installed("sample", "1.0.0"));

    assertThat(packs.list()).containsExactly(new InstalledPack("sample", "1.0.0", true, NOW));
    assertThat(packs.entries().list()).extracting(LibraryItem::id).contains("too-dear");
    assertThat(packs.library().playbook("price").orElseThrow().title()).isEqualTo("嫌贵怎么谈");
    assertThat(packs.library().examples(Locale.CHINA)).hasSize(1);
    assertThat(packs.library().examples(Locale.UK)).isEmpty();
    assertThat(packs.library().manners().repliesPerMemo()).isEqualTo(3);
  }

  @Test
  void without_packs_the_manners_are_the_usual_ones() {
    assertThat(packs.library().manners()).isEqualTo(Manners.USUAL);
    assertThat(packs.entries().list()).isEmpty();
  }

  @Test
  void a_broken_pack_changes_nothing_and_its_problems_come_back() {
    long before = packs.entries().version();

    Installation refused =
        packs.install(SamplePack.sound().replacing("library.yaml", "kind: o", "kind: x").files());

    assertThat(refused).isInstanceOf(Installation.Refused.class);
    assertThat(packs.list()).isEmpty();
    assertThat(packs.entries().version()).isEqualTo(before);
  }

  @Test
  void a_new_version_takes_over_and_the_old_one_can_come_back() {
    packs.install(SamplePack.sound().files());
    packs.install(
        SamplePack.sound()
            .replacing("pack.yaml", "1.0.0", "1.1.0")
            .replacing("library.yaml", "label: 嫌贵", "label: 觉得贵")
            .files());

    assertThat(label("too-dear")).isEqualTo("觉得贵");
    assertThat(packs.activate("sample", "1.0.0")).isTrue();
    assertThat(label("too-dear")).isEqualTo("嫌贵");
    assertThat(packs.list()).extracting(InstalledPack::active).containsExactly(true, false);
    assertThat(packs.activate("sample", "9.9.9")).isFalse();
  }

  @Test
  void installing_the_same_again_is_harmless_but_other_content_needs_another_version() {
    packs.install(SamplePack.sound().files());

    assertThat(packs.install(SamplePack.sound().files()))
        .isInstanceOf(Installation.Installed.class);
    assertThat(
            packs.install(
                SamplePack.sound().replacing("library.yaml", "label: 嫌贵", "label: 贵").files()))
        .isInstanceOfSatisfying(
            Installation.Refused.class,
            refused ->
                assertThat(refused.problems().getFirst().toString())
                    .contains("version 1.0.0 is installed already")
                    .contains("count the version up"));
    assertThat(packs.list()).hasSize(1);
  }

  @Test
  void of_two_packs_the_one_installed_later_is_heard_and_keeps_its_turn_when_upgraded() {
    packs.install(SamplePack.sound().files());
    packs.install(second("1.0.0", "第二包"));
    packs.install(
        SamplePack.sound().replacing("pack.yaml", "version: 1.0.0", "version: 2.0.0").files());

    assertThat(label("too-dear")).isEqualTo("第二包");
    assertThat(packs.library().packs()).extracting(Pack::id).containsExactly("sample", "second");
  }

  @Test
  void an_edit_lies_over_the_pack_and_survives_its_upgrade() {
    packs.install(SamplePack.sound().files());

    assertThat(packs.entries().update(item("too-dear", "太贵了"))).isTrue();
    packs.install(SamplePack.sound().replacing("pack.yaml", "1.0.0", "1.1.0").files());

    assertThat(label("too-dear")).isEqualTo("太贵了");
  }

  @Test
  void an_entry_keeps_all_it_has_on_its_way_through_the_store() {
    packs.install(SamplePack.sound().files());
    var whole = SampleEntry.whole("new-one");

    packs.entries().create(whole);

    assertThat(node().entries().get("new-one")).contains(whole);
  }

  @Test
  void an_entry_of_a_pack_is_hidden_stays_hidden_and_can_be_made_anew() {
    packs.install(SamplePack.sound().files());

    assertThat(packs.entries().delete("too-dear")).isTrue();
    packs.install(SamplePack.sound().replacing("pack.yaml", "1.0.0", "1.1.0").files());
    assertThat(packs.entries().get("too-dear")).isEmpty();
    assertThat(packs.entries().delete("too-dear")).isFalse();

    assertThat(packs.entries().create(item("too-dear", "又来了"))).isTrue();
    assertThat(label("too-dear")).isEqualTo("又来了");
  }

  @Test
  void an_entry_of_ones_own_is_made_once_changed_and_gone() {
    LibraryEntries entries = packs.entries();

    assertThat(entries.update(item("mine", "我的"))).isFalse();
    assertThat(entries.create(item("mine", "我的"))).isTrue();
    assertThat(entries.create(item("mine", "别的"))).isFalse();
    assertThat(entries.update(item("mine", "改了"))).isTrue();
    assertThat(entries.delete("mine")).isTrue();
    assertThat(entries.get("mine")).isEmpty();
  }

  @Test
  void an_entry_that_could_never_be_matched_is_refused_in_words() {
    LibraryEntry empty =
        new LibraryEntry("Bad Id", LibraryEntry.Kind.NEED, " ", List.of(), "", Locale.CHINESE);
    var item =
        new LibraryItem(empty, LibraryItem.Severity.NORMAL, Optional.empty(), Optional.empty());

    assertThatThrownBy(() -> packs.entries().create(item))
        .isInstanceOf(InvalidLibraryEntry.class)
        .hasMessageContainingAll("id", "label", "phrase");
  }

  @Test
  void every_change_moves_the_version_and_another_node_sees_it() {
    Packs other = node();
    long before = other.library().version();

    packs.entries().create(item("mine", "我的"));

    assertThat(other.entries().version()).isGreaterThan(before);
    assertThat(other.library().items()).isEmpty();
    assertThat(other.refresh().items()).extracting(LibraryItem::id).containsExactly("mine");
  }

  @Test
  void others_are_told_of_a_change_once_it_can_be_read_and_of_nothing_else() {
    List<Integer> read = new ArrayList<>();
    var told =
        new Packs(
            JdbcClient.create(store),
            new TransactionTemplate(new JdbcTransactionManager(store)),
            Clock.fixed(NOW, ZoneOffset.UTC),
            () -> read.add(packs.refresh().items().size()));
    told.entries().create(item("mine", "我的"));
    assertThat(told.entries().create(item("mine", "再来"))).isFalse();
    told.refresh();
    assertThat(read).containsExactly(1);
  }

  @Test
  void two_nodes_that_write_at_once_lose_nothing() throws Exception {
    List<Callable<Boolean>> writes = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      LibraryItem item = item("entry-" + i / 2, "标");
      LibraryEntries node = i % 2 == 0 ? packs.entries() : node().entries();
      writes.add(() -> node.create(item));
    }

    int created = 0;
    try (var pool = Executors.newFixedThreadPool(4)) {
      for (var write : pool.invokeAll(writes)) {
        created += write.get() ? 1 : 0;
      }
    }

    assertThat(created).isEqualTo(20);
    assertThat(packs.refresh().items()).hasSize(20);
    assertThat(packs.entries().version()).isEqualTo(21);
  }

  @Test
  void at_the_first_start_the_packs_of_the_jar_are_installed_and_never_again() throws Exception {
    assertThat(packs.installMissing(List.of("fixture"))).hasSize(1);
    assertThat(packs.entries().delete("fixture-entry")).isTrue();

    assertThat(packs.installMissing(List.of("fixture"))).isEmpty();
    assertThat(packs.entries().get("fixture-entry")).isEmpty();
  }

  @Test
  void a_pack_that_the_jar_does_not_have_is_named() {
    assertThatThrownBy(() -> packs.installMissing(List.of("no-such-pack")))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("no-such-pack");
    assertThatThrownBy(() -> packs.installMissing(List.of("../../etc")))
        .isInstanceOf(IOException.class);
  }

  private Packs node() {
    return new Packs(
        JdbcClient.create(store),
        new TransactionTemplate(new JdbcTransactionManager(store)),
        Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private String label(String id) {
    return packs.entries().get(id).orElseThrow().entry().label();
  }

  private static PackFiles second(String version, String label) {
    return SamplePack.sound()
        .replacing("pack.yaml", "id: sample", "id: second")
        .replacing("pack.yaml", "version: 1.0.0", "version: " + version)
        .replacing("library.yaml", "label: 嫌贵", "label: " + label)
        .files();
  }

  private static LibraryItem item(String id, String label) {
    return new LibraryItem(
        new LibraryEntry(
            id, LibraryEntry.Kind.NEED, label, List.of("说法"), "general", Locale.CHINESE),
        LibraryItem.Severity.NORMAL,
        Optional.empty(),
        Optional.empty());
  }
}
