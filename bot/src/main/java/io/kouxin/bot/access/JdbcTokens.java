package io.kouxin.bot.access;

import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.work.Sequence;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The keys of programs in the store, by the hash of their secret. */
public final class JdbcTokens implements Tokens {
  private static final Duration BETWEEN_NOTES = Duration.ofMinutes(1);

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Journal journal;
  private final Clock clock;

  /** On a store. */
  public JdbcTokens(
      JdbcClient jdbc, TransactionOperations transactions, Journal journal, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public List<Token> list() {
    return jdbc.sql("SELECT * FROM access_token ORDER BY id DESC").query(JdbcTokens::token).list();
  }

  @Override
  public Made make(Wanted wanted, Caller by) {
    String secret = PREFIX + Secret.fresh();
    var token =
        new Token(
            Sequence.next(),
            wanted.name(),
            wanted.scopes(),
            by.id(),
            Instant.ofEpochMilli(clock.millis()),
            wanted.expiresAt(),
            Optional.empty(),
            Optional.empty());
    transactions.executeWithoutResult(status -> keep(token, Secret.hash(secret)));
    return new Made(token, secret);
  }

  private void keep(Token token, String hash) {
    jdbc.sql(
            """
            INSERT INTO access_token (id, name, sha256, scopes, created_by, created_at, expires_at)
            VALUES (:id, :name, :hash, :scopes, :by, :at, :end)
            """)
        .param("id", token.id())
        .param("name", token.name())
        .param("hash", hash)
        .param("scopes", codes(token.scopes()))
        .param("by", token.createdBy())
        .param("at", token.createdAt().toEpochMilli())
        .param("end", token.expiresAt().map(Instant::toEpochMilli).orElse(null))
        .update();
    note("token.made", token.createdBy(), token.id());
  }

  @Override
  public boolean revoke(String id, Caller by) {
    return Boolean.TRUE.equals(transactions.execute(status -> revokeNow(id, by)));
  }

  private boolean revokeNow(String id, Caller by) {
    int ended =
        jdbc.sql("UPDATE access_token SET revoked_at = :now WHERE id = :id AND revoked_at IS NULL")
            .param("now", clock.millis())
            .param("id", id)
            .update();
    if (ended == 1) {
      note("token.revoked", by.id(), id);
    }
    return ended == 1;
  }

  private void note(String kind, String by, String token) {
    journal.append(new Happening(kind, Optional.of(by), Optional.empty(), token, "{}"));
  }

  @Override
  public Optional<Caller.Program> holder(String secret) {
    if (!secret.startsWith(PREFIX)) {
      return Optional.empty();
    }
    Instant now = clock.instant();
    Optional<Token> found =
        jdbc.sql("SELECT * FROM access_token WHERE sha256 = :hash")
            .param("hash", Secret.hash(secret))
            .query(JdbcTokens::token)
            .optional()
            .filter(token -> token.opensAt(now));
    found.ifPresent(token -> used(token, now));
    return found.map(token -> new Caller.Program(token.id(), token.name(), token.scopes()));
  }

  @Override
  public Optional<String> nameOf(String caller) {
    if (caller.equals(Caller.Administrator.TOKEN)) {
      return Optional.of(caller);
    }
    if (!caller.startsWith(Caller.Program.PREFIX)) {
      return Optional.empty();
    }
    return jdbc.sql("SELECT name FROM access_token WHERE id = :id")
        .param("id", caller.substring(Caller.Program.PREFIX.length()))
        .query(String.class)
        .optional();
  }

  private void used(Token token, Instant now) {
    Instant due = now.minus(BETWEEN_NOTES);
    if (token.lastUsedAt().filter(due::isBefore).isEmpty()) {
      jdbc.sql("UPDATE access_token SET last_used_at = :now WHERE id = :id")
          .param("now", now.toEpochMilli())
          .param("id", token.id())
          .update();
    }
  }

  private static String codes(Set<Scope> scopes) {
    return scopes.stream().map(Scope::code).sorted().collect(Collectors.joining(" "));
  }

  private static Token token(ResultSet row, int number) throws SQLException {
    Set<Scope> scopes =
        Stream.of(row.getString("scopes").split(" "))
            .flatMap(code -> Scope.of(code).stream())
            .collect(Collectors.toSet());
    return new Token(
        row.getString("id"),
        row.getString("name"),
        scopes,
        row.getString("created_by"),
        moment(row, "created_at").orElseThrow(),
        moment(row, "expires_at"),
        moment(row, "revoked_at"),
        moment(row, "last_used_at"));
  }

  private static Optional<Instant> moment(ResultSet row, String column) throws SQLException {
    return Stream.ofNullable(row.getObject(column))
        .map(millis -> Instant.ofEpochMilli(((Number) millis).longValue()))
        .findFirst();
  }
}
