package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.tagging.EntryMatch.Hit;
import io.kouxin.nlp.tagging.Kinship.Judged;
import io.kouxin.nlp.tagging.LibraryEntry.Kin;
import io.kouxin.nlp.tagging.LibraryEntry.Kind;
import io.kouxin.nlp.tagging.Tagging.Evidence;
import io.kouxin.nlp.tagging.Tagging.Status;
import io.kouxin.nlp.tagging.Tagging.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What gives way to what, in a memo of 30 characters. */
class KinshipTest {
  private static final Kinship STRANGERS = new Kinship(Map.of());

  private static Judged judged(String entry, double score, int start, int end) {
    return judged(entry, score, start, end, "the phrase of " + entry);
  }

  private static Judged judged(String entry, double score, int start, int end, String phrase) {
    var said = new Evidence(start, end, "x".repeat(end - start));
    return new Judged(
        new Tag(entry, Kind.NEED, entry, score, Status.ASSERTED, List.of(said)),
        new Hit(new Phrase(0, phrase, List.of(), 0, false), start, end, score));
  }

  private static boolean gives(Kinship kinship, Judged tag, Judged other) {
    return kinship.givesWay(tag, List.of(tag, other));
  }

  @Test
  void the_same_words_say_what_is_likelier() {
    Judged dear = judged("dear", 0.9, 4, 10);
    Judged budget = judged("budget", 0.6, 5, 11);
    assertThat(gives(STRANGERS, budget, dear)).isTrue();
    assertThat(gives(STRANGERS, dear, budget)).isFalse();
  }

  @Test
  void what_has_words_of_its_own_stays() {
    Judged dear = judged("dear", 0.9, 4, 10);
    assertThat(gives(STRANGERS, judged("late", 0.6, 10, 16), dear)).isFalse();
    assertThat(gives(STRANGERS, judged("late", 0.6, 8, 16), dear)).isFalse();
    assertThat(gives(STRANGERS, judged("crowded", 0.6, 0, 20), judged("tired", 0.9, 9, 10)))
        .isFalse();
  }

  @Test
  void who_has_the_same_phrase_is_meant_as_well() {
    Judged noise = judged("noise", 0.9, 4, 10, "machine is noisy");
    assertThat(gives(STRANGERS, judged("loud", 0.6, 4, 10, "machine is noisy"), noise)).isFalse();
  }

  @Test
  void a_name_that_was_said_stays() {
    var said = new Evidence(4, 6, "xx");
    var rival =
        new Judged(
            new Tag("rival", Kind.COMPETITOR, "rival", 0.9, Status.ASSERTED, List.of(said)),
            new Hit(new Phrase(0, "rival", List.of(), 0, true), 4, 6, 1));
    assertThat(gives(STRANGERS, rival, judged("dear", 0.95, 2, 10))).isFalse();
  }

  @Test
  void a_special_case_does_not_give_way_to_the_general_one_however_likely() {
    Kin special = new Kin(Optional.empty(), Optional.of("dear"));
    Kinship kinship =
        Kinship.of(
            List.of(
                new LibraryEntry(
                    "dearer",
                    Kind.NEED,
                    "dearer",
                    List.of("dearer than others"),
                    "",
                    Locale.ENGLISH,
                    List.of(),
                    special,
                    LibraryEntry.Contrast.NONE)));
    Judged dear = judged("dear", 0.9, 4, 10);
    Judged dearer = judged("dearer", 0.6, 4, 10);
    assertThat(gives(kinship, dearer, dear)).isFalse();
    assertThat(gives(kinship, dear, dearer)).isTrue();
  }
}
