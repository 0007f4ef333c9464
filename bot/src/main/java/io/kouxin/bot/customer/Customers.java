package io.kouxin.bot.customer;

import java.util.List;
import java.util.Optional;

/** The customers in the store. */
public interface Customers {

  /** The customer with this id. */
  Optional<Customer> find(String id);

  /** The customer with this code in the company's books, in capitals or as it is written. */
  Optional<Customer> withCode(String code);

  /** All of them, in the order in which they came. */
  List<Customer> all();

  /** Grows with every change, on every node; one cheap query. */
  long version();

  /**
   * Adds a customer, unless there is one with its code, or one with its name where it has no code.
   *
   * @return the added one, or the one that was there
   */
  Customer add(NewCustomer customer);

  /**
   * Adds those that are not there yet, as {@link #add} decides; for imports and demo data.
   *
   * @return how many were added
   */
  int addMissing(List<NewCustomer> customers);

  /**
   * Gives a customer another name; the old one stays as an alias.
   *
   * @return the changed customer, empty when there is none with this id
   * @throws IllegalArgumentException when the name is blank or longer than 200 characters
   */
  Optional<Customer> rename(String id, String name);

  /** Makes all customers of one person another's, in the caller's transaction. */
  void handOver(String from, String to);

  /**
   * Lets a customer be found by one more name.
   *
   * @return the changed customer, empty when there is none with this id
   */
  Optional<Customer> addAlias(String id, String alias);
}
