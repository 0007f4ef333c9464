package io.kouxin.bot.alert;

import static io.kouxin.bot.store.Scene.CHEN;
import static io.kouxin.bot.store.Scene.EMMA;
import static io.kouxin.bot.store.Scene.ZHANG;
import static io.kouxin.bot.store.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.alert.Alert.State;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.store.Memo;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.SmallLibrary;
import io.kouxin.bot.store.Stores;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a leader does about what they heard. */
@ParameterizedClass
@EnumSource
class AlertTapsTest {
  private final Scene scene;
  private final Alerting alerting;

  AlertTapsTest(Stores kind) {
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
  void a_merged_message_is_gone_through_one_by_one() {
    scene.clock.moveTo(at("2026-03-04T23:00"));
    scene.open(complaint(ZHANG, "华康医院"));
    scene.open(complaint(EMMA, "Riverside"));
    scene.until("2026-03-05T07:30");
    Posted merged = scene.to(CHEN).getFirst();

    scene.tap(CHEN, merged, "one_by_one");
    scene.tap(CHEN, merged, "one_by_one");
    Posted second = scene.to(CHEN).getLast();
    scene.tap(CHEN, second, "take");

    assertThat(scene.face(second).title()).isEqualTo("Emma · Riverside · 有人投诉");
    assertThat(scene.to(CHEN)).hasSize(4);
    assertThat(states()).containsExactly(State.TAKEN, State.TOLD);
  }

  @Test
  void the_rep_hears_that_the_leader_will_call_once() {
    scene.open(complaint(ZHANG, "华康医院"));
    Posted card = scene.to(CHEN).getFirst();

    scene.tap(CHEN, card, "take");
    scene.tap(CHEN, card, "take");
    scene.tap(CHEN, card, "let");

    assertThat(scene.wordsTo(ZHANG)).hasSize(2).last().isEqualTo("陈敏看到了，会联系你。说的是华康医院这条。");
    assertThat(scene.face(card).settled()).contains("好，已经告诉张三了。");
    assertThat(states()).containsExactly(State.TAKEN);
  }

  @Test
  void leaving_it_to_the_rep_settles_the_card_and_says_nothing_more() {
    scene.open(complaint(ZHANG, "华康医院"));
    Posted card = scene.to(CHEN).getFirst();

    scene.tap(CHEN, card, "let");

    assertThat(scene.face(card).settled()).contains("好，张三先办着。");
    assertThat(scene.to(ZHANG)).hasSize(1);
    assertThat(states()).containsExactly(State.LEFT);
  }

  @Test
  void nobody_else_decides() {
    scene.open(complaint(ZHANG, "华康医院"));

    assertThat(scene.tap(ZHANG, scene.to(CHEN).getFirst(), "take")).isFalse();
    assertThat(states()).containsExactly(State.TOLD);
  }
}
