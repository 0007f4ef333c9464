package io.kouxin.bot.console;

import io.kouxin.bot.access.Caller;
import io.kouxin.bot.access.Sight;
import io.kouxin.bot.people.Identities;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.people.Pins;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who works with Kouxin. Adding somebody lets the notes go on that they sent before. */
@RestController
@RequestMapping("/api/v1/people")
@io.swagger.v3.oas.annotations.tags.Tag(name = "People")
class PeopleController {
  private static final int LONGEST = 100;
  private final People people;
  private final Identities identities;
  private final Pins pins;

  PeopleController(People people, Identities identities, Pins pins) {
    this.people = people;
    this.identities = identities;
    this.pins = pins;
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
        .orElseThrow(PeopleController::none);
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Add a person, or replace what is known",
      description =
          "409 if one of the accounts is somebody else's: see POST /people/{id}/accounts. What is"
              + " changed here of name, team or leader stays, whatever the company's directory says,"
              + " until DELETE /api/v1/people/{id}/pins.")
  PersonJson save(@PathVariable String id, @RequestBody PersonJson json, Caller caller) {
    var person =
        new Person(
            id(id),
            given("name", json.name()),
            role(given("role", json.role())),
            Locale.forLanguageTag(
                Language.of(Optional.ofNullable(json.language()).orElse("zh")).code()),
            Optional.ofNullable(json.team()).orElse(""),
            Optional.ofNullable(json.leader()).filter(leader -> !leader.isBlank()));
    if (person.leader().filter(leader -> people.find(leader).isEmpty()).isPresent()) {
      throw Problem.badRequest("'leader' must be the id of a person.");
    }
    Optional<Person> before = people.find(id);
    List<Account> accounts = Optional.ofNullable(json.accounts()).orElse(List.of());
    if (!identities.save(
        person, accounts.stream().map(PeopleController::whole).toList(), caller.id())) {
      throw Problem.conflict(
          "An account belongs to somebody else. To make two people one, use POST"
              + " /api/v1/people/{id}/accounts.");
    }
    pins.changed(before.orElseGet(() -> unplaced(person)), person);
    return PersonJson.of(person);
  }

  /** Of somebody new the name is only what there was: a directory may know a better one. */
  private static Person unplaced(Person person) {
    return new Person(
        person.id(), person.name(), person.role(), person.language(), "", Optional.empty());
  }

  @DeleteMapping("/{id}/pins")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Hand name, team and leader of a person back to the company's directory")
  void release(@PathVariable String id) {
    if (people.find(id).isEmpty()) {
      throw none();
    }
    pins.release(id);
  }

  @PostMapping("/{id}/accounts")
  @Operation(
      summary = "Make an account this person's too",
      description =
          "If it is the only account of somebody else, the two become one person: all that is known"
              + " of the other moves here.")
  PersonJson link(@PathVariable String id, @RequestBody AccountJson json, Caller caller) {
    Account account = json.whole();
    return switch (identities.link(id, account, caller.id())) {
      case LINKED, MERGED ->
          PersonJson.of(people.find(id).orElseThrow(PeopleController::none))
              .at(people.accounts(id));
      case SOMEBODY_ELSES ->
          throw Problem.conflict(
              "This account belongs to somebody who has others too. Take it from them first.");
      case NOBODY -> throw none();
    };
  }

  @DeleteMapping("/{id}/accounts")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take an account from this person; what they said stays")
  void unlink(
      @PathVariable String id,
      @RequestParam String channel,
      @RequestParam String account,
      Caller caller) {
    if (!identities.unlink(id, new Account(channel, account), caller.id())) {
      throw Problem.notFound("There is no such account of a person with this id.");
    }
  }

  /** An account, such as {@code wecom} and a user's id there. */
  record AccountJson(@Nullable String channel, @Nullable String account) {
    Account whole() {
      return new Account(given("channel", channel), given("account", account));
    }
  }

  private static Account whole(@Nullable Account account) {
    if (account == null) {
      throw Problem.badRequest("'accounts' must not have holes.");
    }
    return new AccountJson(account.channel(), account.account()).whole();
  }

  /** The record keeps ids beside the names of those who are no people. */
  private static String id(String id) {
    if (!id.matches("[\\p{L}\\p{N}._@-]{1,100}")
        || id.equalsIgnoreCase(Caller.Administrator.TOKEN)) {
      throw Problem.badRequest(
          "The id must have 1 to 100 letters, digits or . _ @ -, and 'administrator' is taken.");
    }
    return id;
  }

  private static RuntimeException none() {
    return Problem.notFound("There is no person with this id.");
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
