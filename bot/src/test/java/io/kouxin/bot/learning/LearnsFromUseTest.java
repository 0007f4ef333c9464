package io.kouxin.bot.learning;

import static io.kouxin.bot.learning.School.DEAR;
import static io.kouxin.bot.learning.School.DEARER;
import static io.kouxin.bot.learning.School.PAYING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.kouxin.bot.followup.Correction;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.learning.Lesson.State;
import io.kouxin.bot.pack.Taught.Sense;
import io.kouxin.bot.store.Memo;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.Stores;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class LearnsFromUseTest {
  private static final String MEMO = "今天聊得还行，他说这个数超出他能接受的范围，下周再去";
  private static final String CLAUSE = "他说这个数超出他能接受的范围";

  private final School school;

  LearnsFromUseTest(Stores kind) {
    school = new School(kind);
  }

  @AfterEach
  void close() {
    school.close();
  }

  @Test
  void a_suggestion_that_is_ticked_becomes_an_example_in_its_clause() {
    FollowUp memo = school.suggested(MEMO, DEAR, "超出他能接受");
    school.ticks(memo, School.mark(MEMO, DEAR, "超出他能接受"));

    Lesson lesson = school.all().getFirst();
    assertThat(lesson.entry()).isEqualTo(DEAR);
    assertThat(lesson.sense()).isEqualTo(Sense.EXAMPLE);
    assertThat(lesson.text()).isEqualTo(CLAUSE);
    assertThat(lesson.state()).isEqualTo(State.PROPOSED);
    assertThat(lesson.sources())
        .containsExactly(
            new Lesson.Source(memo.id(), Scene.ZHANG.id(), school.scene.clock.instant()));
    assertThat(school.use(DEAR)).isEqualTo(new EntryUse(DEAR, 0, 1, 1, 0));
  }

  @Test
  void a_tag_that_is_taken_away_becomes_a_counter_example() {
    school.removes(school.tagged(MEMO, DEAR, "超出他能接受"), DEAR);

    assertThat(school.all())
        .singleElement()
        .satisfies(lesson -> assertThat(lesson.sense()).isEqualTo(Sense.COUNTER_EXAMPLE))
        .satisfies(lesson -> assertThat(lesson.text()).isEqualTo(CLAUSE));
    assertThat(school.use(DEAR)).isEqualTo(new EntryUse(DEAR, 1, 0, 0, 1));
  }

  @Test
  void a_correction_teaches_both_entries_what_the_words_mean() {
    FollowUp memo = school.tagged(MEMO, DEAR, "超出他能接受");
    TagMark right = School.mark(MEMO, PAYING, "超出").saidOutside();
    school.corrects(memo, new Correction.Replace(DEAR, right));

    assertThat(school.all())
        .extracting(Lesson::entry, Lesson::sense, Lesson::text)
        .containsExactlyInAnyOrder(
            tuple(DEAR, Sense.COUNTER_EXAMPLE, CLAUSE), tuple(PAYING, Sense.EXAMPLE, CLAUSE));
  }

  @Test
  void an_answer_that_says_which_kind_it_is_judges_nothing() {
    FollowUp memo = school.tagged(MEMO, DEAR, "超出他能接受");
    school.corrects(memo, new Correction.Replace(DEAR, School.mark(MEMO, DEARER, "超出")));

    assertThat(school.all()).isEmpty();
    assertThat(school.use(DEAR)).isEqualTo(new EntryUse(DEAR, 1, 0, 0, 0));
    assertThat(school.use(DEARER)).isEqualTo(EntryUse.none(DEARER));
  }

  @Test
  void what_is_taken_back_teaches_nothing() {
    FollowUp memo = school.tagged(MEMO, DEAR, "超出他能接受");
    FollowUp without = school.removes(memo, DEAR);
    school.scene.write(without.undo(memo, school.scene.clock.instant()));

    assertThat(school.all()).isEmpty();
    assertThat(school.use(DEAR)).isEqualTo(new EntryUse(DEAR, 1, 0, 0, 0));
  }

  @Test
  void whoever_took_it_away_is_named_and_not_whoever_spoke() {
    FollowUp memo = school.tagged(MEMO, DEAR, "超出他能接受");
    var change = memo.correct(new Correction.Remove(DEAR), school.scene.clock.instant());
    school.scene.transactions.executeWithoutResult(
        status -> school.scene.followUps.write(change, Scene.CHEN.id(), "听错了"));
    school.scene.settle();

    assertThat(school.all().getFirst().sources())
        .extracting(Lesson.Source::person)
        .containsExactly(Scene.CHEN.id());
  }

  @Test
  void the_same_words_of_two_memos_are_one_lesson_with_two_sources() {
    for (int i = 0; i < 2; i++) {
      school.removes(school.tagged(MEMO, DEAR, "超出他能接受"), DEAR);
    }

    assertThat(school.all()).singleElement().matches(lesson -> lesson.sources().size() == 2);
    assertThat(school.use(DEAR)).isEqualTo(new EntryUse(DEAR, 2, 0, 0, 2));
  }

  @Test
  void a_memo_that_joins_brings_its_tags_without_anybody_ticking_them() {
    FollowUp memo = school.tagged(MEMO, DEAR, "超出他能接受");
    FollowUp second =
        Memo.by(Scene.ZHANG, "账期要半年").saying(PAYING, "objection", "账期").on(school.scene);
    FollowUp joined = school.scene.write(memo.join(second, school.scene.clock.instant()));

    assertThat(school.use(PAYING)).isEqualTo(new EntryUse(PAYING, 1, 0, 0, 0));
    String message = joined.parts().getLast().message();
    school.scene.write(joined.split(message, school.scene.clock.instant()));
    assertThat(school.use(PAYING)).isEqualTo(EntryUse.none(PAYING));
    assertThat(school.all()).isEmpty();
  }

  private static Memo told(CustomerRef customer, String text) {
    return new Memo(
        Scene.ZHANG,
        text,
        Optional.of(customer),
        List.of(),
        List.of(),
        Optional.empty(),
        Optional.empty());
  }

  @Test
  void nobody_is_named_in_an_example() {
    var customer = school.customer("华康医院", "华康");
    String text = "华康的王建国主任让打13912345678说这个价接受不了";
    Memo memo = told(customer, text).with("王建国主任").saying(DEAR, "objection", "接受不了");
    school.removes(school.scene.open(memo), DEAR);

    assertThat(school.all().getFirst().text()).isEqualTo("客户的主任让打某个号码说这个价接受不了");
  }

  @Test
  void no_customers_code_is_in_an_example() {
    var customer = school.coded("华康医院", "DZ1001");
    school.coded("清河肿瘤专科医院", "DZ1008");
    String text = "DZ1001和dz1008的主任都说XR2000这个价接受不了";
    Memo memo = told(customer, text).saying(DEAR, "objection", "接受不了");
    school.removes(school.scene.open(memo), DEAR);

    assertThat(school.all().getFirst().text())
        .as("what only looks like a code is a word")
        .isEqualTo("客户和客户的主任都说XR2000这个价接受不了");
  }

  @Test
  void a_keyword_or_what_the_entry_says_already_teaches_nothing() {
    school.removes(school.tagged("贵", DEAR, "贵"), DEAR);
    school.removes(school.tagged("dear的说法", DEAR, "dear的说法"), DEAR);

    assertThat(school.all()).isEmpty();
    assertThat(school.use(DEAR).unticked()).isEqualTo(2);
  }

  @Test
  void an_entry_has_at_most_fifty_open_lessons_of_a_kind() {
    for (int i = 0; i < LessonRows.MOST_PROPOSED + 2; i++) {
      school.removes(school.tagged("第" + i + "个人说这个数不行", DEAR, "这个数不行"), DEAR);
    }

    assertThat(school.all()).hasSize(LessonRows.MOST_PROPOSED);
  }
}
