package io.kouxin.bot.access;

import io.kouxin.bot.people.Person;
import java.util.Optional;

/** Whom the door knows besides the administrator's token. */
public interface Register {

  /** The program that shows this secret. */
  Optional<Caller.Program> program(String secret);

  /** The person with this id, as they are now; empty if they left. */
  Optional<Person> person(String id);

  /** Writes down that somebody signed in. */
  void signedIn(Caller caller);
}
