package io.kouxin.bot.alert;

import static io.kouxin.bot.store.Scene.CHEN;
import static io.kouxin.bot.store.Scene.EMMA;
import static io.kouxin.bot.store.Scene.ZHANG;
import static io.kouxin.bot.store.Scene.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.alert.Alert.State;
import io.kouxin.bot.followup.Correction;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.people.Person.Role;
import io.kouxin.bot.people.TeamGroup;
import io.kouxin.bot.store.Memo;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.SmallLibrary;
import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.Outbound;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a leader and a team were told, and what they hear when it does not hold any more. */
@ParameterizedClass
@EnumSource
class TakingBackTest {
  private static final Account GROUP = new Account("wecom-group", "group-1");
  private static final Person LI =
      new Person("lifang", "李芳", Role.ADMIN, Locale.CHINESE, "", Optional.empty());
  private final Scene scene;
  private final Alerting alerting;

  TakingBackTest(Stores kind) {
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

  private FollowUp complaint(Person rep, String customer) {
    return scene.open(
        Memo.by(rep, "今天去看了看。院长说患者投诉不断，很不高兴。")
            .about(customer)
            .saying("complaint", "objection", "投诉"));
  }

  private void drops(FollowUp followUp) {
    scene.write(scene.now(followUp).drop(scene.clock.instant()));
  }

  private List<State> states() {
    return alerting.alerts().list(Alerts.Filter.any(), Optional.empty(), 100).stream()
        .map(Alert::state)
        .toList();
  }

  private void joinsAGroup() {
    String team = ZHANG.team();
    scene.groups.save(new TeamGroup(team, GROUP, "https://x/?key=1", "", Optional.empty()), "li");
  }

  private List<String> inGroup() {
    return scene.outbox.to(GROUP.channel(), GROUP.account(), 100).stream()
        .map(posted -> posted.message().text())
        .toList();
  }

  @Test
  void an_alert_about_what_was_dropped_is_taken_back_and_the_rep_knows() {
    FollowUp followUp = complaint(ZHANG, "华康医院");
    scene.clock.move(Duration.ofMinutes(3));
    drops(followUp);
    assertThat(states()).containsExactly(State.TAKEN_BACK);
    Posted alert = scene.to(CHEN).getFirst();
    assertThat(alert.state()).isEqualTo(Posted.State.RECALLED);
    assertThat(((Outbound.Push) alert.message()).urgent()).isTrue();
    assertThat(scene.to(CHEN).getLast().message())
        .isInstanceOfSatisfying(
            Outbound.Recall.class,
            recall -> assertThat(recall.text()).isEqualTo("更正：张三说的“有人投诉”不算了，前面那条提醒不用管。说的是华康医院这条。"));
    assertThat(scene.wordsTo(ZHANG)).last().isEqualTo("“有人投诉”不算了，陈敏那边也更正了。");
    assertThat(scene.to(ZHANG)).hasSize(2);
  }

  @Test
  void an_alert_about_another_objection_is_taken_back_and_what_is_right_told() {
    FollowUp followUp = complaint(ZHANG, "华康医院");
    scene.write(followUp.correct(new Correction.Remove("complaint"), scene.clock.instant()));
    assertThat(states()).containsExactly(State.TAKEN_BACK);
    scene.write(scene.now(followUp).correct(new Correction.Action("再去"), scene.clock.instant()));
    assertThat(scene.to(CHEN)).as("once").hasSize(2);
  }

  @Test
  void what_is_brought_back_is_told_again() {
    FollowUp followUp = complaint(ZHANG, "华康医院");
    drops(followUp);
    scene.write(scene.now(followUp).restore(scene.clock.instant()));
    scene.clock.move(Duration.ofMinutes(11));
    scene.settle();
    assertThat(states()).containsExactly(State.TOLD);
    assertThat(scene.to(CHEN)).hasSize(3);
    assertThat(scene.to(CHEN).getLast().message()).isInstanceOf(Outbound.Push.class);
    drops(followUp);
    assertThat(scene.to(CHEN).getLast().message()).isInstanceOf(Outbound.Recall.class);
  }

  @Test
  void what_the_leader_took_on_is_corrected_in_words() {
    FollowUp followUp = complaint(ZHANG, "华康医院");
    scene.tap(CHEN, scene.to(CHEN).getFirst(), AlertCards.TAKE);
    drops(followUp);
    assertThat(scene.to(CHEN).getFirst().state()).isNotEqualTo(Posted.State.RECALLED);
    assertThat(scene.wordsTo(CHEN)).last().asString().startsWith("更正：张三说的");
  }

  @Test
  void what_still_holds_on_the_same_card_stays() {
    complaint(ZHANG, "仁济医院");
    scene.clock.move(Duration.ofMinutes(1));
    FollowUp wrong = complaint(ZHANG, "华康医院");
    complaint(EMMA, "瑞金医院");
    scene.clock.move(Duration.ofMinutes(11));
    scene.settle();
    drops(wrong);
    assertThat(scene.to(CHEN)).noneMatch(one -> one.state() == Posted.State.RECALLED);
    assertThat(scene.wordsTo(CHEN)).last().asString().contains("更正", "华康医院");
  }

  @Test
  void what_is_older_than_a_day_is_history() {
    FollowUp followUp = complaint(ZHANG, "华康医院");
    scene.clock.move(Duration.ofHours(25));
    drops(followUp);
    assertThat(scene.to(CHEN)).hasSize(1);
    assertThat(states()).containsExactly(State.TOLD);
  }

  @Test
  void a_team_reads_in_its_group_what_its_leader_is_told_and_the_rep_knows() {
    joinsAGroup();
    FollowUp followUp = complaint(ZHANG, "华康医院");
    assertThat(inGroup()).containsExactly("张三 · 华康医院 · 有人投诉。已经告诉陈敏了。");
    assertThat(scene.wordsTo(ZHANG)).singleElement().asString().contains("团队群");
    drops(followUp);
    assertThat(inGroup()).hasSize(2).last().asString().startsWith("更正：张三");
  }

  @Test
  void a_team_whose_packs_say_no_or_whose_robot_is_gone_reads_nothing() {
    joinsAGroup();
    scene.teamSeesAlerts = false;
    complaint(ZHANG, "华康医院");
    scene.teamSeesAlerts = true;
    scene.groups.refused(GROUP, "gone");
    scene.clock.move(Duration.ofMinutes(20));
    complaint(ZHANG, "仁济医院");
    assertThat(inGroup()).isEmpty();
    assertThat(scene.wordsTo(ZHANG)).noneMatch(words -> words.contains("团队群"));
  }

  @Test
  void administrators_hear_once_that_a_robot_is_gone_and_nothing_of_its_address() {
    var room = Desk.of(scene, List::of, new ListedDirectory("sandbox"));
    scene.join(room.works(), room.reactions(), room.tapHandlers());
    scene.people.save(LI, List.of(account(LI)));
    joinsAGroup();
    scene.groups.refused(GROUP, "WeCom 93000 (no-such-robot): invalid webhook url");
    scene.groups.refused(GROUP, "WeCom 93000 (no-such-robot): invalid webhook url");
    scene.settle();
    assertThat(scene.wordsTo(LI))
        .singleElement()
        .asString()
        .contains(ZHANG.team())
        .doesNotContain("key", "93000");
    joinsAGroup();
    assertThat(scene.groups.of(ZHANG.team()).orElseThrow().refused()).isEmpty();
  }
}
