package io.kouxin.bot.console;

import io.kouxin.bot.access.Caller;
import io.kouxin.bot.access.Scope;
import io.kouxin.bot.access.Token;
import io.kouxin.bot.access.Tokens;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The keys of other systems; for administrators. */
@RestController
@RequestMapping("/api/v1/tokens")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Access")
class TokenController {
  private static final int LONGEST = 100;
  private final Tokens tokens;
  private final CallerNames names;
  private final Clock clock;

  TokenController(Tokens tokens, CallerNames names, Clock clock) {
    this.tokens = tokens;
    this.names = names;
    this.clock = clock;
  }

  /**
   * A token without its secret.
   *
   * @param createdBy the name of who made it
   * @param lastUsedAt to the minute
   */
  record TokenJson(
      String id,
      String name,
      List<String> scopes,
      String createdBy,
      Instant createdAt,
      Optional<Instant> expiresAt,
      Optional<Instant> revokedAt,
      Optional<Instant> lastUsedAt) {}

  /** A new token; its secret is shown here and never again. */
  record Made(TokenJson token, String secret) {}

  /**
   * What to make.
   *
   * @param expiresAt a time such as 2027-03-04T10:30:00+08:00; without it, it never expires
   */
  record Wanted(@Nullable String name, @Nullable List<String> scopes, @Nullable String expiresAt) {}

  @GetMapping
  @Operation(summary = "All tokens that were ever made, newest first, without their secrets")
  Page<TokenJson> list() {
    return Page.whole(tokens.list().stream().map(this::json).toList());
  }

  @PostMapping
  @Operation(
      summary = "Make a token for a program",
      description =
          "The secret (kx_…) is in this answer and nowhere else. Scopes: follow-ups:read,"
              + " follow-ups:write, library:read, library:write, customers:read, customers:write,"
              + " people:read, facts:write, operations, tag.")
  ResponseEntity<Made> make(@RequestBody Wanted wanted, Caller caller) {
    var made = tokens.make(new Tokens.Wanted(name(wanted), scopes(wanted), end(wanted)), caller);
    return ResponseEntity.status(HttpStatus.CREATED)
        .cacheControl(CacheControl.noStore())
        .body(new Made(json(made.token()), made.secret()));
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Revoke a token: it opens nothing from now on")
  void revoke(@PathVariable String id, Caller caller) {
    if (!tokens.revoke(id, caller)) {
      throw Problem.notFound("There is no token with this id that still lives.");
    }
  }

  private TokenJson json(Token token) {
    return new TokenJson(
        token.id(),
        token.name(),
        token.scopes().stream().map(Scope::code).sorted().toList(),
        names.of(token.createdBy()),
        token.createdAt(),
        token.expiresAt(),
        token.revokedAt(),
        token.lastUsedAt());
  }

  private static String name(Wanted wanted) {
    String name = Optional.ofNullable(wanted.name()).map(String::strip).orElse("");
    if (name.isEmpty() || name.length() > LONGEST) {
      throw Problem.badRequest("'name' must have 1 to " + LONGEST + " characters.");
    }
    return name;
  }

  private static Set<Scope> scopes(Wanted wanted) {
    List<String> codes = Optional.ofNullable(wanted.scopes()).orElse(List.of());
    if (codes.isEmpty()) {
      throw Problem.badRequest("'scopes' must name at least one of " + all() + ".");
    }
    return codes.stream().map(TokenController::scope).collect(Collectors.toSet());
  }

  private static Scope scope(@Nullable String code) {
    return Optional.ofNullable(code)
        .flatMap(Scope::of)
        .orElseThrow(() -> Problem.badRequest("'scopes' may name " + all() + "."));
  }

  private static String all() {
    return Stream.of(Scope.values()).map(Scope::code).collect(Collectors.joining(", "));
  }

  private Optional<Instant> end(Wanted wanted) {
    Optional<Instant> end =
        Optional.ofNullable(wanted.expiresAt())
            .map(String::strip)
            .filter(text -> !text.isEmpty())
            .map(TokenController::moment);
    if (end.filter(moment -> !moment.isAfter(clock.instant())).isPresent()) {
      throw badEnd();
    }
    return end;
  }

  private static Instant moment(String text) {
    try {
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw badEnd();
    }
  }

  private static RuntimeException badEnd() {
    return Problem.badRequest(
        "'expiresAt' must be a time to come, such as 2027-03-04T10:30:00+08:00.");
  }
}
