package io.kouxin.bot.alert;

import static io.kouxin.bot.store.Scene.CHEN;
import static io.kouxin.bot.store.Scene.ZHANG;
import static io.kouxin.bot.store.Scene.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.people.Person.Role;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.Stores;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Somebody leaves the company, or the part of it that the application sees. */
@ParameterizedClass
@EnumSource
class GoneTest {
  private static final Person LI =
      new Person("lifang", "李芳", Role.ADMIN, Locale.CHINESE, "", Optional.empty());

  private final Scene scene;

  GoneTest(Stores kind) {
    scene = new Scene(kind);
    var room = Desk.of(scene, List::of, new ListedDirectory("sandbox"));
    scene.join(room.works(), room.reactions(), room.tapHandlers());
    scene.people.save(LI, List.of(account(LI)));
    scene.settle();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private boolean leaves(Account account) {
    boolean news = scene.people.left(account, scene.clock.instant());
    scene.settle();
    return news;
  }

  @Test
  void administrators_and_whoever_leads_them_are_told_once() {
    assertThat(leaves(account(ZHANG))).isTrue();
    assertThat(leaves(account(ZHANG))).as("a repeat").isFalse();
    assertThat(scene.to(LI)).isEmpty();
    scene.until("2026-03-04T12:00");
    assertThat(scene.wordsTo(LI)).singleElement().asString().startsWith("张三离开了");
    assertThat(scene.wordsTo(CHEN)).isEqualTo(scene.wordsTo(LI));
    assertThat(scene.to(ZHANG)).isEmpty();
  }

  @Test
  void nobody_is_reached_where_they_left_and_they_stay_known() {
    leaves(account(ZHANG));
    assertThat(scene.people.reach(ZHANG.id())).isEmpty();
    assertThat(scene.people.behind(account(ZHANG))).contains(ZHANG);
  }

  @Test
  void whoever_is_back_within_minutes_was_not_gone() {
    leaves(account(ZHANG));
    scene.people.wroteFrom(account(ZHANG), scene.clock.instant());
    scene.until("2026-03-04T12:00");
    assertThat(scene.to(LI)).isEmpty();
    assertThat(scene.people.reach(ZHANG.id())).contains(account(ZHANG));
  }

  @Test
  void whoever_has_another_account_is_not_gone() {
    var other = new Account("other", "zhang");
    scene.people.save(ZHANG, List.of(other));
    leaves(account(ZHANG));
    scene.until("2026-03-04T12:00");
    assertThat(scene.to(LI)).isEmpty();
    assertThat(scene.people.reach(ZHANG.id())).contains(other);
  }

  @Test
  void an_account_of_nobody_leaves_unnoticed() {
    assertThat(leaves(new Account("sandbox", "nobody"))).isFalse();
  }

  @Test
  void whoever_is_saved_again_is_back() {
    leaves(account(ZHANG));
    scene.people.save(ZHANG, List.of(account(ZHANG)));
    assertThat(scene.people.reach(ZHANG.id())).contains(account(ZHANG));
  }
}
