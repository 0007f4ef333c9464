package io.kouxin.bot.access;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * The key of a program, without its secret.
 *
 * @param name what people call the program
 * @param createdBy the {@link Caller#id} of who made it
 * @param expiresAt from when on it opens nothing; empty if never
 * @param revokedAt since when it opens nothing; empty if it was not revoked
 * @param lastUsedAt to the minute; empty if never
 */
public record Token(
    String id,
    String name,
    Set<Scope> scopes,
    String createdBy,
    Instant createdAt,
    Optional<Instant> expiresAt,
    Optional<Instant> revokedAt,
    Optional<Instant> lastUsedAt) {
  public Token {
    scopes = Set.copyOf(scopes);
  }

  boolean opensAt(Instant now) {
    return revokedAt.isEmpty() && expiresAt.filter(end -> !now.isBefore(end)).isEmpty();
  }
}
