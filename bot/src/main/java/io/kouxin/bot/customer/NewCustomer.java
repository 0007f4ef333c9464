package io.kouxin.bot.customer;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/**
 * A customer before it is known. Blanks around and inside the texts are tidied; a blank code or
 * alias is none.
 *
 * @param name must not be blank
 */
public record NewCustomer(
    Optional<String> code,
    String name,
    List<String> aliases,
    List<Contact> contacts,
    Optional<String> owner) {
  private static final int LONGEST = 200;

  public NewCustomer {
    name = tidyName(name);
    code = code.map(NewCustomer::tidy).filter(text -> !text.isEmpty());
    owner = owner.map(NewCustomer::tidy).filter(text -> !text.isEmpty());
    var distinct = new LinkedHashSet<>(aliases.stream().map(NewCustomer::tidy).toList());
    distinct.remove("");
    distinct.remove(name);
    aliases = List.copyOf(distinct);
    contacts = List.copyOf(contacts);
  }

  /** A customer of whom only the name was said, looked after by who said it. */
  public static NewCustomer named(String name, String owner) {
    return new NewCustomer(Optional.empty(), name, List.of(), List.of(), Optional.of(owner));
  }

  /** Never names anybody: this text ends up in logs. */
  @Override
  public String toString() {
    return "NewCustomer[]";
  }

  static String tidyName(String text) {
    String name = tidy(text);
    if (name.isEmpty() || name.length() > LONGEST) {
      throw new IllegalArgumentException(
          "a customer's name has 1 to " + LONGEST + " characters, not " + name.length());
    }
    return name;
  }

  static String tidy(String text) {
    return text.replaceAll("[\\s\\p{Cntrl}\u3000]+", " ").strip();
  }
}
