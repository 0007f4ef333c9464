package io.kouxin.bot.reminder;

import static io.kouxin.bot.store.Scene.EMMA;
import static io.kouxin.bot.store.Scene.ZHANG;
import static io.kouxin.bot.store.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.Correction;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.DueTime.Kind;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.reminder.Reminder.State;
import io.kouxin.bot.store.Memo;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wording.MessageRules;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Outbound;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A promise and its reminder, from the memo to the moment. */
@ParameterizedClass
@EnumSource
class RemindingTest {
  private static final String SAID = "聊了关节镜。他嫌比迈瑞贵，要再看看。下周三下午三点再去";
  private final RemindingScene scene;

  RemindingTest(Stores kind) {
    scene = RemindingScene.promises(kind);
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private static Memo visit() {
    return Memo.by(ZHANG, SAID)
        .about("华康医院")
        .with("张主任")
        .saying("price-vs-competitor", "objection", "比迈瑞贵")
        .then("再去一次")
        .due(Kind.APPOINTMENT, "2026-03-11T15:00");
  }

  private FollowUp open(Memo memo) {
    return scene.company.open(memo);
  }

  private Reminder reminder(FollowUp followUp) {
    return scene.reminders().about(followUp.id()).orElseThrow();
  }

  private static DueTime due(Kind kind, String local) {
    return new DueTime(Optional.of(at(local)), kind, local);
  }

  @Test
  void an_appointment_is_brought_up_at_its_time_and_not_before() {
    open(visit());

    scene.company.until("2026-03-11T14:59:59");
    assertThat(scene.cardsTo(ZHANG)).isEmpty();
    scene.company.until("2026-03-11T15:00");

    assertThat(scene.company.wordsTo(ZHANG))
        .containsExactly("15:00 再去一次。华康医院，张主任，上次说到“他嫌比迈瑞贵，要再看看”。");
    assertThat(scene.cardsTo(ZHANG).getFirst().message()).isInstanceOf(Outbound.Push.class);
    assertThat(scene.lateness).containsExactly(0L);
  }

  @Test
  void the_card_offers_what_can_be_done() {
    open(visit());
    scene.company.until("2026-03-11T15:00");

    Card face = scene.company.face(scene.cardsTo(ZHANG).getFirst());

    assertThat(face.title()).isEqualTo("华康医院 · 张主任");
    assertThat(face.buttons())
        .extracting(Card.Button::label)
        .containsExactly("办完了", "1小时后", "明早", "改时间");
  }

  @Test
  void an_english_rep_reads_english() {
    open(
        Memo.by(EMMA, "Too dear. Back on Wednesday at three.")
            .about("Riverside Clinic")
            .then("demo again")
            .due(Kind.APPOINTMENT, "2026-03-11T15:00"));

    scene.company.until("2026-03-11T15:00");

    assertThat(scene.company.wordsTo(EMMA)).containsExactly("15:00 demo again. Riverside Clinic.");
  }

  @Test
  void a_deadline_is_brought_up_three_hours_before_and_never_at_its_time() {
    open(visit().then("报价").due(Kind.DEADLINE, "2026-03-06T18:00"));

    scene.company.until("2026-03-06T18:30");

    assertThat(scene.company.wordsTo(ZHANG)).containsExactly("今天 18:00前要报价，华康医院，还剩3小时。");
  }

  @Test
  void a_mere_day_makes_no_card_of_its_own_on_a_working_day() {
    open(visit().due(Kind.DAY, "2026-03-11T09:00"));

    scene.company.until("2026-03-12T00:00");

    assertThat(scene.company.to(ZHANG)).isEmpty();
  }

  @Test
  void a_vague_time_makes_no_reminder() {
    FollowUp followUp = open(Memo.by(ZHANG, "过两天再说").then("再说"));

    assertThat(scene.reminders().about(followUp.id())).isEmpty();
  }

  @Test
  void what_is_past_when_it_is_told_is_kept_in_sight_and_not_brought_up() {
    FollowUp followUp = open(visit().due(Kind.APPOINTMENT, "2026-03-03T15:00"));

    scene.company.until("2026-03-20T00:00");

    assertThat(scene.company.to(ZHANG)).isEmpty();
    assertThat(reminder(followUp).state()).isEqualTo(State.WAITING);
    assertThat(reminder(followUp).remindAt()).isEmpty();
  }

  @Test
  void nothing_is_said_of_what_nobody_knows() {
    open(Memo.by(ZHANG, "明天三点").due(Kind.APPOINTMENT, "2026-03-05T15:00"));

    scene.company.until("2026-03-05T15:00");

    assertThat(scene.company.wordsTo(ZHANG)).containsExactly("15:00 跟进一下。");
  }

  @Test
  void a_new_time_moves_the_one_reminder() {
    FollowUp followUp = open(visit());
    String id = reminder(followUp).id();

    scene.company.write(
        followUp.correct(
            new Correction.When(due(Kind.APPOINTMENT, "2026-03-12T10:00")),
            scene.company.clock.instant()));
    scene.company.until("2026-03-13T00:00");

    assertThat(reminder(followUp).id()).isEqualTo(id);
    assertThat(scene.company.wordsTo(ZHANG)).singleElement().asString().startsWith("10:00 再去一次");
    assertThat(scene.lateness).containsExactly(0L);
  }

  @Test
  void a_new_time_after_it_was_shown_settles_the_old_card_and_shows_a_new_one() {
    FollowUp followUp = open(visit());
    scene.company.until("2026-03-11T15:00");

    scene.company.write(
        followUp.postpone(
            due(Kind.APPOINTMENT, "2026-03-12T10:00"), scene.company.clock.instant()));
    var first = scene.cardsTo(ZHANG).getFirst();
    assertThat(scene.company.face(first).settled()).contains("改好了，明天 10:00再叫你。");

    scene.company.until("2026-03-12T10:00");
    assertThat(scene.cardsTo(ZHANG)).hasSize(2);
  }

  @Test
  void a_new_customer_is_named_and_the_time_stays() {
    FollowUp followUp = open(visit());

    scene.company.write(
        followUp.correct(
            new Correction.Customer(new CustomerRef("c2", "仁和医院")), scene.company.clock.instant()));

    assertThat(reminder(followUp).customer()).contains("仁和医院");
    assertThat(reminder(followUp).remindAt()).contains(at("2026-03-11T15:00"));
  }

  @Test
  void what_is_completed_or_dropped_does_not_come_up() {
    FollowUp one = open(visit());
    FollowUp other = open(visit());

    scene.company.write(one.complete(scene.company.clock.instant()));
    scene.company.write(other.drop(scene.company.clock.instant()));
    scene.company.until("2026-03-12T00:00");

    assertThat(scene.company.to(ZHANG)).isEmpty();
    assertThat(reminder(one).state()).isEqualTo(State.DONE);
    assertThat(reminder(other).state()).isEqualTo(State.CANCELLED);
  }

  @Test
  void what_is_restored_comes_up_again() {
    FollowUp followUp = open(visit());
    FollowUp dropped = scene.company.write(followUp.drop(scene.company.clock.instant()));
    scene.company.write(dropped.restore(scene.company.clock.instant()));

    scene.company.until("2026-03-11T15:00");

    assertThat(scene.company.wordsTo(ZHANG)).hasSize(1);
  }

  @Test
  void a_reminder_that_a_person_cancelled_stays_away_until_the_time_changes() {
    FollowUp followUp = open(visit());
    assertThat(scene.reminders().cancel(reminder(followUp).id())).isTrue();

    FollowUp confirmed = scene.company.write(followUp.confirm(scene.company.clock.instant()));
    assertThat(reminder(followUp).state()).isEqualTo(State.CANCELLED);

    scene.company.write(
        confirmed.postpone(
            due(Kind.APPOINTMENT, "2026-03-12T10:00"), scene.company.clock.instant()));
    assertThat(reminder(followUp).state()).isEqualTo(State.WAITING);
  }

  @Test
  void a_clock_that_jumps_back_shows_nothing_twice() {
    open(visit());
    scene.company.until("2026-03-11T15:00");

    scene.company.clock.move(Duration.ofHours(-2));
    scene.company.settle();
    scene.company.until("2026-03-11T16:00");

    assertThat(scene.company.wordsTo(ZHANG)).hasSize(1);
    assertThat(scene.lateness).containsExactly(0L);
  }

  @Test
  void what_comes_late_after_a_stand_still_says_so_and_is_measured() {
    open(visit());

    scene.company.clock.moveTo(at("2026-03-11T15:12"));
    scene.company.settle();

    assertThat(scene.company.wordsTo(ZHANG)).containsExactly("这条提醒晚了12分钟，对不住。再去一次，华康医院，张主任。");
    assertThat(scene.lateness).containsExactly(Duration.ofMinutes(12).toMillis());
  }

  @Test
  void a_late_deadline_waits_for_a_decent_hour() {
    open(visit().due(Kind.DEADLINE, "2026-03-06T18:00"));

    scene.company.clock.moveTo(at("2026-03-06T23:00"));
    scene.company.settle();
    assertThat(scene.company.to(ZHANG)).isEmpty();

    scene.company.until("2026-03-07T07:30");
    assertThat(scene.company.to(ZHANG)).hasSize(1);
  }

  @Test
  void the_day_s_budget_never_puts_an_appointment_off() {
    for (int i = 0; i < 9; i++) {
      open(visit());
    }

    scene.company.until("2026-03-11T15:00");

    assertThat(scene.notBefore("remind:")).hasSize(9).containsOnly(at("2026-03-11T15:00"));
  }

  @Test
  void long_words_still_make_a_message_within_the_rules() {
    open(
        Memo.by(ZHANG, "说".repeat(300) + "贵" + "得".repeat(300))
            .about("很".repeat(60) + "医院")
            .saying("price-too-high", "objection", "贵")
            .then("带".repeat(200))
            .due(Kind.APPOINTMENT, "2026-03-11T15:00"));

    scene.company.until("2026-03-11T15:00");

    String said = scene.company.wordsTo(ZHANG).getFirst();
    assertThat(MessageRules.broken(Map.of("reminder.at", said))).isEmpty();
  }
}
