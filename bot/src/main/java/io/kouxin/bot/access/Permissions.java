package io.kouxin.bot.access;

import static io.kouxin.bot.access.Permissions.Members.ALL;
import static io.kouxin.bot.access.Permissions.Members.MANAGERS;
import static io.kouxin.bot.access.Permissions.Members.NONE;

import io.kouxin.bot.people.Person;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/**
 * The one table of what is open to whom. Administrators may do everything; what stands in no row is
 * open to nobody else. Paths are read by the same parser as that of the dispatcher, so that the two
 * cannot read an address differently. Whose rows a member sees is the matter of {@link Sight}.
 */
public final class Permissions {
  private static final String API = "/api/v1";

  private static final List<Rule> TABLE =
      List.of(
          scoped("GET", API + "/follow-ups", Scope.FOLLOW_UPS_READ, ALL),
          scoped("GET", API + "/follow-ups/{id}", Scope.FOLLOW_UPS_READ, ALL),
          scoped("GET", API + "/follow-ups/{id}/revisions", Scope.FOLLOW_UPS_READ, ALL),
          scoped("PATCH", API + "/follow-ups/{id}", Scope.FOLLOW_UPS_WRITE, ALL),
          scoped("GET", API + "/reminders", Scope.FOLLOW_UPS_READ, ALL),
          scoped("GET", API + "/alerts", Scope.FOLLOW_UPS_READ, ALL),
          scoped("GET", API + "/customers", Scope.CUSTOMERS_READ, ALL),
          scoped("GET", API + "/customers/{id}", Scope.CUSTOMERS_READ, ALL),
          scoped("GET", API + "/customers/{id}/timeline", Scope.FOLLOW_UPS_READ, ALL),
          scoped("POST", API + "/customers", Scope.CUSTOMERS_WRITE, MANAGERS),
          scoped("GET", API + "/people", Scope.PEOPLE_READ, ALL),
          scoped("GET", API + "/people/{id}", Scope.PEOPLE_READ, ALL),
          closed("PUT", API + "/people/{id}"),
          closed("POST", API + "/people/{id}/accounts"),
          closed("POST", API + "/people/{id}/sign-in-links"),
          closed("DELETE", API + "/people/{id}/accounts"),
          closed("DELETE", API + "/people/{id}/pins"),
          scoped("GET", API + "/library/entries", Scope.LIBRARY_READ, ALL),
          scoped("GET", API + "/library/entries/{id}", Scope.LIBRARY_READ, ALL),
          scoped("POST", API + "/library/entries", Scope.LIBRARY_WRITE, NONE),
          scoped("PUT", API + "/library/entries/{id}", Scope.LIBRARY_WRITE, NONE),
          scoped("DELETE", API + "/library/entries/{id}", Scope.LIBRARY_WRITE, NONE),
          leaders("GET", API + "/library/lessons"),
          leaders("POST", API + "/library/lessons/{id}/accept"),
          leaders("POST", API + "/library/lessons/{id}/reject"),
          leaders("POST", API + "/library/lessons/{id}/take-back"),
          scoped("POST", API + "/tag", Scope.TAG, ALL),
          scoped("POST", API + "/tag/why", Scope.TAG, ALL),
          scoped("POST", API + "/facts", Scope.FACTS_WRITE, NONE),
          scoped("GET", API + "/outbox", Scope.OPERATIONS, NONE),
          scoped("POST", API + "/outbox/{id}/retry", Scope.OPERATIONS, NONE),
          scoped("POST", API + "/outbox/{id}/recall", Scope.OPERATIONS, NONE),
          scoped("GET", API + "/teams/groups", Scope.OPERATIONS, NONE),
          closed("PUT", API + "/teams/{team}/group"),
          closed("DELETE", API + "/teams/{team}/group"),
          scoped("GET", API + "/dead-letters", Scope.OPERATIONS, NONE),
          scoped("POST", API + "/dead-letters/{id}/retry", Scope.OPERATIONS, NONE),
          scoped("GET", API + "/doctor", Scope.OPERATIONS, NONE),
          scoped("POST", API + "/doctor/cards", Scope.OPERATIONS, NONE),
          scoped("GET", API + "/directory", Scope.OPERATIONS, NONE),
          scoped("POST", API + "/directory", Scope.OPERATIONS, NONE),
          scoped("GET", API + "/menus/{channel}", Scope.OPERATIONS, NONE),
          scoped("POST", API + "/menus/{channel}", Scope.OPERATIONS, NONE),
          scoped("GET", API + "/callbacks", Scope.OPERATIONS, NONE),
          scoped("GET", API + "/models", Scope.OPERATIONS, NONE),
          scoped("GET", "/actuator/prometheus", Scope.OPERATIONS, NONE),
          closed("GET", "/actuator"),
          closed("GET", "/actuator/health"),
          closed("GET", "/actuator/health/**"),
          closed("GET", API + "/tokens"),
          closed("POST", API + "/tokens"),
          closed("DELETE", API + "/tokens/{id}"),
          closed("GET", API + "/sandbox/**"),
          closed("POST", API + "/sandbox/**"),
          closed("GET", "/"),
          people("GET", OurPages.MINE),
          people("GET", OurPages.LIBRARY),
          people("GET", OurPages.CHECK_IN),
          people("POST", API + "/check-ins"),
          people("GET", API + "/js-signature"),
          open(API + "/me"),
          open(API + "/wording"),
          open("/v3/api-docs/**"),
          open("/v3/api-docs.yaml"),
          open("/swagger-ui.html"),
          open("/swagger-ui/**"),
          open("/error"));

