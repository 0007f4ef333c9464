package io.kouxin.bot.people;

import static io.kouxin.bot.store.Scene.CHEN;
import static io.kouxin.bot.store.Scene.EMMA;
import static io.kouxin.bot.store.Scene.ZHANG;
import static io.kouxin.bot.store.Scene.account;
import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.alert.ListedDirectory;
import io.kouxin.bot.people.DirectoryRun.Outcome;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person.Role;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.Stores;
import java.time.Duration;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** The company's directory and the people whom we know, on both stores. */
@ParameterizedClass
@EnumSource(Stores.class)
class DirectorySyncTest {
  private static final String CHANNEL = "sandbox";
  private final Scene scene;
  private final ListedDirectory directory = new ListedDirectory(CHANNEL);
  private final DirectorySync sync;

  DirectorySyncTest(Stores kind) {
    scene = new Scene(kind);
    sync =
        new DirectorySync(
            new DirectorySync.Ground(
                scene.jdbc,
                scene.transactions,
                scene.wakes,
                scene.journal,
                scene.people,
                scene.clock),
            new DirectorySync.Manner(LocalTime.of(3, 40), Scene.ZONE, Locale.CHINESE),
            List.of(directory));
    scene.join(List.of(sync), List.of(sync.reaction()), List.of());
    directory.lists("chenmin", "陈敏", "华东一组", List.of());
    directory.lists("zhangsan", "张三", "华东一组", List.of("chenmin"));
    directory.lists("emma", "Emma", "华东一组", List.of("chenmin"));
    sync.begin();
    scene.settle();
  }

  @AfterEach
  void close() {
    scene.close();
  }

  private DirectoryRun run() {
    return sync.all().getFirst();
  }

  private DirectoryRun listed() {
    sync.now(CHANNEL, false);
    scene.settle();
    return run();
  }

  private Person now(Person person) {
    return scene.people.find(person.id()).orElseThrow();
  }

  private boolean isReached(Person person) {
    return scene.people.reach(person.id()).isPresent();
  }

  @Test
  void it_is_listed_at_night_and_every_night() {
    assertThat(run().outcome()).isEmpty();
    scene.until("2026-03-05T03:39");
    assertThat(run().outcome()).isEmpty();
    scene.until("2026-03-05T03:41");
    assertThat(run().outcome()).contains(Outcome.DONE);
    assertThat(run().members()).isEqualTo(3);
    assertThat(run().nextAt()).isEqualTo(Scene.at("2026-03-06T03:40"));
  }

  @Test
  void a_bunch_of_changes_is_one_listing_two_minutes_later() {
    directory.lists("zhangsan", "张三", "华南组", List.of("emma"));
    for (int i = 0; i < 5; i++) {
      scene.people.reorganised(CHANNEL, scene.clock.instant());
      scene.settle();
    }
    assertThat(scene.journal.about(CHANNEL)).hasSize(1);
    assertThat(run().outcome()).isEmpty();
    scene.until("2026-03-04T10:33");
    assertThat(run().changed()).isEqualTo(1);
    assertThat(now(ZHANG).team()).isEqualTo("华南组");
    assertThat(now(ZHANG).leader()).contains(EMMA.id());
  }

  @Test
  void what_the_directory_leaves_empty_stays() {
    directory.lists("zhangsan", "", "", List.of());
    assertThat(listed().changed()).isZero();
    assertThat(now(ZHANG)).isEqualTo(ZHANG);
  }

  @Test
  void what_an_administrator_decided_stays_until_it_is_handed_back() {
    var decided =
        new Person(ZHANG.id(), "小张", Role.REP, Locale.CHINESE, "特战队", Optional.of(EMMA.id()));
    var pins = new Pins(scene.jdbc);
    pins.changed(ZHANG, decided);
    scene.people.save(decided, List.of());

    assertThat(listed().changed()).isZero();
    assertThat(now(ZHANG)).isEqualTo(decided);
    pins.release(ZHANG.id());
    assertThat(listed().changed()).isEqualTo(1);
    assertThat(now(ZHANG)).isEqualTo(ZHANG);
  }

