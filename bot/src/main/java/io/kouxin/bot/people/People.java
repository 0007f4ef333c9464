package io.kouxin.bot.people;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Who is writing, in which team, who leads it. */
public interface People {

  /** The person with this id. */
  Optional<Person> find(String id);

  /** The person behind an account of a channel. */
  Optional<Person> behind(String channel, String account);

  /** The person behind an account. */
  default Optional<Person> behind(Account account) {
    return behind(account.channel(), account.account());
  }

  /** The account under which a person is reached on a channel. */
  Optional<Account> account(String person, String channel);

  /** The account a person is best reached at: of all platforms the one they wrote from last. */
  Optional<Account> reach(String person);

  /** Every account a person is reached at, the best one first; those they left are none. */
  List<Account> accounts(String person);

  /** Those who look after the service and can be reached, by name. */
  List<Person> administrators();

  /** The one who leads this person. */
  Optional<Person> leaderOf(Person person);

  /** The ids of all whom this person leads, and whom those lead, and so on. */
  Set<String> below(String leader);

  /** Everybody, by name. */
  List<Person> all();

  /**
   * Notes that its owner wrote from an account: of several, pushes go to the last one, and whoever
   * writes has not left.
   */
  void wroteFrom(Account account, Instant at);

  /** Adds a person or replaces what is known, with their accounts. Says whether they were new. */
  boolean save(Person person, List<Account> accounts);

  /**
   * The platform says that an account cannot use the bot any more: nobody is reached there from now
   * on, and whose it is stays known. False if that was so, or nobody has it.
   */
  boolean left(Account account, Instant at);

  /** People or departments changed on a platform; whoever keeps them looks again. */
  void reorganised(String channel, Instant at);

  /** A person's account on a channel. */
  record Account(String channel, String account) {

    /** Both in one text, for what is kept under it; the inverse of {@link #of}. */
    public String key() {
      return channel + ":" + account;
    }

    /**
     * The account with this key.
     *
     * @throws IllegalArgumentException if it names no channel
     */
    public static Account of(String key) {
      int colon = key.indexOf(':');
      if (colon < 0) {
        throw new IllegalArgumentException("not a channel and an account: " + key);
      }
      return new Account(key.substring(0, colon), key.substring(colon + 1));
    }
  }
}
