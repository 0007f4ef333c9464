package io.kouxin.bot.doctor;

import io.kouxin.bot.people.People;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.people.Person.Role;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.channel.Directory;
import io.kouxin.integrations.channel.Directory.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Whom a platform lets us see of those whom we know there: nobody else gets a message, and no
 * leader of theirs is found.
 */
final class VisibleRange implements Examination {
  /** Calls at once: a company of hundreds in seconds, and far from a platform's limits. */
  private static final int AT_ONCE = 8;

  private final People people;
  private final Directory directory;

  VisibleRange(People people, Directory directory) {
    this.people = people;
    this.directory = directory;
  }

  @Override
  public String name() {
    return directory.name() + ".people";
  }

  /** Somebody we know, and what the platform shows of them. */
  private record Seen(Person person, Optional<Member> member) {}

  @Override
  public List<Finding> findings() {
    List<Callable<Seen>> questions =
        people.all().stream()
            .flatMap(person -> account(person).map(account -> question(person, account)))
            .toList();
    if (questions.isEmpty()) {
      return List.of(new Finding(name(), State.OK, "people-none"));
    }
    return ask(questions)
        .map(this::findings)
        .orElseGet(() -> List.of(new Finding(name(), State.UNKNOWN, "people-unknown")));
  }

  private Stream<Account> account(Person person) {
    return people.account(person.id(), directory.name()).stream();
  }

  private Callable<Seen> question(Person person, Account account) {
    return () -> new Seen(person, directory.member(account.account()));
  }

  /** Empty if the platform does not answer. */
  private static Optional<List<Seen>> ask(List<Callable<Seen>> questions) {
    ExecutorService asking = Executors.newFixedThreadPool(AT_ONCE, Thread.ofVirtual().factory());
    try {
      List<Seen> seen = new ArrayList<>();
      for (Future<Seen> answer : asking.invokeAll(questions)) {
        seen.add(answer.get());
      }
      return Optional.of(seen);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ChannelException) {
        return Optional.empty();
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      asking.shutdownNow();
    }
  }

  private List<Finding> findings(List<Seen> seen) {
    List<Person> hidden =
        seen.stream().filter(one -> one.member().isEmpty()).map(Seen::person).toList();
    List<Person> alone = seen.stream().filter(this::isAlone).map(Seen::person).toList();
    List<Finding> found = new ArrayList<>();
    if (!hidden.isEmpty()) {
      State state = hidden.size() == seen.size() ? State.BROKEN : State.WARNING;
      found.add(new Finding(name(), state, "people-hidden", named(hidden)));
    } else {
      found.add(new Finding(name(), State.OK, "people-ok", Map.of("n", seen.size())));
    }
    if (!alone.isEmpty()) {
      found.add(
          new Finding(
              directory.name() + ".leaders", State.WARNING, "leaders-hidden", named(alone)));
    }
    return found;
  }

  /** A rep for whom there is no leader to be told: not there, and not here. */
  private boolean isAlone(Seen seen) {
    return seen.person().role() == Role.REP
        && seen.member().filter(member -> member.leaders().isEmpty()).isPresent()
        && people.leaderOf(seen.person()).flatMap(leader -> people.reach(leader.id())).isEmpty();
  }

  private static Map<String, ?> named(List<Person> people) {
    String names = people.stream().map(Person::name).sorted().collect(Collectors.joining("、"));
    return Map.of("n", people.size(), "names", names);
  }
}
