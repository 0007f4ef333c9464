package io.kouxin.bot.console;

import io.kouxin.bot.access.Caller;
import io.kouxin.bot.access.Scope;
import io.kouxin.bot.people.Person;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who is asking, as the door sees them. */
@RestController
@Tag(name = "Access", description = "Who may see and do what.")
class MeController {

  /**
   * The caller.
   *
   * @param role admin, manager, rep or program
   * @param scopes of a program
   * @param language of a person; null where none is known
   */
  record Me(String id, String name, String role, List<String> scopes, Optional<String> language) {
    static Me of(Caller caller) {
      return switch (caller) {
        case Caller.Administrator admin ->
            new Me(admin.id(), admin.name(), "admin", List.of(), admin.person().map(Me::language));
        case Caller.Member member ->
            new Me(
                member.id(),
                member.name(),
                member.person().role().name().toLowerCase(Locale.ROOT),
                List.of(),
                Optional.of(language(member.person())));
        case Caller.Program program ->
            new Me(
                program.id(),
                program.name(),
                "program",
                program.scopes().stream().map(Scope::code).sorted().toList(),
                Optional.empty());
      };
    }

    private static String language(Person person) {
      return person.language().getLanguage();
    }
  }

  @GetMapping("/api/v1/me")
  @Operation(summary = "Who the caller is")
  Me me(Caller caller) {
    return Me.of(caller);
  }
}
