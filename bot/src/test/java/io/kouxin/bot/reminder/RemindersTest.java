package io.kouxin.bot.reminder;

import static io.kouxin.bot.store.Scene.EMMA;
import static io.kouxin.bot.store.Scene.ZHANG;
import static io.kouxin.bot.store.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.DueTime.Kind;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.store.Memo;
import io.kouxin.bot.store.Stores;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The list of reminders, and how it survives what goes wrong. */
@ParameterizedClass
@EnumSource
class RemindersTest {
  private static final String SAID = "聊了关节镜。他嫌比迈瑞贵，要再看看。下周三下午三点再去";
  private final RemindingScene scene;

  RemindersTest(Stores kind) {
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

  @Test
  void lists_by_person_and_state_nearest_first_page_by_page() {
    open(visit().due(Kind.APPOINTMENT, "2026-03-12T10:00"));
    FollowUp nearest = open(visit());
    FollowUp done = open(visit());
    open(Memo.by(EMMA, "later").due(Kind.DAY, "2026-03-09T09:00"));
    scene.company.write(done.complete(scene.company.clock.instant()));
    var filter = Reminders.Filter.open(ZHANG.id());

    List<Reminder> first = scene.reminders().list(filter, Optional.empty(), 1);
    List<Reminder> rest = scene.reminders().list(filter, Optional.of(first.getFirst().id()), 10);

    assertThat(first).containsExactly(reminder(nearest));
    assertThat(rest).extracting(Reminder::dueAt).containsExactly(at("2026-03-12T10:00"));
    assertThat(scene.reminders().list(Reminders.Filter.any(), Optional.empty(), 10)).hasSize(4);
  }

  @Test
  void a_reminder_that_could_not_be_shown_is_put_aside_and_can_be_tried_again() {
    Reminder kept = reminder(open(visit()));
    scene.company.clock.moveTo(at("2026-03-11T15:00"));
    var work = scene.work("remind");

    assertThat(work.setAside(kept.id(), "broken")).contains(kept.id());
    assertThat(work.next(kept.id())).isEmpty();
    work.revive(kept.id());
    scene.company.settle();

    assertThat(scene.company.to(ZHANG)).hasSize(1);
  }

  @Test
  void many_threads_that_follow_the_record_at_once_leave_one_reminder() throws Exception {
    FollowUp followUp = visit().on(scene.company);
    scene.company.transactions.executeWithoutResult(
        status -> scene.company.followUps.open(followUp));
    JournalEntry entry = scene.company.journal.about(followUp.id()).getFirst();

    try (var threads = Executors.newFixedThreadPool(8)) {
      for (int i = 0; i < 40; i++) {
        threads.submit(() -> scene.react(entry));
      }
    }
    scene.company.settle();
    scene.company.until("2026-03-11T15:00");

    assertThat(scene.reminders().list(Reminders.Filter.any(), Optional.empty(), 10)).hasSize(1);
    assertThat(scene.company.wordsTo(ZHANG)).hasSize(1);
  }

  @Test
  void the_same_entry_told_again_changes_nothing() {
    FollowUp followUp = open(visit());
    Reminder before = reminder(followUp);

    for (var entry : scene.company.journal.about(followUp.id())) {
      scene.follow(entry);
    }

    assertThat(reminder(followUp)).isEqualTo(before);
    assertThat(scene.reminders().list(Reminders.Filter.any(), Optional.empty(), 10)).hasSize(1);
  }
}
