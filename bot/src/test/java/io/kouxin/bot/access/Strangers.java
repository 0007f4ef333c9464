package io.kouxin.bot.access;

import io.kouxin.bot.people.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.TransientDataAccessResourceException;

/** A register in memory; a new one knows nobody. */
public final class Strangers implements Register {
  final Map<String, Caller.Program> programs = new HashMap<>();
  final Map<String, Person> people = new HashMap<>();
  final List<String> signedIn = new ArrayList<>();
  int asked;
  boolean away;

  @Override
  public Optional<Caller.Program> program(String secret) {
    asked++;
    if (away) {
      throw new TransientDataAccessResourceException("the store is away");
    }
    return Optional.ofNullable(programs.get(secret));
  }

  @Override
  public Optional<Person> person(String id) {
    asked++;
    return Optional.ofNullable(people.get(id));
  }

  @Override
  public void signedIn(Caller caller) {
    signedIn.add(caller.id());
  }
}
