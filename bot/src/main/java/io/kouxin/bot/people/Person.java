package io.kouxin.bot.people;

import java.util.Locale;
import java.util.Optional;

/**
 * Somebody who works with Kouxin.
 *
 * @param id opaque and stable
 * @param name what others call them
 * @param language the language they speak and read
 * @param team may be empty
 * @param leader the id of the person who leads them
 */
public record Person(
    String id, String name, Role role, Locale language, String team, Optional<String> leader) {

  /** What they mainly do here. */
  public enum Role {
    REP,
    MANAGER,
    ADMIN
  }
}
