package io.kouxin.bot.customer;

import java.util.List;
import java.util.Optional;

/**
 * One we sell to. Everything but the id is a label that may change.
 *
 * @param id opaque and stable, the only thing that stands in addresses
 * @param code what the company's own books call it
 * @param aliases other names for it, as people say them
 * @param owner the id of the person who looks after it
 */
public record Customer(
    String id,
    Optional<String> code,
    String name,
    List<String> aliases,
    List<Contact> contacts,
    Optional<String> owner) {
  public Customer {
    aliases = List.copyOf(aliases);
    contacts = List.copyOf(contacts);
  }

  /** Never names anybody: this text ends up in logs. */
  @Override
  public String toString() {
    return "Customer[" + id + "]";
  }
}
