package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.nlp.tagging.EntryMatch.Hit;
import io.kouxin.nlp.tagging.Kinship.Judged;
import io.kouxin.nlp.tagging.LibraryEntry.Kin;
import io.kouxin.nlp.tagging.LibraryEntry.Kind;
import io.kouxin.nlp.tagging.Tagging.Evidence;
import io.kouxin.nlp.tagging.Tagging.Status;
import io.kouxin.nlp.tagging.Tagging.Tag;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What gives way to what, in a memo of 30 characters. */
class KinshipTest {
  private static final Kinship STRANGERS = new Kinship(Map.of());

  /** "dearer" is a special case of "dear". */
  private static final Kinship DEARER =
      Kinship.of(List.of(entry("dearer", new Kin(Optional.empty(), Optional.of("dear")))));

  /** A tag that is asserted, said in a phrase of its own. */
  private static Judged judged(String entry, double score, int start, int end) {
    var said = new Evidence(start, end, "x".repeat(end - start));
    return new Judged(
        new Tag(entry, Kind.NEED, entry, score, Status.ASSERTED, List.of(said)),
        new Hit(phrase(entry.hashCode(), "phrase of " + entry, false), start, end, score));
  }

  private static Phrase phrase(int owner, String plain, boolean alias) {
    return new Phrase(owner, plain, List.of(), 0, alias);
  }

  private static Judged said(Judged tag, Phrase phrase) {
    Hit hit = tag.first();
    return new Judged(tag.tag(), new Hit(phrase, hit.start(), hit.end(), hit.score()));
  }

  private static Judged denied(Judged tag) {
    Tag was = tag.tag();
    return new Judged(
        new Tag(was.entry(), was.kind(), was.label(), was.score(), Status.NEGATED, was.evidence()),
        tag.first());
  }

  private static LibraryEntry entry(String id, Kin kin) {
    return new LibraryEntry(
        id,
        Kind.NEED,
        id,
        List.of("phrase of " + id),
        "",
        Locale.ENGLISH,
        List.of(),
        kin,
        LibraryEntry.Contrast.NONE);
  }

  private static List<String> left(Kinship kinship, Judged... tags) {
    return kinship.survivors(Arrays.asList(tags)).stream().map(t -> t.tag().entry()).toList();
  }

  @Test
  void the_same_words_say_what_is_likelier() {
    Judged dear = judged("dear", 0.9, 4, 10);
    Judged budget = judged("budget", 0.6, 5, 11);
    assertThat(left(STRANGERS, budget, dear)).containsExactly("dear");
    assertThat(left(STRANGERS, dear, budget)).containsExactly("dear");
  }

  @Test
  void what_has_words_of_its_own_stays() {
    Judged dear = judged("dear", 0.9, 4, 10);
    assertThat(left(STRANGERS, judged("late", 0.6, 10, 16), dear)).contains("late");
    assertThat(left(STRANGERS, judged("late", 0.6, 8, 16), dear)).contains("late");
    assertThat(left(STRANGERS, judged("crowded", 0.6, 0, 20), judged("tired", 0.9, 9, 10)))
        .contains("crowded");
  }

  @Test
  void what_gave_way_itself_takes_nothing_from_another() {
    Judged dear = judged("dear", 0.9, 0, 8);
    Judged budget = judged("budget", 0.7, 3, 11);
    Judged late = judged("late", 0.5, 7, 13);
    assertThat(left(STRANGERS, late, budget, dear)).containsExactly("late", "dear");
    assertThat(left(STRANGERS, late, budget)).containsExactly("budget");
  }

  @Test
  void who_has_the_same_phrase_of_its_own_is_meant_as_well() {
    Judged noise = said(judged("noise", 0.9, 4, 10), phrase(1, "machine is noisy", false));
    Judged loud = said(judged("loud", 0.6, 4, 10), phrase(2, "machine is noisy", false));
    assertThat(left(STRANGERS, loud, noise)).containsExactly("loud", "noise");
  }

  @Test
  void a_phrase_that_was_said_word_for_word_gives_way_to_no_likeness() {
    Judged late = said(judged("late", 0.6, 0, 4), phrase(1, "xxxx", false));
    Judged expiry = judged("expiry", 0.9, 1, 20);
    assertThat(left(STRANGERS, late, expiry)).containsExactly("late", "expiry");
    assertThat(left(STRANGERS, late, judged("paid", 0.9, 1, 3))).containsExactly("late");
    Judged longer = said(judged("longer", 0.9, 0, 6), phrase(2, "xxxxxx", false));
    assertThat(left(STRANGERS, late, longer)).containsExactly("longer");
  }

