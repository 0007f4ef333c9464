package io.kouxin.bot.alert;

import io.kouxin.bot.people.People;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.people.Person.Role;
import io.kouxin.bot.work.Sequence;
import io.kouxin.integrations.channel.Directory.Member;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Makes a stranger a rep, with the name, team and leader that the company's directory knows. */
final class Newcomers {
  private final People people;
  private final Colleagues colleagues;
  private final Locale language;

  Newcomers(People people, Colleagues colleagues, Locale language) {
    this.people = people;
    this.colleagues = colleagues;
    this.language = language;
  }

  /**
   * What the directory says of a stranger.
   *
   * @param leader the account of the one who leads them, as their messages come
   * @param leads that person
   */
  record Known(Optional<Member> member, Optional<Account> leader, Optional<Member> leads) {}

  /** Asks the directory, outside any transaction. */
  Known look(Account stranger) {
    Optional<Member> member = colleagues.member(stranger);
    Optional<Account> leader =
        member.flatMap(
            found ->
                found.leaders().stream()
                    .findFirst()
                    .map(account -> new Account(stranger.channel(), account)));
    Optional<Member> leads =
        leader.filter(account -> people.behind(account).isEmpty()).flatMap(colleagues::member);
    return new Known(member, leader, leads);
  }

  /** Adds them, in the caller's transaction. */
  void add(Account stranger, Known known) {
    String department = known.member().map(Newcomers::team).orElse("");
    Optional<Person> leader =
        known.leader().map(account -> leader(account, known)).or(this::onlyManager);
    String team = department.isEmpty() ? leader.map(Person::team).orElse("") : department;
    String name = name(known.member(), stranger);
    people.save(person(name, Role.REP, team, leader.map(Person::id)), List.of(stranger));
  }

  /** Who is not known yet is a manager from now on: what cannot wait has to reach somebody. */
  private Person leader(Account account, Known known) {
    return people
        .behind(account)
        .orElseGet(
            () -> {
              String team = known.leads().map(Newcomers::team).orElse("");
              Person manager =
                  person(name(known.leads(), account), Role.MANAGER, team, Optional.empty());
              people.save(manager, List.of(account));
              return manager;
            });
  }

  /** With an id of their own: another person's might be what this account is called. */
  private Person person(String name, Role role, String team, Optional<String> leader) {
    return new Person(Sequence.next(), name, role, language, team, leader);
  }

  private Optional<Person> onlyManager() {
    List<Person> managers =
        people.all().stream().filter(person -> person.role() == Role.MANAGER).toList();
    return managers.stream().findFirst().filter(manager -> managers.size() == 1);
  }

  private static String team(Member member) {
    return member.departments().stream().findFirst().orElse("");
  }

  private static String name(Optional<Member> member, Account account) {
    return member.map(Member::name).filter(name -> !name.isBlank()).orElse(account.account());
  }
}
