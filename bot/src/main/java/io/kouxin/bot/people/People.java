package io.kouxin.bot.people;

import java.util.List;
import java.util.Optional;

/** Who is writing, in which team, who leads it. */
public interface People {

  /** The person with this id. */
  Optional<Person> find(String id);

  /** The person behind an account of a channel. */
  Optional<Person> behind(String channel, String account);

  /** The account under which a person is reached on a channel. */
  Optional<Account> account(String person, String channel);

  /** The account a person is best reached at, on whatever channel. */
  Optional<Account> reach(String person);

  /** The one who leads this person. */
  Optional<Person> leaderOf(Person person);

  /** Everybody, by name. */
  List<Person> all();

  /** Adds a person or replaces what is known, with their accounts. Says whether they were new. */
  boolean save(Person person, List<Account> accounts);

  /** A person's account on a channel. */
  record Account(String channel, String account) {}
}
