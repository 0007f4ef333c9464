package io.kouxin.bot.alert;

import static io.kouxin.bot.store.Scene.CHEN;
import static io.kouxin.bot.store.Scene.EMMA;
import static io.kouxin.bot.store.Scene.ZHANG;
import static io.kouxin.bot.store.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.alert.Alert.State;
import io.kouxin.bot.followup.Correction;
import io.kouxin.bot.followup.DueTime.Kind;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.store.Memo;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.SmallLibrary;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.wording.MessageRules;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Outbound;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A customer complains; who hears of it, when, and what they do about it. */
@ParameterizedClass
@EnumSource
class AlertingTest {
  private final Scene scene;
  private final Alerting alerting;

  AlertingTest(Stores kind) {
    scene = new Scene(kind);
    alerting =
        new Alerting(
            new Ground(
                scene.jdbc,
                scene.transactions,
                scene.clock,
                scene.wakes,
                scene.calendar,
                scene.followUps,
                scene.people,
                scene.outbox,
                scene.wording,
                SmallLibrary::item,
                scene.budget,
                scene.teamReading()));
    scene.join(alerting.works(), alerting.reactions(), alerting.tapHandlers());
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private static Memo complaint(Person rep, String customer) {
    return Memo.by(rep, "今天去看了看。院长说患者投诉不断，很不高兴。")
        .about(customer)
        .saying("complaint", "objection", "投诉");
  }

  private List<Alert> all() {
    return alerting.alerts().list(Alerts.Filter.any(), Optional.empty(), 100);
  }

  private List<State> states() {
    return all().stream().map(Alert::state).toList();
  }

  @Test
  void the_leader_and_the_rep_hear_of_it_at_the_same_moment() {
    scene.open(complaint(ZHANG, "华康医院").then("带工程师去").due(Kind.APPOINTMENT, "2026-03-05T15:00"));

    assertThat(scene.wordsTo(CHEN))
        .containsExactly("张三在华康医院碰到“有人投诉”。原话：“院长说患者投诉不断，很不高兴”。下一步打算明天 15:00 带工程师去。");
    assertThat(scene.wordsTo(ZHANG)).containsExactly("“有人投诉”这件事也告诉了陈敏，他能帮你协调；你照原计划走。");
    assertThat(notBefore()).containsOnly(scene.clock.millis());
    assertThat(scene.to(CHEN).getFirst().message()).isInstanceOf(Outbound.Push.class);
    assertThat(scene.face(scene.to(CHEN).getFirst()).buttons())
        .extracting(Card.Button::label)
        .containsExactly("我来联系他", "让他先办");
  }

  private List<Long> notBefore() {
    return scene.jdbc.sql("SELECT DISTINCT not_before FROM outbox").query(Long.class).list();
  }

  @Test
  void nobody_hears_of_the_same_thing_twice() {
    FollowUp followUp = scene.open(complaint(ZHANG, "华康医院"));
    scene.clock.move(Duration.ofHours(1));

    scene.write(followUp.correct(new Correction.Action("再去"), scene.clock.instant()));

    assertThat(scene.to(CHEN)).hasSize(1);
    assertThat(scene.to(ZHANG)).hasSize(1);
    assertThat(all()).hasSize(1);
  }

  @Test
  void what_is_harmless_denied_or_unknown_alarms_nobody() {
    scene.open(
        Memo.by(ZHANG, "嫌贵，没有投诉，别的不清楚")
            .saying("price", "objection", "嫌贵")
            .tagged("complaint", "objection", "投诉", "negated")
            .saying("gone-from-the-library", "objection", "别的"));

    assertThat(scene.to(CHEN)).isEmpty();
    assertThat(all()).isEmpty();
  }

  @Test
  void a_tag_that_a_person_adds_counts_too() {
    FollowUp followUp = scene.open(Memo.by(ZHANG, "去了").about("华康医院"));
    var tag = new TagMark("complaint", "objection", "投诉", 1, "asserted", List.of(), true);

    scene.write(followUp.correct(new Correction.Add(tag), scene.clock.instant()));

    assertThat(scene.wordsTo(CHEN)).containsExactly("张三在华康医院碰到“投诉”。");
  }

  @Test
  void one_message_tells_all_that_one_memo_says() {
    scene.open(complaint(ZHANG, "华康医院").saying("outage", "objection", "不高兴"));

    assertThat(scene.wordsTo(CHEN)).singleElement().asString().contains("“有人投诉、有人不高兴”");
    assertThat(scene.to(ZHANG)).hasSize(1);
    assertThat(all()).hasSize(2);
  }

  @Test
  void without_a_customer_the_message_says_so() {
    scene.open(Memo.by(ZHANG, "患者投诉").saying("complaint", "objection", "投诉"));

    assertThat(scene.wordsTo(CHEN)).containsExactly("张三碰到“有人投诉”，还没定是哪家。原话：“患者投诉”。");
  }

  @Test
  void at_night_both_wait_for_the_morning() {
    scene.clock.moveTo(at("2026-03-04T23:00"));
    scene.open(complaint(ZHANG, "华康医院"));
    assertThat(scene.to(CHEN)).isEmpty();
    assertThat(scene.to(ZHANG)).isEmpty();

    scene.until("2026-03-05T07:30");

    assertThat(scene.to(CHEN)).hasSize(1);
    assertThat(scene.to(ZHANG)).hasSize(1);
  }

  @Test
  void what_turns_out_wrong_before_the_morning_is_never_told() {
    scene.clock.moveTo(at("2026-03-04T23:00"));
    FollowUp dropped = scene.open(complaint(ZHANG, "华康医院"));
    FollowUp corrected = scene.open(complaint(ZHANG, "仁和医院"));
    FollowUp restored = scene.open(complaint(EMMA, "Riverside"));
    scene.write(dropped.drop(scene.clock.instant()));
    scene.write(corrected.correct(new Correction.Remove("complaint"), scene.clock.instant()));
    FollowUp gone = scene.write(restored.drop(scene.clock.instant()));
    scene.write(gone.restore(scene.clock.instant()));

    scene.until("2026-03-05T08:00");

    assertThat(scene.wordsTo(CHEN)).singleElement().asString().startsWith("Emma在Riverside");
    assertThat(states()).containsExactly(State.TOLD, State.WITHDRAWN, State.WITHDRAWN);
  }

  @Test
  void what_was_withdrawn_is_told_once_it_is_true_again() {
    scene.clock.moveTo(at("2026-03-04T23:00"));
    FollowUp followUp = scene.open(complaint(ZHANG, "华康医院"));
    FollowUp dropped = scene.write(followUp.drop(scene.clock.instant()));
    scene.until("2026-03-05T08:00");
    assertThat(states()).containsExactly(State.WITHDRAWN);

    scene.write(dropped.restore(scene.clock.instant()));

    assertThat(states()).containsExactly(State.TOLD);
    assertThat(scene.to(CHEN)).hasSize(1);
  }

  @Test
  void what_comes_within_ten_minutes_is_told_together() {
    scene.open(complaint(ZHANG, "华康医院"));
    scene.clock.move(Duration.ofMinutes(3));
    scene.open(complaint(ZHANG, "仁和医院"));
    scene.clock.move(Duration.ofMinutes(3));
    scene.open(complaint(EMMA, "Riverside"));
    assertThat(scene.to(CHEN)).hasSize(1);

    scene.until("2026-03-04T10:40");

    assertThat(scene.wordsTo(CHEN))
        .last()
        .isEqualTo("2件要你看：张三 · 仁和医院 · 有人投诉；Emma · Riverside · 有人投诉。");
    assertThat(scene.to(ZHANG)).hasSize(2);
    assertThat(scene.wordsTo(EMMA))
        .containsExactly("陈敏 knows about “有人投诉” too, and can help. Please go on as planned.");
  }

  @Test
  void what_is_over_the_leader_s_budget_waits_for_both() {
    for (int i = 0; i < 6; i++) {
      scene.open(complaint(ZHANG, "第" + i + "医院"));
      scene.clock.move(Duration.ofMinutes(11));
      scene.settle();
    }
    assertThat(scene.to(CHEN)).hasSize(5);
    assertThat(scene.to(ZHANG)).hasSize(5);

    scene.until("2026-03-04T18:40");

    assertThat(scene.to(CHEN)).hasSize(6);
    assertThat(scene.to(ZHANG)).hasSize(6);
  }

  @Test
  void with_nobody_to_tell_it_is_only_listed() {
    var alone = new Person("alone", "独行", Person.Role.REP, Locale.CHINA, "", Optional.empty());
    scene.people.save(alone, List.of(new Account("sandbox", "alone")));

    scene.open(complaint(alone, "华康医院"));

    assertThat(states()).containsExactly(State.UNTOLD);
    assertThat(scene.to(alone)).isEmpty();
  }

  @Test
  void a_leader_who_cannot_be_reached_is_not_said_to_know() {
    scene.jdbc.sql("DELETE FROM person_identity WHERE person = 'chenmin'").update();

    scene.open(complaint(ZHANG, "华康医院"));

    assertThat(states()).containsExactly(State.UNTOLD);
    assertThat(scene.to(ZHANG)).isEmpty();
  }

  @Test
  void a_leader_alarms_nobody_with_what_they_heard_themselves() {
    scene.open(complaint(CHEN, "华康医院"));

    assertThat(all()).isEmpty();
  }

  @Test
  void a_clock_that_jumps_back_tells_nothing_twice_and_holds_nothing_back() {
    scene.open(complaint(ZHANG, "华康医院"));
    scene.clock.move(Duration.ofDays(-1));
    scene.settle();

    scene.open(complaint(ZHANG, "仁和医院"));

    assertThat(scene.to(CHEN)).hasSize(2);
  }

  @Test
  void what_could_not_be_told_is_put_aside_and_can_be_tried_again() {
    scene.clock.moveTo(at("2026-03-04T23:00"));
    scene.open(complaint(ZHANG, "华康医院"));
    var work = alerting.works().getFirst();

    assertThat(work.setAside(CHEN.id(), "broken")).contains(CHEN.id());
    assertThat(work.next(CHEN.id())).isEmpty();
    scene.clock.moveTo(at("2026-03-05T09:00"));
    work.revive(CHEN.id());
    scene.settle();

    assertThat(scene.to(CHEN)).hasSize(1);
  }

  @Test
  void lists_by_leader_and_state_newest_first() {
    scene.open(complaint(ZHANG, "华康医院"));
    scene.clock.move(Duration.ofMinutes(20));
    scene.open(complaint(ZHANG, "仁和医院"));
    var filter =
        new Alerts.Filter(Optional.of(CHEN.id()), Optional.empty(), Optional.of(State.TOLD));

    List<Alert> first = alerting.alerts().list(filter, Optional.empty(), 1);
    List<Alert> rest = alerting.alerts().list(filter, Optional.of(first.getFirst().id()), 9);

    assertThat(first.getFirst().customer()).contains("仁和医院");
    assertThat(rest).singleElement().extracting(a -> a.customer().orElse("")).isEqualTo("华康医院");
    assertThat(alerting.alerts().list(Alerts.Filter.to("nobody"), Optional.empty(), 9)).isEmpty();
  }

  @Test
  void long_words_still_make_messages_within_the_rules() {
    scene.open(
        Memo.by(ZHANG, "投诉".repeat(400))
            .about("很".repeat(80) + "医院")
            .saying("complaint", "objection", "投诉")
            .then("带".repeat(150)));

    assertThat(
            MessageRules.broken(
                Map.of(
                    "leader",
                    scene.wordsTo(CHEN).getFirst(),
                    "rep",
                    scene.wordsTo(ZHANG).getFirst())))
        .isEmpty();
  }
}