  @Test
  void a_leader_whom_nobody_knows_becomes_a_manager_and_one_out_of_sight_is_passed_over() {
    directory.lists("zhou", "周总", "华东大区", List.of());
    directory.lists("zhangsan", "张三", "华东一组", List.of("hidden", "zhou"));
    listed();
    Person zhou = scene.people.behind(CHANNEL, "zhou").orElseThrow();
    assertThat(zhou.role()).isEqualTo(Role.MANAGER);
    assertThat(zhou.name()).isEqualTo("周总");
    assertThat(now(ZHANG).leader()).contains(zhou.id());
    assertThat(listed().changed()).as("a second time").isZero();
  }

  @Test
  void who_is_not_there_any_more_has_left_and_may_come_back() {
    directory.forget("emma");
    assertThat(listed().outcome()).contains(Outcome.DONE);
    assertThat(run().gone()).isEqualTo(1);
    assertThat(isReached(EMMA)).isFalse();
    assertThat(scene.journal.about(EMMA.id()))
        .extracting(entry -> entry.kind())
        .contains(JdbcPeople.LEFT);
    directory.lists("emma", "Emma", "华东一组", List.of("chenmin"));
    listed();
    assertThat(isReached(EMMA)).isTrue();
  }

  @Test
  void a_part_of_the_company_takes_nobody_for_gone() {
    directory.forget("emma");
    directory.hidesSome();
    directory.lists("zhangsan", "张三", "华南组", List.of("chenmin"));
    assertThat(listed().outcome()).contains(Outcome.PARTIAL);
    assertThat(isReached(EMMA)).isTrue();
    assertThat(now(ZHANG).team()).isEqualTo("华南组");
  }

  @Test
  void a_listing_that_ends_midway_changes_nothing_and_is_tried_again() {
    directory.forget("emma");
    directory.fails();
    assertThat(listed().outcome()).contains(Outcome.FAILED);
    assertThat(run().reason()).isEqualTo("away");
    assertThat(isReached(EMMA)).isTrue();
    assertThat(run().nextAt()).isEqualTo(scene.clock.instant().plus(Duration.ofMinutes(10)));
    scene.until("2026-03-04T15:00");
    assertThat(run().nextAt()).as("six times are enough").isEqualTo(Scene.at("2026-03-05T03:40"));
  }

  @Test
  void many_who_are_gone_at_once_are_not_believed_until_somebody_says_so() {
    for (int i = 0; i < 7; i++) {
      var one = new Person("p" + i, "员工", Role.REP, Locale.CHINESE, "华东一组", Optional.of(CHEN.id()));
      scene.people.save(one, List.of(new Account(CHANNEL, "p" + i)));
      directory.lists("p" + i, "员工", "华东一组", List.of("chenmin"));
    }
    for (int i = 0; i < 4; i++) {
      directory.forget("p" + i);
    }
    assertThat(listed().outcome()).contains(Outcome.DOUBTED);
    assertThat(run().gone()).isEqualTo(4);
    assertThat(scene.people.reach("p0")).isPresent();
    assertThat(scene.journal.about(CHANNEL))
        .extracting(entry -> entry.kind())
        .containsExactly(DirectorySync.DOUBTED);

    directory.lists("p0", "员工", "华东一组", List.of("chenmin"));
    assertThat(listed().outcome()).as("three of ten").contains(Outcome.DONE);
    assertThat(scene.people.reach("p1")).isEmpty();
  }

  @Test
  void an_administrator_may_say_that_they_really_left() {
    directory.forget("chenmin");
    directory.forget("zhangsan");
    directory.forget("emma");
    assertThat(listed().outcome()).contains(Outcome.DOUBTED);
    sync.now(CHANNEL, true);
    scene.settle();
    assertThat(run().outcome()).contains(Outcome.DONE);
    assertThat(scene.people.reach(CHEN.id())).isEmpty();
    assertThat(scene.people.behind(account(CHEN))).contains(CHEN);
  }

  @Test
  void a_thousand_are_compared_and_only_who_changed_is_written() {
    for (int i = 0; i < 1_000; i++) {
      var one = new Person("p" + i, "员工", Role.REP, Locale.CHINESE, "华东一组", Optional.of(CHEN.id()));
      scene.people.save(one, List.of(new Account(CHANNEL, "p" + i)));
      directory.lists("p" + i, "员工", i % 100 == 0 ? "华南组" : "华东一组", List.of("chenmin"));
    }
    assertThat(listed().changed()).isEqualTo(10);
    assertThat(listed().changed()).isZero();
    assertThat(scene.people.find("p900").orElseThrow().team()).isEqualTo("华南组");
  }
}
