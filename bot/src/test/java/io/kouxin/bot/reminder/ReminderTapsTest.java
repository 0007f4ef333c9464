package io.kouxin.bot.reminder;

import static io.kouxin.bot.store.Scene.EMMA;
import static io.kouxin.bot.store.Scene.ZHANG;
import static io.kouxin.bot.store.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.DueTime.Kind;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.bot.reminder.Reminder.State;
import io.kouxin.bot.store.Memo;
import io.kouxin.bot.store.Stores;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A reminder is on the screen, Wednesday at three. */
@ParameterizedClass
@EnumSource
class ReminderTapsTest {
  private final RemindingScene scene;
  private FollowUp followUp;
  private Posted card;

  ReminderTapsTest(Stores kind) {
    scene = RemindingScene.promises(kind);
    followUp =
        scene.company.open(
            Memo.by(ZHANG, "下周三下午三点再去")
                .about("华康医院")
                .then("再去一次")
                .due(Kind.APPOINTMENT, "2026-03-11T15:00"));
    scene.company.until("2026-03-11T15:00");
    card = scene.cardsTo(ZHANG).getFirst();
  }

  @BeforeEach
  void aMomentLater() {
    scene.company.clock.move(Duration.ofMinutes(2));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private Reminder reminder() {
    return scene.reminders().about(followUp.id()).orElseThrow();
  }

  private void tap(String action) {
    assertThat(scene.company.tap(ZHANG, card, action)).isTrue();
  }

  @Test
  void done_completes_the_follow_up_and_settles_the_card() {
    tap("done");

    assertThat(scene.company.now(followUp).status()).isEqualTo(Status.COMPLETED);
    assertThat(reminder().state()).isEqualTo(State.DONE);
    assertThat(scene.company.face(card).settled()).contains("已办完 15:02");
    assertThat(scene.company.face(card).buttons()).isEmpty();
    assertThat(scene.company.wordsTo(ZHANG)).last().isEqualTo("办完了，记好了。有下一步就说一句，我接着提醒。");
  }

  @Test
  void two_taps_on_done_are_one() {
    tap("done");
    tap("done");

    assertThat(scene.company.followUps.history(followUp.id())).hasSize(1);
    assertThat(scene.company.wordsTo(ZHANG).stream().filter(w -> w.startsWith("办完了"))).hasSize(1);
  }

  @Test
  void in_an_hour_it_comes_on_a_new_card() {
    tap("hour");
    assertThat(scene.company.face(card).settled()).contains("改好了，今天 16:02再叫你。");

    scene.company.until("2026-03-11T16:01:59");
    assertThat(scene.cardsTo(ZHANG)).hasSize(1);
    scene.company.until("2026-03-11T16:02");

    assertThat(scene.cardsTo(ZHANG)).hasSize(2);
    assertThat(scene.company.now(followUp).due()).isEqualTo(followUp.due());
    assertThat(scene.lateness).containsExactly(0L, 0L);
  }

  @Test
  void tomorrow_morning_it_stands_in_the_list() {
    tap("morning");

    assertThat(scene.company.face(card).settled()).contains("改好了，明天 08:10再叫你。");
    assertThat(reminder().state()).isEqualTo(State.WAITING);
    assertThat(reminder().remindAt()).isEmpty();
  }

  @Test
  void another_time_is_asked_for_in_words() {
    tap("retime");

    assertThat(scene.company.wordsTo(ZHANG)).last().isEqualTo("记录存着。改到什么时候？直接说，比如“周五上午十点”。");
    assertThat(scene.awaited).containsExactly(followUp.id());
    assertThat(scene.company.face(card).settled()).isEmpty();
  }

  @Test
  void a_tap_on_a_dropped_one_says_so_and_does_nothing() {
    scene.company.write(scene.company.now(followUp).drop(scene.company.clock.instant()));

    tap("hour");

    assertThat(reminder().state()).isEqualTo(State.CANCELLED);
    assertThat(scene.company.face(card).settled()).contains("提醒取消了，记录还存着。");
  }

  @Test
  void nobody_taps_somebody_else_s_card() {
    assertThat(scene.company.tap(EMMA, card, "done")).isFalse();
    assertThat(scene.company.now(followUp).status()).isEqualTo(Status.DRAFT);
  }

  @Test
  void a_button_nobody_knows_does_nothing() {
    tap("fly");

    assertThat(reminder().state()).isEqualTo(State.SHOWN);
    assertThat(scene.company.to(ZHANG)).hasSize(1);
  }

  @Test
  void what_another_program_moves_answers_whether_it_could() {
    var to = new DueTime(Optional.of(at("2026-03-13T10:00")), Kind.APPOINTMENT, "周五十点");

    assertThat(scene.reminders().move(reminder().id(), to, ZHANG.id())).isTrue();
    scene.company.settle();
    assertThat(reminder().remindAt()).contains(at("2026-03-13T10:00"));
    assertThat(scene.reminders().done(reminder().id(), ZHANG.id())).isTrue();
    assertThat(scene.reminders().done(reminder().id(), ZHANG.id())).isFalse();
    assertThat(scene.reminders().snooze("nobody", at("2026-03-13T10:00"))).isFalse();
  }
}
