package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.tagging.Tagging.Tag;
import io.kouxin.nlp.text.RuleBasedReader;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A library of forty entries of which a few are changed. */
class EditionTest {
  private static final ZonedDateTime NOW =
      ZonedDateTime.of(2026, 3, 4, 10, 30, 0, 0, ZoneId.of("Asia/Shanghai"));
  private static final String PRICE = "院长一开口就说价格太贵没法谈";

  private final List<LibraryEntry> entries = new ArrayList<>(SmallLibrary.entries());

  EditionTest() {
    IntStream.range(0, 30)
        .forEach(i -> entries.add(other(i, "第" + (char) ('\u6000' + i) + "号机不转")));
  }

  private static LibraryEntry other(int number, String... phrases) {
    String id = "other-" + number;
    return new LibraryEntry(id, LibraryEntry.Kind.NEED, id, List.of(phrases), "", Locale.CHINESE);
  }

  private static List<Tag> tags(TagLibrary library, String memo) {
    return library.tag(new RuleBasedReader().read(memo, Locale.CHINA, NOW)).tags();
  }

  @Test
  void what_is_changed_is_new_and_the_rest_is_as_it_was() {
    try (var library = LuceneTagLibrary.of(entries)) {
      List<Tag> before = tags(library, PRICE);
      entries.set(20, other(10, "机器噪音太大病人睡不着"));
      entries.remove(39);
      try (var edited = library.edited(entries)) {
        assertThat(tags(edited, "护士说机器噪音太大病人睡不着")).extracting(Tag::entry).contains("other-10");
        assertThat(tags(edited, "他说第\u600A号机不转")).extracting(Tag::entry).doesNotContain("other-10");
        assertThat(tags(edited, "他说第\u601D号机不转")).extracting(Tag::entry).doesNotContain("other-29");
        assertThat(tags(edited, PRICE)).isEqualTo(before);
      }
      assertThat(tags(library, "他说第\u600A号机不转")).extracting(Tag::entry).contains("other-10");
    }
  }

  @Test
  void after_as_many_edits_as_there_are_entries_each_of_them_is_found() {
    LuceneTagLibrary library = LuceneTagLibrary.of(entries);
    for (int i = 0; i < 30; i++) {
      entries.set(10 + i, other(i, "第" + (char) ('\u7000' + i) + "台车漏油"));
      LuceneTagLibrary before = library;
      library = before.edited(entries);
      before.close();
    }
    for (int i = 0; i < 30; i++) {
      assertThat(tags(library, "他说第" + (char) ('\u7000' + i) + "台车漏油").getFirst().entry())
          .isEqualTo("other-" + i);
    }
    library.close();
  }

  @Test
  void entries_that_are_broken_or_there_twice_are_reported_as_in_a_new_library() {
    try (var library = LuceneTagLibrary.of(entries)) {
      entries.add(5, other(50, " ", "，。"));
      entries.add(entries.get(3));
      entries.add(other(4, "换了说法的第四个"));
      try (var edited = library.edited(entries);
          var fresh = LuceneTagLibrary.of(entries)) {
        assertThat(edited.errors()).isEqualTo(fresh.errors()).hasSize(3);
      }
    }
  }

  @Test
  void a_library_that_was_empty_or_becomes_so_is_no_exception() {
    try (var empty = LuceneTagLibrary.of(List.of());
        var filled = empty.edited(entries);
        var emptied = filled.edited(List.of())) {
      assertThat(tags(filled, PRICE)).extracting(Tag::entry).containsExactly("price");
      assertThat(tags(emptied, PRICE)).isEmpty();
    }
  }
}
