package io.kouxin.bot.console;

import io.kouxin.bot.access.Sight;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who works with Kouxin. Adding somebody lets the notes go on that they sent before. */
@RestController
@RequestMapping("/api/v1/people")
@io.swagger.v3.oas.annotations.tags.Tag(name = "People")
class PeopleController {
  private static final int LONGEST = 100;
  private final People people;

  PeopleController(People people) {
    this.people = people;
  }

  /**
   * A person.
   *
   * @param role rep, manager or admin
   * @param accounts where they are reached; not shown in lists
   */
  record PersonJson(
      @Nullable String id,
      @Nullable String name,
      @Nullable String role,
      @Nullable String language,
      @Nullable String team,
      @Nullable String leader,
      @Nullable List<Account> accounts) {

    static PersonJson of(Person person) {
      return new PersonJson(
          person.id(),
          person.name(),
          person.role().name().toLowerCase(Locale.ROOT),
          person.language().getLanguage(),
          person.team(),
          person.leader().orElse(null),
          null);
    }

    PersonJson at(List<Account> known) {
      return new PersonJson(id, name, role, language, team, leader, known);
    }
  }

  @GetMapping
  @Operation(summary = "Everybody whom the caller may see, by name")
  Page<PersonJson> list(Sight sight) {
    return Page.whole(
        people.all().stream()
            .filter(person -> sight.includes(person.id()))
            .map(PersonJson::of)
            .toList());
  }

  @GetMapping("/{id}")
  @Operation(summary = "One person, with the accounts they are reached at, the best one first")
  PersonJson one(@PathVariable String id, Sight sight) {
    return people
        .find(id)
        .filter(found -> sight.includes(found.id()))
        .map(found -> PersonJson.of(found).at(people.accounts(id)))
        .orElseThrow(() -> Problem.notFound("There is no person with this id."));
  }

  @PutMapping("/{id}")
  @Operation(summary = "Add a person, or replace what is known")
  PersonJson save(@PathVariable String id, @RequestBody PersonJson json) {
    var person =
        new Person(
            id,
            given("name", json.name()),
            role(given("role", json.role())),
            Locale.forLanguageTag(
                Language.of(Optional.ofNullable(json.language()).orElse("zh")).code()),
            Optional.ofNullable(json.team()).orElse(""),
            Optional.ofNullable(json.leader()).filter(leader -> !leader.isBlank()));
    if (person.leader().filter(leader -> people.find(leader).isEmpty()).isPresent()) {
      throw Problem.badRequest("'leader' must be the id of a person.");
    }
    people.save(person, Optional.ofNullable(json.accounts()).orElse(List.of()));
    return PersonJson.of(person);
  }

  private static String given(String name, @Nullable String value) {
    if (value == null || value.isBlank() || value.length() > LONGEST) {
      throw Problem.badRequest("'" + name + "' must have 1 to " + LONGEST + " characters.");
    }
    return value.strip();
  }

  private static Person.Role role(String text) {
    try {
      return Person.Role.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("'role' must be rep, manager or admin.");
    }
  }
}
