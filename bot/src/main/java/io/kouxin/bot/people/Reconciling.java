package io.kouxin.bot.people;

import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person.Role;
import io.kouxin.bot.people.Pins.What;
import io.kouxin.bot.people.Roll.Entry;
import io.kouxin.bot.work.Sequence;
import io.kouxin.integrations.channel.Directory.Member;
import io.kouxin.integrations.channel.Directory.Roster;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Makes people what a directory says of them: name, team, leader, and whether they are there at
 * all. What the directory leaves empty and what an administrator decided stays as it is.
 */
final class Reconciling {
  /** In one transaction: others wait for it. */
  private static final int BATCH = 100;

  /** So few may be gone at once whatever their share. */
  private static final int FEW = 2;

  private static final int BELIEVED_PERCENT = 30;

  private final TransactionOperations transactions;
  private final People people;
  private final Roll roll;
  private final Locale language;

  /**
   * Of these people.
   *
   * @param language of leaders who become people
   */
  Reconciling(TransactionOperations transactions, People people, Roll roll, Locale language) {
    this.transactions = transactions;
    this.people = people;
    this.roll = roll;
    this.language = language;
  }

  /** What it came to; {@code doubted} if those who are gone were left as they are. */
  record Outlook(int members, int departments, int changed, int gone, boolean doubted) {}

  /**
   * What one run knows, so that nobody is asked for in the store who did not change.
   *
   * @param entries those we know there, with those who are added
   * @param away who is in a directory that goes before this one
   */
  private record Known(
      String channel,
      Map<String, Member> members,
      Map<String, Entry> entries,
      Map<String, Set<What>> pins,
      Set<String> away) {

    Optional<Member> member(String account) {
      return Optional.ofNullable(members.get(key(account)));
    }

    Optional<Entry> entry(String account) {
      return Optional.ofNullable(entries.get(key(account)));
    }

    /** Whether a directory that goes first says who this is, or an administrator does. */
    boolean keeps(Person person, What what) {
      return away.contains(person.id()) || pins.getOrDefault(person.id(), Set.of()).contains(what);
    }
  }

  /**
   * Takes over a listing.
   *
   * @param entries whom we knew there when it began
   * @param acceptLosses whether any number may be gone
   */
  Outlook apply(String channel, Roster roster, List<Entry> entries, boolean acceptLosses) {
    Known known =
        new Known(
            channel,
            byKey(roster.members(), Member::account),
            byKey(entries, Entry::account),
            roll.pins(),
            roll.ledElsewhere(channel));
    List<Entry> gone =
        entries.stream()
            .filter(entry -> !entry.left() && known.member(entry.account()).isEmpty())
            .toList();
    long present = entries.stream().filter(entry -> !entry.left()).count();
    boolean tooMany =
        gone.size() > FEW && gone.size() * 100L > present * BELIEVED_PERCENT && !acceptLosses;
    int changed = 0;
    for (int from = 0; from < entries.size(); from += BATCH) {
      List<Entry> batch = entries.subList(from, Math.min(from + BATCH, entries.size()));
      changed += inOne(() -> batch.stream().mapToInt(entry -> refresh(entry, known)).sum());
    }
    if (roster.gap().isEmpty() && !tooMany) {
      gone.forEach(entry -> people.left(new Account(channel, entry.account()), roll.now()));
    }
    return new Outlook(
        roster.members().size(), roster.departments(), changed, gone.size(), tooMany);
  }

  private int inOne(IntSupplier work) {
    return Optional.ofNullable(transactions.execute(status -> work.getAsInt())).orElse(0);
  }

  private static <T> Map<String, T> byKey(List<T> all, Function<T, String> account) {
    Map<String, T> found = new HashMap<>();
    all.forEach(one -> found.putIfAbsent(key(account.apply(one)), one));
    return found;
  }

  private static String key(String account) {
    return account.toLowerCase(Locale.ROOT);
  }

  /** How many were changed: one or none. */
  private int refresh(Entry entry, Known known) {
    Optional<Member> member = known.member(entry.account());
    if (member.isEmpty()) {
      return 0;
    }
    boolean returned = entry.left() && roll.returned(known.channel(), entry.account());
    boolean differs = !as(entry.person(), member.get(), known).equals(entry.person());
    if (differs) {
      people
          .find(entry.person().id())
          .map(person -> as(person, member.get(), known))
          .ifPresent(person -> people.save(person, List.of()));
    }
    return differs || returned ? 1 : 0;
  }

  private Person as(Person person, Member member, Known known) {
    String team = member.departments().stream().findFirst().orElse("");
    Optional<String> leader =
        known.keeps(person, What.LEADER) ? Optional.empty() : leader(person, member, known);
    return new Person(
        person.id(),
        member.name().isBlank() || known.keeps(person, What.NAME) ? person.name() : member.name(),
        person.role(),
        person.language(),
        team.isBlank() || known.keeps(person, What.TEAM) ? person.team() : team,
        leader.or(person::leader));
  }

  /** The nearest one who can be reached; for a rep somebody always has to be. */
  private Optional<String> leader(Person person, Member member, Known known) {
    for (String account : member.leaders()) {
      Optional<Entry> there = known.entry(account);
      Optional<Member> stranger = there.isPresent() ? Optional.empty() : known.member(account);
      boolean reached =
          there.filter(one -> !one.left() && !one.person().id().equals(person.id())).isPresent();
      if (reached) {
        return there.map(one -> one.person().id());
      }
      if (stranger.isPresent() && person.role() == Role.REP) {
        return Optional.of(add(account, stranger.get(), known));
      }
    }
    return Optional.empty();
  }

  /** Who leads a rep is a manager from now on: what cannot wait has to reach somebody. */
  private String add(String account, Member member, Known known) {
    String name = member.name().isBlank() ? account : member.name();
    String team = member.departments().stream().findFirst().orElse("");
    var manager = new Person(Sequence.next(), name, Role.MANAGER, language, team, Optional.empty());
    people.save(manager, List.of(new Account(known.channel(), account)));
    known.entries().put(key(account), new Entry(manager, account, false));
    return manager.id();
  }
}