  @Test
  void a_phrase_that_two_borrow_is_meant_once() {
    Phrase borrowed = phrase(300, "machine is noisy", false);
    Judged noise = said(judged("noise", 0.9, 4, 10), borrowed);
    Judged loud = said(judged("loud", 0.6, 4, 10), borrowed);
    assertThat(left(STRANGERS, loud, noise)).containsExactly("noise");
  }

  @Test
  void a_name_that_was_said_stays() {
    Judged rival = said(judged("rival", 0.9, 4, 6), phrase(1, "rival", true));
    assertThat(left(STRANGERS, rival, judged("dear", 0.95, 2, 10))).contains("rival");
  }

  @Test
  void a_denial_neither_takes_nor_gives() {
    Judged dear = judged("dear", 0.9, 4, 10);
    Judged budget = judged("budget", 0.6, 5, 11);
    assertThat(left(STRANGERS, denied(budget), dear)).containsExactly("budget", "dear");
    assertThat(left(STRANGERS, budget, denied(dear))).containsExactly("budget", "dear");
    assertThat(left(STRANGERS, denied(budget), denied(dear))).containsExactly("budget", "dear");
  }

  @Test
  void a_special_case_that_is_likelier_or_about_as_likely_by_words_of_its_own_is_meant() {
    Judged dear = judged("dear", 0.9, 4, 10);
    assertThat(left(DEARER, judged("dearer", 0.91, 4, 10), dear)).containsExactly("dearer");
    assertThat(left(DEARER, judged("dearer", 0.84, 8, 16), dear)).containsExactly("dearer");
  }

  @Test
  void a_special_case_for_which_no_other_words_speak_gives_way_to_the_likelier_general_one() {
    Judged dear = judged("dear", 0.9, 4, 10);
    assertThat(left(DEARER, judged("dearer", 0.88, 4, 6), dear)).containsExactly("dear");
    assertThat(left(DEARER, judged("dearer", 0.6, 8, 16), dear)).containsExactly("dear");
  }

  @Test
  void a_special_case_that_is_said_word_for_word_is_meant_however_likely_the_general_one() {
    Judged dearer = said(judged("dearer", 0.6, 8, 16), phrase(1, "xxxxxxxx", false));
    assertThat(left(DEARER, dearer, judged("dear", 0.95, 4, 10))).containsExactly("dearer");
  }

  @Test
  void a_general_case_that_is_said_word_for_word_gives_way_to_no_likeness_in_its_words() {
    Judged dear = said(judged("dear", 0.59, 0, 4), phrase(1, "xxxx", false));
    assertThat(left(DEARER, judged("dearer", 0.62, 0, 2), dear)).containsExactly("dear");
    assertThat(left(DEARER, judged("dearer", 0.62, 2, 9), dear)).containsExactly("dearer");
  }

  @Test
  void a_special_case_has_the_words_of_the_general_one_that_gave_way_to_it() {
    Judged dear = judged("dear", 0.9, 0, 6);
    Judged dearer = judged("dearer", 0.95, 7, 12);
    Judged reagent = judged("reagent", 0.6, 2, 6);
    assertThat(left(DEARER, reagent, dear, dearer)).containsExactly("dearer");
    assertThat(left(DEARER, reagent, dearer)).containsExactly("reagent", "dearer");
  }

  @Test
  void a_special_case_that_is_said_elsewhere_takes_nothing() {
    Judged dear = judged("dear", 0.9, 0, 6);
    assertThat(left(DEARER, judged("dearer", 0.6, 20, 28), dear)).containsExactly("dearer", "dear");
  }

  @Test
  void where_each_gives_way_to_the_next_in_a_circle_the_likeliest_is_meant() {
    Judged dear = judged("dear", 0.84, 4, 12);
    Judged budget = judged("budget", 0.82, 7, 16);
    Judged dearer = judged("dearer", 0.80, 10, 16);
    assertThat(left(DEARER, budget, dearer, dear)).containsExactly("dear");
    assertThat(left(DEARER, budget, dear)).containsExactly("dear");
    assertThat(left(DEARER, budget, dearer)).containsExactly("budget");
    assertThat(left(DEARER, dearer, dear)).containsExactly("dearer");
  }
}
