package io.kouxin.bot.people;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.alert.MovesAlerts;
import io.kouxin.bot.customer.JdbcCustomers;
import io.kouxin.bot.customer.NewCustomer;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUps.Filter;
import io.kouxin.bot.followup.FollowUps.Version;
import io.kouxin.bot.followup.MovesFollowUps;
import io.kouxin.bot.people.Identities.Linked;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.reminder.MovesReminders;
import io.kouxin.bot.store.Memo;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.Stores;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/** One person on several platforms. */
@ParameterizedClass
@EnumSource
class IdentitiesTest {
  private static final Account WECOM = new Account("wecom", "ZhangSan");
  private static final Account DINGTALK = new Account("dingtalk", "0123");
  private static final Person TWIN =
      new Person("twin", "Zhang San", Person.Role.REP, Locale.CHINESE, "", Optional.empty());

  private final Scene scene;
  private final JdbcCustomers customers;
  private final Identities identities;

  IdentitiesTest(Stores kind) {
    scene = new Scene(kind);
    customers = new JdbcCustomers(scene.jdbc, scene.transactions, scene.clock);
    identities =
        new Identities(
            scene.jdbc,
            scene.transactions,
            scene.journal,
            scene.people,
            List.of(
                new MovesFollowUps(scene.jdbc, JsonMapper.builder().build()),
                new MovesReminders(scene.jdbc),
                new MovesAlerts(scene.jdbc, scene.wakes),
                customers::handOver));
    scene.people.save(Scene.ZHANG, List.of(WECOM));
  }

  @AfterEach
  void close() {
    scene.close();
  }

  @Test
  void somebody_with_two_accounts_is_one_person() {
    assertThat(identities.link("zhangsan", DINGTALK, "lifang")).isEqualTo(Linked.LINKED);
    assertThat(identities.link("zhangsan", DINGTALK, "lifang")).isEqualTo(Linked.LINKED);
    assertThat(scene.people.behind(DINGTALK)).hasValue(Scene.ZHANG);
    assertThat(scene.people.all().stream().filter(Scene.ZHANG::equals)).hasSize(1);
    assertThat(identities.link("nobody", DINGTALK, "lifang")).isEqualTo(Linked.NOBODY);
  }

  @Test
  void pushes_go_to_the_platform_they_wrote_from_last() {
    identities.link("zhangsan", DINGTALK, "lifang");
    scene.people.wroteFrom(WECOM, Scene.at("2026-03-04T09:00"));
    assertThat(scene.people.reach("zhangsan")).hasValue(WECOM);
    scene.people.wroteFrom(DINGTALK, Scene.at("2026-03-04T09:05"));
    assertThat(scene.people.reach("zhangsan")).hasValue(DINGTALK);
    scene.people.wroteFrom(WECOM, Scene.at("2026-03-04T08:00"));
    assertThat(scene.people.reach("zhangsan"))
        .as("an older note changes nothing")
        .hasValue(DINGTALK);
    scene.people.wroteFrom(Scene.account(Scene.ZHANG), Scene.at("2026-03-04T10:00"));
    assertThat(scene.people.reach("zhangsan")).as("never the sandbox").hasValue(DINGTALK);
    assertThat(scene.people.accounts("zhangsan")).hasSize(3);
  }

