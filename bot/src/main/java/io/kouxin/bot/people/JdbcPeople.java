package io.kouxin.bot.people;

import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.journal.Journal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** People in the store. */
public final class JdbcPeople implements People {
  /** The journal's word for a person who can be reached under a new account. */
  public static final String SAVED = "person.saved";

  /** The journal's word for a person who cannot use an account any more. */
  public static final String LEFT = "person.left";

  /** The journal's word for a change in a platform's directory; its subject is the channel. */
  static final String REORGANISED = "directory.changed";

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Journal journal;

  /** On a store. */
  public JdbcPeople(JdbcClient jdbc, TransactionOperations transactions, Journal journal) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.journal = journal;
  }

  @Override
  public Optional<Person> find(String id) {
    return jdbc.sql("SELECT * FROM person WHERE id = :id")
        .param("id", id)
        .query(JdbcPeople::person)
        .optional();
  }

  @Override
  public Optional<Person> behind(String channel, String account) {
    return jdbc.sql(
            """
            SELECT p.* FROM person p JOIN person_identity i ON i.person = p.id
            WHERE i.channel = :channel AND i.account = :account
            """)
        .param("channel", channel)
        .param("account", account)
        .query(JdbcPeople::person)
        .optional();
  }

  @Override
  public Optional<Account> account(String person, String channel) {
    return accounts(person).stream().filter(a -> a.channel().equals(channel)).findFirst();
  }

  @Override
  public Optional<Account> reach(String person) {
    return accounts(person).stream().findFirst();
  }

  @Override
  public List<Account> accounts(String person) {
    return jdbc.sql(
            "SELECT channel, account FROM person_identity WHERE person = :person AND left_at IS NULL"
                + " ORDER BY CASE channel WHEN 'sandbox' THEN 1 ELSE 0 END,"
                + " COALESCE(used_at, 0) DESC, channel, account")
        .param("person", person)
        .query((row, number) -> new Account(row.getString(1), row.getString(2)))
        .list();
  }

  @Override
  public void wroteFrom(Account account, Instant at) {
    jdbc.sql(
            """
            UPDATE person_identity SET used_at = :at, left_at = NULL
            WHERE channel = :channel AND account = :account AND COALESCE(used_at, 0) < :at
            """)
        .param("at", at.toEpochMilli())
        .param("channel", account.channel())
        .param("account", account.account())
        .update();
  }

  @Override
  public Optional<Person> leaderOf(Person person) {
    return person.leader().flatMap(this::find);
  }

  @Override
  public Set<String> below(String leader) {
    // UNION drops whom it found already, so that a circle of leaders ends too.
    List<String> found =
        jdbc.sql(
                """
                WITH RECURSIVE below (id) AS (
                  SELECT id FROM person WHERE leader = :leader
                  UNION
                  SELECT p.id FROM person p JOIN below b ON p.leader = b.id)
                SELECT id FROM below
                """)
            .param("leader", leader)
            .query((row, number) -> row.getString("id"))
            .list();
    return Set.copyOf(found);
  }

  @Override
  public List<Person> administrators() {
    return jdbc.sql(
            """
            SELECT p.* FROM person p WHERE p.role = 'ADMIN'
              AND EXISTS (
                SELECT 1 FROM person_identity i WHERE i.person = p.id AND i.left_at IS NULL)
            ORDER BY p.name, p.id
            """)
        .query(JdbcPeople::person)
        .list();
  }

  @Override
  public List<Person> all() {
    return jdbc.sql("SELECT * FROM person ORDER BY name, id").query(JdbcPeople::person).list();
  }

  @Override
  public boolean save(Person person, List<Account> accounts) {
    return Boolean.TRUE.equals(transactions.execute(status -> saveNow(person, accounts)));
  }

  @Override
  public boolean left(Account account, Instant at) {
    return Boolean.TRUE.equals(transactions.execute(status -> leftNow(account, at)));
  }

  /** Of a bunch of changes the first is noted: a listing that is about to begin sees them all. */
  @Override
  public void reorganised(String channel, Instant at) {
    boolean expected =
        jdbc.sql("SELECT COUNT(*) FROM directory_run WHERE channel = :channel AND next_at <= :soon")
                .param("channel", channel)
                .param("soon", at.plus(DirectorySync.TOGETHER).toEpochMilli())
                .query(Integer.class)
                .single()
            > 0;
    if (!expected) {
      var happening = new Happening(REORGANISED, Optional.empty(), Optional.empty(), channel, "{}");
      transactions.executeWithoutResult(status -> journal.append(happening));
    }
  }

  private boolean leftNow(Account account, Instant at) {
    Optional<String> person =
        jdbc.sql(
                """
                UPDATE person_identity SET left_at = :at
                WHERE channel = :channel AND account = :account AND left_at IS NULL
                RETURNING person
                """)
            .param("at", at.toEpochMilli())
            .param("channel", account.channel())
            .param("account", account.account())
            .query(String.class)
            .optional();
    person.ifPresent(id -> journal.append(new Happening(LEFT, person, Optional.empty(), id, "{}")));
    return person.isPresent();
  }

  private boolean saveNow(Person person, List<Account> accounts) {
    boolean isNew = find(person.id()).isEmpty();
    boolean newlyReached = !accounts.stream().allMatch(account -> isBehind(person, account));
    jdbc.sql(
            """
            INSERT INTO person (id, name, role, language, team, leader)
            VALUES (:id, :name, :role, :language, :team, :leader)
            ON CONFLICT (id) DO UPDATE SET name = excluded.name, role = excluded.role,
              language = excluded.language, team = excluded.team, leader = excluded.leader
            """)
        .param("id", person.id())
        .param("name", person.name())
        .param("role", person.role().name())
        .param("language", person.language().toLanguageTag())
        .param("team", person.team())
        .param("leader", person.leader().orElse(null))
        .update();
    accounts.forEach(account -> link(person, account));
    if (isNew || newlyReached) {
      journal.append(
          new Happening(SAVED, Optional.of(person.id()), Optional.empty(), person.id(), "{}"));
    }
    return isNew;
  }

  private boolean isBehind(Person person, Account account) {
    return behind(account.channel(), account.account())
        .filter(found -> found.id().equals(person.id()))
        .isPresent();
  }

  private void link(Person person, Account account) {
    jdbc.sql(
            """
            INSERT INTO person_identity (channel, account, person)
            VALUES (:channel, :account, :person)
            ON CONFLICT (channel, account) DO UPDATE SET person = excluded.person, left_at = NULL
            """)
        .param("channel", account.channel())
        .param("account", account.account())
        .param("person", person.id())
        .update();
  }

  private static Person person(ResultSet row, int number) throws SQLException {
    return new Person(
        row.getString("id"),
        row.getString("name"),
        Person.Role.valueOf(row.getString("role")),
        Locale.forLanguageTag(row.getString("language")),
        row.getString("team"),
        Optional.ofNullable(row.getString("leader")));
  }
}
