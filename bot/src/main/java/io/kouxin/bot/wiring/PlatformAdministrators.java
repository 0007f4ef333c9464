package io.kouxin.bot.wiring;

import io.kouxin.bot.people.People;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.people.Person.Role;
import io.kouxin.bot.work.Sequence;
import io.kouxin.bot.work.Ticker;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Directory;
import io.kouxin.integrations.channel.Directory.Member;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;

/**
 * Makes those who answer for Kouxin, by its settings, people of it, with their accounts of one
 * platform. Whoever is behind an account already stays who they are. Names come later, when the
 * directory says them.
 */
final class PlatformAdministrators implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(PlatformAdministrators.class);

  /** After the store and before the door: the first stranger has somebody to be asked about. */
  private static final int PHASE = 1;

  private final People people;
  private final Directory directory;
  private final Ticker ticker;
  private final List<String> accounts;
  private final Locale language;
  private volatile boolean running;

  /**
   * Of one platform.
   *
   * @param accounts each as their messages come
   * @param language of those who become new people
   */
  PlatformAdministrators(
      People people, Directory directory, Ticker ticker, List<String> accounts, Locale language) {
    this.people = people;
    this.directory = directory;
    this.ticker = ticker;
    this.accounts = List.copyOf(accounts);
    this.language = language;
  }

  @Override
  public void start() {
    accounts.stream().filter(account -> behind(account).isEmpty()).forEach(this::add);
    if (accounts.stream().anyMatch(this::isNameless)) {
      Thread.ofVirtual().name("administrators").start(this::name);
      ticker.every(Duration.ofMinutes(10), "names of administrators", this::name);
    }
    running = true;
  }

  private void add(String account) {
    var admin = new Person(Sequence.next(), account, Role.ADMIN, language, "", Optional.empty());
    people.save(admin, List.of(new Account(directory.name(), account)));
  }

  /** Asks for the names that are missing; what goes wrong is tried again later. */
  void name() {
    for (String account : accounts.stream().filter(this::isNameless).toList()) {
      try {
        directory
            .member(account)
            .map(Member::name)
            .filter(name -> !name.isBlank())
            .ifPresent(name -> behind(account).ifPresent(person -> save(person, name)));
      } catch (ChannelException e) {
        LOG.info("the name of an administrator has to wait: {}", e.getMessage());
      }
    }
  }

  private void save(Person person, String name) {
    people.save(
        new Person(
            person.id(), name, person.role(), person.language(), person.team(), person.leader()),
        List.of());
  }

  private boolean isNameless(String account) {
    return behind(account).filter(person -> person.name().equals(account)).isPresent();
  }

  private Optional<Person> behind(String account) {
    return people.behind(directory.name(), account);
  }

  @Override
  public void stop() {
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public int getPhase() {
    return PHASE;
  }
}
