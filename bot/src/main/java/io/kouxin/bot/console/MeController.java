package io.kouxin.bot.console;

import io.kouxin.bot.access.Caller;
import io.kouxin.bot.access.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
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
   */
  record Me(String id, String name, String role, List<String> scopes) {
    static Me of(Caller caller) {
      return switch (caller) {
        case Caller.Administrator admin -> new Me(admin.id(), admin.name(), "admin", List.of());
        case Caller.Member member ->
            new Me(
                member.id(),
                member.name(),
                member.person().role().name().toLowerCase(Locale.ROOT),
                List.of());
        case Caller.Program program ->
            new Me(
                program.id(),
                program.name(),
                "program",
                program.scopes().stream().map(Scope::code).sorted().toList());
      };
    }
  }

  @GetMapping("/api/v1/me")
  @Operation(summary = "Who the caller is")
  Me me(Caller caller) {
    return Me.of(caller);
  }
}
