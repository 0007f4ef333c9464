package io.kouxin.bot.access;

import io.kouxin.bot.people.Person;
import java.util.Optional;

/** Whom the door knows besides the administrator's token. */
public interface Register {

  /** The program that shows this secret. */
  Optional<Caller.Program> program(String secret);

  /** The person with this id, as they are now; empty if they left. */
  Optional<Person> person(String id);

  /**
   * Who holds a session. Asked each time, so that who left or has another role now is out at once.
   */
  default Optional<Caller> holding(String holder) {
    return holder.equals(Sessions.ADMINISTRATOR)
        ? Optional.of(new Caller.Administrator(Optional.empty()))
        : person(Sessions.person(holder))
            .filter(person -> Sessions.holder(person).equals(holder))
            .map(Caller::of);
  }

  /** Writes down that somebody signed in. */
  void signedIn(Caller caller);
}
