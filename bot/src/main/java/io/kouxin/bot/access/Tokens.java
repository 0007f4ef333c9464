package io.kouxin.bot.access;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The keys of programs. */
public interface Tokens {
  /** What every secret begins with, so that scanners for lost secrets find it. */
  String PREFIX = "kx_";

  /** All that were ever made, newest first. */
  List<Token> list();

  /** Makes one, with its journal entry. The secret is in the answer and nowhere else. */
  Made make(Wanted wanted, Caller by);

  /** Ends one, with its journal entry; false if there is none with this id that still lives. */
  boolean revoke(String id, Caller by);

  /** Who shows this secret; empty if it opens nothing (any more). Notes that it was used. */
  Optional<Caller.Program> holder(String secret);

  /** What people call the administrator's token or a program, by {@link Caller#id}. */
  Optional<String> nameOf(String caller);

  /** What a new one shall open, and until when; without an end it lasts until it is revoked. */
  record Wanted(String name, Set<Scope> scopes, Optional<Instant> expiresAt) {}

  /** A new token and the secret to be shown once. */
  record Made(Token token, String secret) {
    @Override
    public String toString() {
      return "Made[" + token + ", hidden]";
    }
  }
}
