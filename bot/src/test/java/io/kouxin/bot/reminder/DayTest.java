package io.kouxin.bot.reminder;

import static io.kouxin.bot.store.Scene.EMMA;
import static io.kouxin.bot.store.Scene.ZHANG;
import static io.kouxin.bot.store.Scene.at;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.followup.DueTime.Kind;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.store.Memo;
import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.Card;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What a day says of itself: the list at 08:10, the sweep at 18:40. */
@ParameterizedClass
@EnumSource
class DayTest {
  private final RemindingScene scene;

  DayTest(Stores kind) {
    scene = RemindingScene.days(kind);
    scene.begin();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private FollowUp open(String customer, Kind kind, String due) {
    return scene.company.open(
        Memo.by(ZHANG, "去了" + customer).about(customer).then("报价").due(kind, due));
  }

  private List<String> morningTo(Person person) {
    return said(person, MorningList.NAME);
  }

  private List<String> eveningTo(Person person) {
    return said(person, EveningSweep.NAME);
  }

  private List<String> said(Person person, String owner) {
    return scene.cardsTo(person).stream()
        .filter(posted -> posted.owner().equals(owner))
        .map(posted -> posted.message().text())
        .toList();
  }

  @Test
  void the_morning_names_what_is_due_that_day_in_one_message() {
    open("华康医院", Kind.DAY, "2026-03-05T09:00");
    open("仁和医院", Kind.DEADLINE, "2026-03-05T18:00");
    open("同济医院", Kind.APPOINTMENT, "2026-03-06T10:00");

    scene.company.until("2026-03-05T08:10");

    assertThat(morningTo(ZHANG)).containsExactly("早，张三。今天2件：华康医院，报价；仁和医院，报价，18:00。");
  }

  @Test
  void a_morning_with_nothing_due_is_silent() {
    scene.company.until("2026-03-05T12:00");

    assertThat(scene.company.to(ZHANG)).isEmpty();
    assertThat(scene.company.to(EMMA)).isEmpty();
  }

  @Test
  void there_is_no_list_on_a_day_off() {
    open("华康医院", Kind.APPOINTMENT, "2026-03-07T15:00");

    scene.company.until("2026-03-08T00:00");

    assertThat(morningTo(ZHANG)).isEmpty();
  }

  @Test
  void a_restart_neither_repeats_nor_skips_a_morning() {
    open("华康医院", Kind.DAY, "2026-03-05T09:00");
    open("仁和医院", Kind.DAY, "2026-03-06T09:00");
    scene.company.until("2026-03-05T09:00");

    scene.begin();
    scene.begin();
    scene.company.until("2026-03-06T09:00");

    assertThat(morningTo(ZHANG)).hasSize(2);
  }

  @Test
  void a_list_two_hours_late_is_of_use_and_one_of_the_afternoon_is_not() {
    open("华康医院", Kind.DAY, "2026-03-05T09:00");
    open("仁和医院", Kind.DAY, "2026-03-06T09:00");

    scene.company.clock.moveTo(at("2026-03-05T10:00"));
    scene.company.settle();
    assertThat(morningTo(ZHANG)).hasSize(1);
    scene.company.clock.moveTo(at("2026-03-06T15:00"));
    scene.company.settle();

    assertThat(morningTo(ZHANG)).hasSize(1);
  }

  @Test
  void a_clock_that_jumps_back_repeats_no_list() {
    open("华康医院", Kind.DAY, "2026-03-05T09:00");
    scene.company.until("2026-03-05T09:00");

    scene.company.clock.move(Duration.ofDays(-1));
    scene.begin();
    scene.company.until("2026-03-05T09:00");

    assertThat(morningTo(ZHANG)).hasSize(1);
  }

  @Test
  void a_new_person_gets_the_routines_too() {
    var wang =
        new Person("wanglei", "王磊", Person.Role.REP, Locale.CHINA, "", Optional.of("chenmin"));
    scene.company.people.save(wang, List.of(new Account("sandbox", "wanglei")));
    scene.company.open(Memo.by(wang, "去了").then("再去").due(Kind.DAY, "2026-03-05T09:00"));

    scene.company.until("2026-03-05T08:10");

    assertThat(morningTo(wang)).hasSize(1);
  }

  @Test
  void who_cannot_be_reached_makes_no_trouble() {
    open("华康医院", Kind.DAY, "2026-03-05T09:00");
    scene.company.jdbc.sql("DELETE FROM person_identity WHERE person = 'zhangsan'").update();

    scene.company.until("2026-03-05T20:00");

    assertThat(morningTo(ZHANG)).isEmpty();
  }

  @Test
  void show_all_brings_a_card_for_each_once() {
    for (int i = 0; i < 8; i++) {
      open("第" + i + "医院", Kind.DAY, "2026-03-05T09:00");
    }
    scene.company.until("2026-03-05T08:10");
    var list = scene.cardsTo(ZHANG).getLast();

    scene.company.tap(ZHANG, list, "all");
    scene.company.tap(ZHANG, list, "all");

    assertThat(said(ZHANG, RemindWork.OWNER)).hasSize(6);
    assertThat(scene.company.wordsTo(ZHANG)).last().asString().startsWith("还有2条");
  }

  @Test
  void a_card_from_the_list_can_be_settled() {
    FollowUp followUp = open("华康医院", Kind.DAY, "2026-03-05T09:00");
    scene.company.until("2026-03-05T08:10");
    scene.company.tap(ZHANG, scene.cardsTo(ZHANG).getLast(), "all");
    var card = scene.cardsTo(ZHANG).getLast();

    scene.company.tap(ZHANG, card, "done");

    assertThat(scene.company.now(followUp).status()).isEqualTo(Status.COMPLETED);
    assertThat(scene.company.face(card).settled()).contains("已办完 08:10");
  }

  @Test
  void the_evening_lists_what_nobody_looked_at() {
    open("华康医院", Kind.DAY, "2026-03-20T09:00");
    open("仁和医院", Kind.DAY, "2026-03-20T09:00");
    FollowUp seen = open("同济医院", Kind.DAY, "2026-03-20T09:00");
    scene.company.write(seen.confirm(scene.company.clock.instant()));

    scene.company.until("2026-03-04T18:40");

    assertThat(eveningTo(ZHANG)).containsExactly("今天3条都存着，2条你还没看过，是仁和医院、华康医院。没问题点一下就行。");
  }

  @Test
  void an_evening_with_everything_seen_is_silent() {
    FollowUp seen = open("同济医院", Kind.DAY, "2026-03-20T09:00");
    scene.company.write(seen.confirm(scene.company.clock.instant()));

    scene.company.until("2026-03-04T23:00");

    assertThat(scene.company.to(ZHANG)).isEmpty();
  }

  @Test
  void one_tap_confirms_all_that_was_listed_and_nothing_newer() {
    FollowUp one = open("华康医院", Kind.DAY, "2026-03-20T09:00");
    FollowUp other = open("仁和医院", Kind.DAY, "2026-03-20T09:00");
    scene.company.until("2026-03-04T18:45");
    FollowUp newer = open("同济医院", Kind.DAY, "2026-03-20T09:00");
    var card = scene.cardsTo(ZHANG).getFirst();

    scene.company.tap(ZHANG, card, "all_ok");
    scene.company.tap(ZHANG, card, "all_ok");

    assertThat(scene.company.now(one).status()).isEqualTo(Status.CONFIRMED);
    assertThat(scene.company.now(other).status()).isEqualTo(Status.CONFIRMED);
    assertThat(scene.company.now(newer).status()).isEqualTo(Status.DRAFT);
    assertThat(scene.company.face(card).settled()).contains("已存 18:45");
    assertThat(scene.company.wordsTo(ZHANG)).contains("存好了，2条都定了。");
  }

  @Test
  void one_by_one_shows_three_and_counts_the_rest() {
    List<FollowUp> drafts =
        List.of(
            open("甲医院", Kind.DAY, "2026-03-20T09:00"),
            open("乙医院", Kind.DAY, "2026-03-20T09:00"),
            open("丙医院", Kind.DAY, "2026-03-20T09:00"),
            open("丁医院", Kind.DAY, "2026-03-20T09:00"));
    scene.company.until("2026-03-04T18:40");

    scene.company.tap(ZHANG, scene.cardsTo(ZHANG).getFirst(), "one_by_one");

    var shown = scene.cardsTo(ZHANG).subList(1, 4);
    assertThat(scene.company.wordsTo(ZHANG)).last().asString().startsWith("还有1条");
    assertThat(scene.company.face(shown.getFirst()).title()).isEqualTo("丁医院");
    List<String> actions =
        scene.company.face(shown.getFirst()).buttons().stream().map(Card.Button::action).toList();
    scene.company.tap(ZHANG, shown.getFirst(), actions.getFirst());
    assertThat(scene.company.now(drafts.getLast()).status()).isEqualTo(Status.CONFIRMED);
    assertThat(scene.company.face(shown.getFirst()).settled()).contains("已存 18:40");
    scene.company.tap(ZHANG, shown.getLast(), "drop:" + drafts.get(1).id());
    assertThat(scene.company.now(drafts.get(1)).status()).isEqualTo(Status.DROPPED);
  }

  @Test
  void nobody_confirms_what_another_one_wrote() {
    FollowUp mine = open("华康医院", Kind.DAY, "2026-03-20T09:00");
    scene.company.open(Memo.by(EMMA, "saw them").about("Riverside"));
    scene.company.until("2026-03-04T18:40");

    scene.company.tap(EMMA, scene.cardsTo(EMMA).getFirst(), "ok:" + mine.id());

    assertThat(scene.company.now(mine).status()).isEqualTo(Status.DRAFT);
    assertThat(scene.company.tap(EMMA, scene.cardsTo(ZHANG).getFirst(), "all_ok")).isFalse();
  }

  @Test
  void a_routine_that_keeps_failing_is_put_aside_for_the_day_and_can_be_tried_again() {
    open("华康医院", Kind.DAY, "2026-03-05T09:00");
    var work = scene.work(MorningList.NAME);
    scene.company.clock.moveTo(at("2026-03-05T08:10"));

    assertThat(work.setAside("zhangsan", "broken")).contains("zhangsan");
    assertThat(work.next("zhangsan")).contains(at("2026-03-06T08:10"));
    work.revive("zhangsan");
    scene.company.settle();

    assertThat(morningTo(ZHANG)).hasSize(1);
  }
}
