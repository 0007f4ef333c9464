package io.kouxin.bot.access;

import io.kouxin.bot.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;

/** Whoever asks, once the door knows them. */
public sealed interface Caller {

  /** What the record keeps of who did something; the id of a person where it is one. */
  String id();

  /** What people call them. */
  String name();

  /**
   * Somebody who looks after the service and may do everything.
   *
   * @param person empty for whoever shows the administrator's token
   */
  record Administrator(Optional<Person> person) implements Caller {
    /** What the record keeps where nobody but the token is known. */
    public static final String TOKEN = "administrator";

    @Override
    public String id() {
      return person.map(Person::id).orElse(TOKEN);
    }

    @Override
    public String name() {
      return person.map(Person::name).orElse(TOKEN);
    }
  }

  /** A rep or a manager in a browser. */
  record Member(Person person) implements Caller {
    @Override
    public String id() {
      return person.id();
    }

    @Override
    public String name() {
      return person.name();
    }
  }

  /**
   * Another system.
   *
   * @param token the id of its token
   * @param name what its token is called
   */
  record Program(String token, String name, Set<Scope> scopes) implements Caller {
    static final String PREFIX = "token:";

    public Program {
      scopes = Set.copyOf(scopes);
    }

    @Override
    public String id() {
      return PREFIX + token;
    }
  }

  /** A person as a caller. */
  static Caller of(Person person) {
    return person.role() == Person.Role.ADMIN
        ? new Administrator(Optional.of(person))
        : new Member(person);
  }

  /**
   * Who sent a request that the door let in.
   *
   * @throws IllegalStateException if it came in without being asked
   */
  static Caller of(HttpServletRequest request) {
    if (request.getAttribute(Caller.class.getName()) instanceof Caller caller) {
      return caller;
    }
    throw new IllegalStateException("Nobody asked who this is: " + request.getRequestURI());
  }
}
