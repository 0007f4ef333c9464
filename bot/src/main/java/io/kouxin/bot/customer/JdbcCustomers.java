package io.kouxin.bot.customer;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The customers in SQLite or PostgreSQL. */
public final class JdbcCustomers implements Customers {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<Contact>> CONTACTS = new TypeReference<>() {};
  private static final String SELECT = "SELECT id, code, name, owner, contacts FROM customer ";

  /** So many at once, so that an import never keeps the one connection of SQLite for long. */
  private static final int CHUNK = 500;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;
  private final Clock clock;

  /** The customers in this store. */
  public JdbcCustomers(JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
    this.jdbc = jdbc;
    this.transaction = transaction;
    this.clock = clock;
  }

  @Override
  public Optional<Customer> find(String id) {
    List<String> aliases =
        jdbc.sql("SELECT alias FROM customer_alias WHERE customer_id = ? ORDER BY alias")
            .param(id)
            .query((row, n) -> row.getString(1))
            .list();
    return jdbc.sql(SELECT + "WHERE id = ?")
        .param(id)
        .query((row, n) -> customer(row, Map.of(id, aliases)))
        .optional();
  }

  @Override
  public Optional<Customer> withCode(String code) {
    return jdbc
        .sql("SELECT id FROM customer WHERE code = ? OR code = ? ORDER BY id")
        .params(code, code.toUpperCase(Locale.ROOT))
        .query((row, n) -> row.getString(1))
        .list()
        .stream()
        .findFirst()
        .flatMap(this::find);
  }

  @Override
  public List<Customer> all() {
    Map<String, List<String>> aliases = new HashMap<>();
    jdbc.sql("SELECT customer_id, alias FROM customer_alias ORDER BY customer_id, alias")
        .query(
            row -> {
              aliases
                  .computeIfAbsent(row.getString(1), id -> new ArrayList<>())
                  .add(row.getString(2));
            });
    return jdbc.sql(SELECT + "ORDER BY created_at, id")
        .query((row, n) -> customer(row, aliases))
        .list();
  }

  @Override
  public long version() {
    return jdbc.sql("SELECT version FROM customer_version WHERE one = 1")
        .query(Long.class)
        .single();
  }

  @Override
  public Customer add(NewCustomer customer) {
    Optional<String> known = known(customer).or(() -> addUnlessKnown(customer));
    return known.flatMap(this::find).orElseThrow();
  }

  private Optional<String> addUnlessKnown(NewCustomer customer) {
    return Optional.of(
        inTransaction(
            () -> {
              moveOn();
              return known(customer).orElseGet(() -> insert(customer));
            }));
  }

  @Override
  public int addMissing(List<NewCustomer> customers) {
    int added = 0;
    for (int from = 0; from < customers.size(); from += CHUNK) {
      List<NewCustomer> chunk = customers.subList(from, Math.min(from + CHUNK, customers.size()));
      added += inTransaction(() -> addChunk(chunk));
    }
    return added;
  }

  private int addChunk(List<NewCustomer> chunk) {
    if (chunk.stream().allMatch(customer -> known(customer).isPresent())) {
      return 0;
    }
    moveOn();
    int added = 0;
    for (NewCustomer customer : chunk) {
      if (known(customer).isEmpty()) {
        insert(customer);
        added++;
      }
    }
    return added;
  }

  @Override
  public Optional<Customer> rename(String id, String name) {
    String tidy = NewCustomer.tidyName(name);
    Optional<Customer> before = find(id);
    if (before.isEmpty() || before.get().name().equals(tidy)) {
      return before;
    }
    return change(
        id,
        () -> {
          jdbc.sql("UPDATE customer SET name = ?, changed_at = ? WHERE id = ?")
              .params(tidy, clock.millis(), id)
              .update();
          insertAlias(id, before.get().name());
        });
  }

  @Override
  public Optional<Customer> addAlias(String id, String alias) {
    String tidy = NewCustomer.tidyName(alias);
    Optional<Customer> before = find(id);
    if (before.isEmpty() || before.get().aliases().contains(tidy)) {
      return before;
    }
    return change(id, () -> insertAlias(id, tidy));
  }

  private Optional<Customer> change(String id, Runnable write) {
    inTransaction(
        () -> {
          moveOn();
          write.run();
          return id;
        });
    return find(id);
  }

  private Optional<String> known(NewCustomer customer) {
    return customer
        .code()
        .map(code -> jdbc.sql("SELECT id FROM customer WHERE code = ?").param(code))
        .orElseGet(
            () ->
                jdbc.sql("SELECT id FROM customer WHERE name = ? ORDER BY created_at, id LIMIT 1")
                    .param(customer.name()))
        .query(String.class)
        .optional();
  }

  private String insert(NewCustomer customer) {
    String id = UUID.randomUUID().toString();
    long now = clock.millis();
    jdbc.sql(
            """
            INSERT INTO customer (id, code, name, owner, contacts, created_at, changed_at)
            VALUES (?, ?, ?, ?, ?, ?, ?)
            """)
        .param(id)
        .param(customer.code().orElse(null))
        .param(customer.name())
        .param(customer.owner().orElse(null))
        .param(JSON.writeValueAsString(customer.contacts()))
        .param(now)
        .param(now)
        .update();
    customer.aliases().forEach(alias -> insertAlias(id, alias));
    return id;
  }

  private void insertAlias(String id, String alias) {
    jdbc.sql("INSERT INTO customer_alias (customer_id, alias) VALUES (?, ?) ON CONFLICT DO NOTHING")
        .params(id, alias)
        .update();
  }

  @Override
  public void handOver(String from, String to) {
    moveOn();
    jdbc.sql("UPDATE customer SET owner = ?, changed_at = ? WHERE owner = ?")
        .param(to)
        .param(clock.millis())
        .param(from)
        .update();
  }

  /** Comes first in a transaction: whoever writes at the same time waits for this row. */
  private void moveOn() {
    jdbc.sql("UPDATE customer_version SET version = version + 1 WHERE one = 1").update();
  }

  private <T> T inTransaction(Supplier<T> work) {
    return Optional.ofNullable(transaction.execute(status -> work.get())).orElseThrow();
  }

  private static Customer customer(ResultSet row, Map<String, List<String>> aliases)
      throws SQLException {
    String id = row.getString("id");
    return new Customer(
        id,
        Optional.ofNullable(row.getString("code")),
        row.getString("name"),
        aliases.getOrDefault(id, List.of()),
        JSON.readValue(row.getString("contacts"), CONTACTS),
        Optional.ofNullable(row.getString("owner")));
  }
}
