package io.kouxin.bot.console;

import io.kouxin.bot.access.Tokens;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.Person;
import org.springframework.stereotype.Component;

/** What people call those whom the record names by their id. */
@Component
class CallerNames {
  private final People people;
  private final Tokens tokens;

  CallerNames(People people, Tokens tokens) {
    this.people = people;
    this.tokens = tokens;
  }

  /** The name of a person, a program or the administrator; empty if nobody knows the id. */
  String of(String id) {
    return people.find(id).map(Person::name).or(() -> tokens.nameOf(id)).orElse("");
  }
}
