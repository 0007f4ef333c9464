package io.kouxin.bot.access;

import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Optional;
import org.springframework.http.ResponseCookie;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** Programs, people and tickets of the store. */
public final class StoredRegister implements Register, SignIn {
  private final Tokens tokens;
  private final Tickets tickets;
  private final Sessions sessions;
  private final Ground ground;

  /** What it stands on. */
  public record Ground(
      JdbcClient jdbc,
      TransactionOperations transactions,
      Journal journal,
      People people,
      Clock clock) {}

  /** On a store; sessions are sealed with this token. */
  public StoredRegister(Ground ground, Tokens tokens, AdminToken seal) {
    this.ground = ground;
    this.tokens = tokens;
    this.tickets = new Tickets(ground.jdbc(), ground.clock());
    this.sessions = new Sessions(seal, ground.clock());
  }

  @Override
  public Optional<Caller.Program> program(String secret) {
    return tokens.holder(secret);
  }

  @Override
  public Optional<Person> person(String id) {
    return ground.people().find(id).filter(this::isHere);
  }

  /** Whoever can be reached nowhere any more has left. */
  private boolean isHere(Person person) {
    return !ground.people().accounts(person.id()).isEmpty();
  }

  @Override
  public Optional<Person> behind(Account account) {
    return ground
        .people()
        .behind(account)
        .filter(person -> ground.people().accounts(person.id()).contains(account));
  }

  @Override
  public Optional<Person> redeem(String ticket) {
    return tickets.redeem(ticket).flatMap(this::person);
  }

  @Override
  public void signedIn(Caller caller) {
    note("access.signed-in", caller.id(), caller.id());
  }

  @Override
  public ResponseCookie open(Person person, boolean secure) {
    Caller caller = Caller.of(person);
    signedIn(caller);
    return sessions.open(Sessions.holder(person), secure);
  }

  @Override
  public boolean isIn(HttpServletRequest request) {
    return sessions.holder(request).flatMap(this::holding).isPresent();
  }

  @Override
  public ResponseCookie close() {
    return Sessions.close();
  }

  @Override
  public String link(Person person, String by) {
    note("access.link-made", by, person.id());
    return "/login/ticket?ticket=" + tickets.issue(person.id());
  }

  private void note(String kind, String by, String person) {
    var entry = new Happening(kind, Optional.of(by), Optional.empty(), person, "{}");
    ground.transactions().executeWithoutResult(status -> ground.journal().append(entry));
  }
}