  @Test
  void what_the_other_one_had_moves_along() {
    scene.people.save(TWIN, List.of(DINGTALK));
    scene.people.save(led("emma", "twin"), List.of());
    FollowUp said = scene.open(Memo.by(TWIN, "院长说可以"));
    said = scene.write(said.confirm(scene.clock.instant()));
    String owned = customers.add(NewCustomer.named("华康医院", "twin")).id();
    reminderAndAlert(said.id());

    assertThat(identities.link("zhangsan", DINGTALK, "lifang")).isEqualTo(Linked.MERGED);
    assertThat(scene.people.find("twin")).isEmpty();
    assertThat(scene.people.behind(DINGTALK)).hasValue(Scene.ZHANG);
    assertThat(scene.people.find("emma").flatMap(Person::leader)).hasValue("zhangsan");
    assertThat(scene.now(said).rep()).isEqualTo("zhangsan");
    assertThat(scene.followUps.list(Filter.of("zhangsan"), Optional.empty(), 9)).hasSize(1);
    Version before = scene.followUps.history(said.id()).getFirst();
    assertThat(List.of(before.by(), before.state().rep())).containsOnly("zhangsan");
    assertThat(customers.find(owned).flatMap(customer -> customer.owner())).hasValue("zhangsan");
    assertThat(column("SELECT person FROM reminder")).containsExactly("zhangsan");
    assertThat(column("SELECT rep FROM alert")).containsExactly("zhangsan");
    assertThat(column("SELECT person FROM routine")).isEmpty();
    assertThat(scene.journal.about("zhangsan").getLast())
        .matches(entry -> entry.kind().equals(Identities.MERGED))
        .matches(entry -> entry.person().equals(Optional.of("lifang")));
    scene.write(scene.now(said).complete(scene.clock.instant()));
  }

  @Test
  void nobody_leads_himself_after_all() {
    scene.people.save(TWIN, List.of(DINGTALK));
    scene.people.save(led("zhangsan", "twin"), List.of());
    identities.link("zhangsan", DINGTALK, "lifang");
    assertThat(scene.people.find("zhangsan").flatMap(Person::leader)).isEmpty();
  }

  @Test
  void one_account_of_several_is_not_taken_away() {
    scene.people.save(TWIN, List.of(DINGTALK, new Account("wecom", "Twin")));
    assertThat(identities.link("zhangsan", DINGTALK, "lifang")).isEqualTo(Linked.SOMEBODY_ELSES);
    assertThat(scene.people.behind(DINGTALK)).hasValue(TWIN);
    assertThat(identities.unlink("twin", DINGTALK, "lifang")).isTrue();
    assertThat(identities.unlink("twin", DINGTALK, "lifang")).isFalse();
    assertThat(identities.link("zhangsan", DINGTALK, "lifang")).isEqualTo(Linked.LINKED);
    assertThat(scene.people.find("twin")).isPresent();
  }

  private static Person led(String id, String leader) {
    return new Person(id, id, Person.Role.REP, Locale.CHINESE, "", Optional.of(leader));
  }

  private void reminderAndAlert(String followUp) {
    scene
        .jdbc
        .sql(
            """
            INSERT INTO reminder (id, follow_up, person, action, due_at, due_kind, list_day, state,
              declined, showing, version, changed_at)
            VALUES ('r', :id, 'twin', '', 0, 'APPOINTMENT', 0, 'WAITING', FALSE, 0, 1, 0)
            """)
        .param("id", followUp)
        .update();
    scene
        .jdbc
        .sql(
            """
            INSERT INTO alert (id, follow_up, entry, label, rep, quote, state, not_before,
              created_at)
            VALUES ('a', :id, 'complaint', '', 'twin', '', 'UNTOLD', 0, 0)
            """)
        .param("id", followUp)
        .update();
    scene.jdbc.sql("INSERT INTO routine VALUES ('morning', 'twin', 0)").update();
  }

  private List<String> column(String sql) {
    return scene.jdbc.sql(sql).query(String.class).list();
  }

  @Test
  void saving_takes_nobodys_account_and_says_who_did_it() {
    scene.people.save(TWIN, List.of(DINGTALK));
    var taker = new Person("taker", "王", Person.Role.REP, Locale.CHINESE, "", Optional.empty());
    assertThat(identities.save(taker, List.of(DINGTALK), "boss")).isFalse();
    assertThat(scene.people.find("taker")).isEmpty();
    assertThat(scene.people.behind(DINGTALK)).hasValue(TWIN);
    assertThat(identities.save(TWIN, List.of(DINGTALK), "boss")).isTrue();
    assertThat(scene.journal.about("twin").getLast())
        .satisfies(entry -> assertThat(entry.kind()).isEqualTo("person.changed"))
        .satisfies(entry -> assertThat(entry.person()).hasValue("boss"));
  }
}
