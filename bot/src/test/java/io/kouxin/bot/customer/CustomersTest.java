package io.kouxin.bot.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.store.Stores;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@ParameterizedClass
@EnumSource
class CustomersTest {
  private static final NewCustomer HUAKANG =
      new NewCustomer(
          Optional.of("DZ1002"),
          "华康医院",
          List.of("华康", "华康总院"),
          List.of(new Contact("王主任", "普外科主任")),
          Optional.of("zhangsan"));

  private final HikariDataSource store;
  private final Customers customers;

  CustomersTest(Stores kind) {
    store = kind.open();
    customers =
        new JdbcCustomers(
            JdbcClient.create(store),
            new TransactionTemplate(new JdbcTransactionManager(store)),
            Clock.systemUTC());
  }

  @AfterEach
  void close() {
    store.close();
  }

  @Test
  void an_added_customer_is_found_with_all_it_has() {
    Customer added = customers.add(HUAKANG);

    Customer found = customers.find(added.id()).orElseThrow();
    assertThat(found).isEqualTo(added);
    assertThat(found.code()).contains("DZ1002");
    assertThat(found.name()).isEqualTo("华康医院");
    assertThat(found.aliases()).containsExactlyInAnyOrder("华康", "华康总院");
    assertThat(found.contacts()).containsExactly(new Contact("王主任", "普外科主任"));
    assertThat(found.owner()).contains("zhangsan");
    assertThat(customers.all()).containsExactly(added);
  }

  @Test
  void nobody_is_found_by_an_id_that_nobody_has() {
    assertThat(customers.find("nobody")).isEmpty();
    assertThat(customers.rename("nobody", "名字")).isEmpty();
    assertThat(customers.addAlias("nobody", "别名")).isEmpty();
  }

  @Test
  void the_same_code_is_the_same_customer_whatever_the_name() {
    Customer first = customers.add(HUAKANG);
    Customer again =
        customers.add(
            new NewCustomer(Optional.of("DZ1002"), "别的名字", List.of(), List.of(), Optional.empty()));

    assertThat(again).isEqualTo(first);
    assertThat(customers.all()).hasSize(1);
  }

  @Test
  void a_name_that_is_tapped_twice_makes_one_customer() {
    Customer first = customers.add(NewCustomer.named("新城医院", "wanglei"));

    assertThat(customers.add(NewCustomer.named(" 新城医院\n", "zhangsan"))).isEqualTo(first);
  }

  @Test
  void two_with_different_codes_may_have_the_same_name() {
    customers.add(named("A1", "人民医院"));
    customers.add(named("A2", "人民医院"));

    assertThat(customers.all()).hasSize(2);
  }

  @Test
  void many_who_add_the_same_at_once_add_it_once() throws Exception {
    List<Callable<Customer>> adds = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      NewCustomer customer =
          i % 2 == 0 ? NewCustomer.named("客户" + i / 8, "me") : named("C" + i / 8, "编号" + i / 8);
      adds.add(() -> customers.add(customer));
    }

    Set<String> ids = new HashSet<>();
    try (var pool = Executors.newFixedThreadPool(4)) {
      for (var add : pool.invokeAll(adds)) {
        ids.add(add.get().id());
      }
    }

    assertThat(ids).hasSize(10);
    assertThat(customers.all()).hasSize(10);
  }

  @Test
  void an_import_adds_what_is_missing_and_leaves_the_rest_alone() {
    customers.add(HUAKANG);
    List<NewCustomer> list = new ArrayList<>(List.of(HUAKANG, named("DZ1002", "又一个名字")));
    for (int i = 0; i < 1_200; i++) {
      list.add(named("N" + i, "客户" + i));
    }

    assertThat(customers.addMissing(list)).isEqualTo(1_200);
    assertThat(customers.addMissing(list)).isZero();
    assertThat(customers.all()).hasSize(1_201);
  }

  @Test
  void a_renamed_customer_keeps_its_id_and_its_old_name_as_an_alias() {
    String id = customers.add(HUAKANG).id();

    Customer renamed = customers.rename(id, "华康集团医院").orElseThrow();

    assertThat(renamed.id()).isEqualTo(id);
    assertThat(renamed.name()).isEqualTo("华康集团医院");
    assertThat(renamed.aliases()).contains("华康医院", "华康");
  }

  @Test
  void an_alias_is_kept_once() {
    String id = customers.add(HUAKANG).id();

    customers.addAlias(id, "老华康");
    long version = customers.version();

    assertThat(customers.addAlias(id, "老华康").orElseThrow().aliases()).hasSize(3);
    assertThat(customers.version()).isEqualTo(version);
  }

  @Test
  void every_change_moves_the_version_and_nothing_else_does() {
    long start = customers.version();
    String id = customers.add(HUAKANG).id();
    long added = customers.version();
    customers.rename(id, "新名字");
    long renamed = customers.version();
    customers.add(HUAKANG);
    customers.addMissing(List.of(HUAKANG));
    customers.rename(id, "新名字");

    assertThat(added).isGreaterThan(start);
    assertThat(renamed).isGreaterThan(added);
    assertThat(customers.version()).isEqualTo(renamed);
  }

  @Test
  void a_name_of_nothing_or_of_a_novel_is_refused_in_words() {
    assertThatThrownBy(() -> NewCustomer.named(" \u3000\n", "me"))
        .hasMessageContaining("1 to 200 characters");
    assertThatThrownBy(() -> NewCustomer.named("长".repeat(201), "me"))
        .hasMessageContaining("1 to 200 characters");
    String id = customers.add(HUAKANG).id();
    assertThatThrownBy(() -> customers.rename(id, "")).hasMessageContaining("1 to 200");
    assertThat(customers.find(id).orElseThrow().name()).isEqualTo("华康医院");
  }

  @Test
  void words_that_look_like_sql_are_only_a_name() {
    Customer added = customers.add(NewCustomer.named("'); DROP TABLE customer; --", "me"));

    assertThat(customers.find(added.id())).contains(added);
  }

  @Test
  void a_customer_in_a_log_has_no_name() {
    assertThat(HUAKANG.toString() + customers.add(HUAKANG)).doesNotContain("华康", "王主任");
  }

  private static NewCustomer named(String code, String name) {
    return new NewCustomer(Optional.of(code), name, List.of(), List.of(), Optional.empty());
  }
}
