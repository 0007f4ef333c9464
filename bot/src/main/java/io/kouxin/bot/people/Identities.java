package io.kouxin.bot.people;

import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.people.People.Account;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Which accounts are one person. An account of somebody who has no other one brings along all that
 * is known of them: two people were one all the time.
 */
public final class Identities {
  /** The journal's word for two people who turned out to be one; its subject is who stays. */
  public static final String MERGED = "person.merged";

  /** The journal's word for a person whom somebody added or changed; its subject is the person. */
  public static final String CHANGED = "person.changed";

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Journal journal;
  private final People people;
  private final List<Belongings> belongings;

  /** Of these people, with what the rooms keep of them. */
  public Identities(
      JdbcClient jdbc,
      TransactionOperations transactions,
      Journal journal,
      People people,
      List<Belongings> belongings) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.journal = journal;
    this.people = people;
    this.belongings = List.copyOf(belongings);
  }

  /** What came of a wish to link an account. */
  public enum Linked {
    /** The account is the person's, and was nobody's before, or theirs already. */
    LINKED,
    /** The account was somebody's only one: they are this person now, with all they had. */
    MERGED,
    /** The account belongs to somebody who has others too; nothing changed. */
    SOMEBODY_ELSES,
    /** There is no such person. */
    NOBODY
  }

  /** Makes an account this person's, in one transaction; {@code by} is who wants it. */
  public Linked link(String person, Account account, String by) {
    return Optional.ofNullable(transactions.execute(status -> linkNow(person, account, by)))
        .orElseThrow();
  }

  private Linked linkNow(String id, Account account, String by) {
    Optional<Person> person = people.find(id);
    if (person.isEmpty()) {
      return Linked.NOBODY;
    }
    Optional<Person> holder = people.behind(account).filter(other -> !other.id().equals(id));
    if (holder.filter(other -> people.accounts(other.id()).size() > 1).isPresent()) {
      return Linked.SOMEBODY_ELSES;
    }
    people.save(person.get(), List.of(account));
    holder.ifPresent(other -> merge(other, person.get(), by));
    return holder.isPresent() ? Linked.MERGED : Linked.LINKED;
  }

  private void merge(Person from, Person to, String by) {
    belongings.forEach(room -> room.move(from.id(), to.id()));
    jdbc.sql("UPDATE person SET leader = :to WHERE leader = :from")
        .param("to", to.id())
        .param("from", from.id())
        .update();
    // Nobody leads himself: who was led by his other half has that one's leader now.
    jdbc.sql("UPDATE person SET leader = :leader WHERE id = :to AND leader = :to")
        .param("leader", from.leader().filter(id -> !id.equals(to.id())).orElse(null))
        .param("to", to.id())
        .update();
    jdbc.sql("DELETE FROM person WHERE id = :from").param("from", from.id()).update();
    note(MERGED, to.id(), by, "{\"from\":\"" + escaped(from.id()) + "\"}");
  }

  /**
   * Adds a person or replaces what is known, with their accounts, in one transaction; {@code by} is
   * who wants it. False if an account is somebody else's: then nothing changed, and {@link #link}
   * says more.
   */
  public boolean save(Person person, List<Account> accounts, String by) {
    return Boolean.TRUE.equals(transactions.execute(status -> saveNow(person, accounts, by)));
  }

  private boolean saveNow(Person person, List<Account> accounts, String by) {
    boolean free =
        accounts.stream()
            .flatMap(account -> people.behind(account).stream())
            .allMatch(holder -> holder.id().equals(person.id()));
    if (free) {
      people.save(person, accounts);
      note(CHANGED, person.id(), by, "{}");
    }
    return free;
  }

  /** Takes an account from this person; false if it is not theirs. What they said stays. */
  public boolean unlink(String person, Account account, String by) {
    return Boolean.TRUE.equals(transactions.execute(status -> unlinkNow(person, account, by)));
  }

  private boolean unlinkNow(String person, Account account, String by) {
    int taken =
        jdbc.sql(
                """
                DELETE FROM person_identity
                WHERE person = :person AND channel = :channel AND account = :account
                """)
            .param("person", person)
            .param("channel", account.channel())
            .param("account", account.account())
            .update();
    if (taken == 1) {
      note("person.unlinked", person, by, "{\"channel\":\"" + escaped(account.channel()) + "\"}");
    }
    return taken == 1;
  }

  private void note(String kind, String person, String by, String data) {
    journal.append(new Happening(kind, Optional.of(by), Optional.empty(), person, data));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"");
  }
}
