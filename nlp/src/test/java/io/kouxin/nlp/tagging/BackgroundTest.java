package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A company that has said little yet is judged by what reps usually say. */
class BackgroundTest {
  private static final String CHINESE = "今天去了城东的厂里见到了张工他们下个月要盘点";
  private static final String ENGLISH = "called the office and the manager was not in";

  private static List<String> texts(Background background, Tongue tongue) {
    return background.in(tongue, Phrases.of(List.of(), background)).stream()
        .map(memo -> memo.units().plain().text())
        .toList();
  }

  private static LibraryEntry entry(String id, List<String> phrases) {
    return new LibraryEntry(id, LibraryEntry.Kind.NEED, id, phrases, "", Locale.CHINESE);
  }

  @Test
  void without_own_memos_there_are_as_many_made_up_ones_in_each_language() {
    Background none = Background.of(List.of());
    assertThat(texts(none, Tongue.CHINESE)).hasSize(120).allMatch(Tongue.CHINESE::spoken);
    assertThat(texts(none, Tongue.ENGLISH)).hasSize(120).allMatch(Tongue.ENGLISH::spoken);
    assertThat(none.known(Tongue.CHINESE)).isZero();
  }

  @Test
  void own_memos_take_the_place_of_made_up_ones_in_their_language() {
    Background some = Background.of(List.of(CHINESE, CHINESE, ENGLISH));
    assertThat(texts(some, Tongue.CHINESE)).hasSize(120).startsWith(CHINESE, CHINESE);
    assertThat(texts(some, Tongue.ENGLISH)).hasSize(120).startsWith(ENGLISH);
    assertThat(some.known(Tongue.CHINESE)).isCloseTo(2 / 120.0, within(1e-9));
    assertThat(some.known(Tongue.ENGLISH)).isCloseTo(1 / 120.0, within(1e-9));
  }

  @Test
  void what_is_common_in_the_trade_is_told_by_the_library_itself() {
    List<LibraryEntry> library =
        List.of(entry("ward", List.of("护士忙不过来", "夜班没人")), entry("bed", List.of("床位不够")));
    Background none = Background.of(List.of());
    for (int own : new int[] {0, 60, 300}) {
      Background background = Background.of(Collections.nCopies(own, CHINESE));
      assertThat(background.in(Tongue.CHINESE, Phrases.of(library, background)))
          .hasSize(122)
          .filteredOn(memo -> !memo.about().isEmpty())
          .extracting(BackgroundMemo::about)
          .containsExactly(Set.of("ward"), Set.of("bed"));
    }
  }

  @Test
  void a_large_library_tells_it_in_sixty_memos() {
    List<LibraryEntry> library =
        IntStream.range(0, 500).mapToObj(i -> entry("e" + i, List.of("第" + i + "台不转"))).toList();
    Background none = Background.of(List.of());
    assertThat(none.in(Tongue.CHINESE, Phrases.of(library, none))).hasSize(180);
  }

  @Test
  void enough_own_memos_stand_alone() {
    Background enough = Background.of(Collections.nCopies(300, CHINESE));
    assertThat(texts(enough, Tongue.CHINESE)).hasSize(120).containsOnly(CHINESE);
    assertThat(enough.known(Tongue.CHINESE)).isEqualTo(1);
    assertThat(enough.known(Tongue.ENGLISH)).isZero();
  }

  @Test
  void words_are_told_by_twenty_own_memos_and_before_that_by_the_library() {
    List<LibraryEntry> library =
        List.of(
            entry("ward", List.of("护士忙不过来", "夜班没人", "病房太挤", "护工不够", "值班排不开")),
            entry("bed", List.of("床位不够", "走廊加床", "等床要半月", "周转太慢", "住院要排队")));
    Background few = Background.of(Collections.nCopies(19, CHINESE));
    assertThat(few.forWords(Phrases.of(library, few)))
        .singleElement()
        .satisfies(memo -> assertThat(memo.about()).containsOnly("ward", "bed"));
    Background some = Background.of(Collections.nCopies(20, CHINESE));
    assertThat(some.forWords(Phrases.of(library, some)))
        .hasSize(20)
        .allMatch(memo -> memo.about().isEmpty());
  }
}
