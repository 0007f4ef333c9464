package io.kouxin.bot.access;

import io.kouxin.bot.people.People;
import io.kouxin.bot.people.Person;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whose data a caller may see: a rep sees himself, a manager also all below him, everybody else all
 * (a program needs the scope besides).
 *
 * @param people their ids; empty means everybody
 */
public record Sight(Optional<Set<String>> people) {
  private static final Sight ALL = new Sight(Optional.empty());

  public Sight {
    people = people.map(Set::copyOf);
  }

  /** What this caller may see now. */
  public static Sight of(Caller caller, People people) {
    return switch (caller) {
      case Caller.Administrator all -> ALL;
      case Caller.Program all -> ALL;
      case Caller.Member member -> of(member.person(), people);
    };
  }

  private static Sight of(Person person, People people) {
    Set<String> seen = new HashSet<>();
    seen.add(person.id());
    if (person.role() == Person.Role.MANAGER) {
      seen.addAll(people.below(person.id()));
    }
    return new Sight(Optional.of(seen));
  }

  /** Whether what belongs to this person may be seen. */
  public boolean includes(String person) {
    return people.map(seen -> seen.contains(person)).orElse(true);
  }
}