  /** Which people may, besides administrators. */
  enum Members {
    ALL,
    MANAGERS,
    NONE
  }

  /** What a program needs; one that only has to be known needs no scope. */
  private record Rule(
      String method, PathPattern path, boolean programs, Optional<Scope> scope, Members members) {

    boolean matches(String asked, PathContainer address) {
      return method.equals(asked) && path.matches(address);
    }

    Optional<Refusal> refusal(Caller caller) {
      return switch (caller) {
        case Caller.Administrator all -> Optional.empty();
        case Caller.Program program -> refusal(program);
        case Caller.Member member -> refusal(member.person());
      };
    }

    private Optional<Refusal> refusal(Caller.Program program) {
      return programs
          ? scope.filter(needed -> !program.scopes().contains(needed)).map(Refusal::lacks)
          : Optional.of(Refusal.ADMINISTRATORS_ONLY);
    }

    private Optional<Refusal> refusal(Person person) {
      return switch (members) {
        case ALL -> Optional.empty();
        case MANAGERS ->
            person.role() == Person.Role.REP
                ? Optional.of(Refusal.MANAGERS_ONLY)
                : Optional.empty();
        case NONE -> Optional.of(Refusal.ADMINISTRATORS_ONLY);
      };
    }
  }

  private Permissions() {}

  private static Rule scoped(String method, String path, Scope scope, Members members) {
    return new Rule(method, parsed(path), true, Optional.of(scope), members);
  }

  private static Rule closed(String method, String path) {
    return new Rule(method, parsed(path), false, Optional.empty(), NONE);
  }

  private static Rule people(String method, String path) {
    return new Rule(method, parsed(path), false, Optional.empty(), ALL);
  }

  private static Rule leaders(String method, String path) {
    return new Rule(method, parsed(path), false, Optional.empty(), MANAGERS);
  }

  private static Rule open(String path) {
    return new Rule("GET", parsed(path), true, Optional.empty(), ALL);
  }

  private static PathPattern parsed(String path) {
    return PathPatternParser.defaultInstance.parse(path);
  }

  /** Whether a row of the table, or the open door, is about this. */
  public static boolean know(String method, String path) {
    return OpenPaths.hold(path) || OpenPaths.areSignIn(path) || row(method, path).isPresent();
  }

  /** Why this caller may not do this; empty if he may. */
  static Optional<Refusal> refusal(Caller caller, String method, String path) {
    if (caller instanceof Caller.Administrator) {
      return Optional.empty();
    }
    return row(method, path)
        .map(rule -> rule.refusal(caller))
        .orElseGet(() -> Optional.of(Refusal.ADMINISTRATORS_ONLY));
  }

  private static Optional<Rule> row(String method, String path) {
    String asked = method.equals("HEAD") ? "GET" : method;
    PathContainer address = PathContainer.parsePath(path);
    return TABLE.stream().filter(rule -> rule.matches(asked, address)).findFirst();
  }
}
