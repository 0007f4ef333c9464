package io.kouxin.bot.learning;

import static io.kouxin.bot.learning.School.DEAR;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.Correction;
import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.learning.Lesson.State;
import io.kouxin.bot.learning.Lessons.Outcome;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.Stores;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class LessonsTest {
  private static final String MEMO = "他说这个数超出他能接受的范围";
  private static final String CHEN = Scene.CHEN.id();

  private final School school;

  LessonsTest(Stores kind) {
    school = new School(kind);
  }

  @AfterEach
  void close() {
    school.close();
  }

  @Test
  void an_accepted_example_is_a_phrase_until_it_is_taken_back() {
    Lesson lesson = example();

    assertThat(school.lessons.accept(lesson, MEMO, CHEN)).isEqualTo(Outcome.DONE);
    assertThat(school.entry(DEAR).phrases()).containsExactly("dear的说法", MEMO);
    assertThat(now(lesson).decision())
        .contains(new Lesson.Decision(CHEN, school.scene.clock.instant()));

    assertThat(school.lessons.takeBack(now(lesson), CHEN)).isEqualTo(Outcome.DONE);
    assertThat(school.entry(DEAR).phrases()).containsExactly("dear的说法");
    assertThat(now(lesson).state()).isEqualTo(State.TAKEN_BACK);
    assertThat(school.lessons.accept(now(lesson), MEMO, CHEN)).isEqualTo(Outcome.DONE);
    assertThat(school.scene.journal.about(lesson.id()).stream().map(JournalEntry::kind))
        .containsExactly("lesson.accepted", "lesson.taken-back", "lesson.accepted");
    assertThat(school.scene.journal.about(lesson.id()).getFirst().person()).contains(CHEN);
  }

  @Test
  void an_accepted_counter_example_speaks_against_the_entry_and_an_edit_leaves_it_there() {
    school.removes(school.tagged(MEMO, DEAR, "超出他"), DEAR);
    Lesson lesson = school.all().getFirst();

    school.lessons.accept(lesson, MEMO, CHEN);
    school.packs.entries().update(school.packs.entries().get(DEAR).orElseThrow());

    assertThat(school.entry(DEAR).contrast().counterExamples()).containsExactly(MEMO);
    assertThat(school.entry(DEAR).phrases()).containsExactly("dear的说法");
  }

  @Test
  void an_accepted_lesson_can_still_be_taken_back_when_its_memo_changes() {
    Lesson lesson = example();
    school.lessons.accept(lesson, MEMO, CHEN);
    var memo = school.scene.followUps.find(lesson.sources().getFirst().followUp()).orElseThrow();
    school.corrects(memo, new Correction.Action("周五再去"));

    assertThat(now(lesson).sources()).hasSize(1);
    assertThat(school.lessons.takeBack(now(lesson), CHEN)).isEqualTo(Outcome.DONE);
  }

  @Test
  void a_leader_may_mend_the_words_and_takes_back_what_was_mended() {
    Lesson lesson = example();

    school.lessons.accept(lesson, "这个数他接受不了", CHEN);
    assertThat(school.entry(DEAR).phrases()).containsExactly("dear的说法", "这个数他接受不了");
    school.lessons.takeBack(now(lesson), CHEN);
    assertThat(school.entry(DEAR).phrases()).containsExactly("dear的说法");
  }

  @Test
  void what_was_rejected_is_not_proposed_again_and_can_be_opened_again() {
    Lesson lesson = example();

    assertThat(school.lessons.reject(lesson, CHEN)).isEqualTo(Outcome.DONE);
    example();
    assertThat(school.all()).singleElement().matches(it -> it.state() == State.REJECTED);
    assertThat(school.entry(DEAR).phrases()).hasSize(1);
    assertThat(school.lessons.takeBack(now(lesson), CHEN)).isEqualTo(Outcome.DONE);
    assertThat(now(lesson).state()).isEqualTo(State.PROPOSED);
  }

  @Test
  void of_two_who_decide_at_once_the_second_learns_it_and_changes_nothing() {
    Lesson lesson = example();
    school.lessons.reject(lesson, CHEN);

    assertThat(school.lessons.accept(lesson, MEMO, CHEN)).isEqualTo(Outcome.DECIDED_OTHERWISE);
    assertThat(school.lessons.reject(now(lesson), CHEN)).isEqualTo(Outcome.DECIDED_OTHERWISE);
    assertThat(school.entry(DEAR).phrases()).hasSize(1);
    assertThat(now(lesson).state()).isEqualTo(State.REJECTED);
  }

  @Test
  void an_entry_that_is_out_of_use_learns_nothing() {
    Lesson lesson = example();
    school.packs.entries().delete(DEAR);

    assertThat(school.lessons.accept(lesson, MEMO, CHEN)).isEqualTo(Outcome.ENTRY_GONE);
    assertThat(now(lesson).state()).isEqualTo(State.PROPOSED);
  }

  @Test
  void only_who_may_see_the_memo_sees_the_lesson() {
    Lesson lesson = example();
    Optional<Set<String>> his = Optional.of(Set.of(Scene.ZHANG.id()));
    Optional<Set<String>> hers = Optional.of(Set.of(Scene.EMMA.id()));

    assertThat(school.lessons.find(lesson.id(), his)).isPresent();
    assertThat(school.lessons.find(lesson.id(), hers)).isEmpty();
    assertThat(school.lessons.find(lesson.id(), Optional.of(Set.of()))).isEmpty();
    assertThat(school.lessons.proposed(his)).containsEntry(DEAR, 1);
    assertThat(school.lessons.proposed(hers)).isEmpty();
  }

  private Lesson example() {
    school.ticks(school.suggested(MEMO, DEAR, "超出他"), School.mark(MEMO, DEAR, "超出他"));
    return school.all().getFirst();
  }

  private Lesson now(Lesson lesson) {
    return school.lessons.find(lesson.id(), Optional.empty()).orElseThrow();
  }
}
