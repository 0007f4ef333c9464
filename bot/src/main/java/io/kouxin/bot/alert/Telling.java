package io.kouxin.bot.alert;

import io.kouxin.bot.alert.Alert.State;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Outbound;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;

/**
 * Tells a leader all that waits for them in one message, and each rep what the leader was told, in
 * the same transaction.
 */
final class Telling implements Work {
  static final String NAME = "alert";

  private final Ground ground;
  private final AlertRows rows;
  private final AlertCards cards;
  private final Groups groups;

  Telling(Ground ground, AlertRows rows, AlertCards cards) {
    this.ground = ground;
    this.rows = rows;
    this.cards = cards;
    this.groups = new Groups(ground, cards);
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Instant> next(String leader) {
    return rows.next(leader);
  }

  @Override
  public void step(String leader) {
    ground.transactions().executeWithoutResult(status -> tell(leader));
  }

  private void tell(String leader) {
    Instant now = ground.clock().instant();
    if (rows.next(leader).filter(at -> !at.isAfter(now)).isEmpty()) {
      return;
    }
    if (ground.calendar().isQuiet(now)) {
      rows.putOff(leader, ground.calendar().nextDecentMoment(now));
      return;
    }
    List<Told> told = standing(rows.waiting(leader));
    Optional<Person> person = ground.people().find(leader);
    Optional<Account> account = ground.people().reach(leader);
    if (person.isEmpty() || account.isEmpty()) {
      told.forEach(one -> one.alerts().forEach(alert -> rows.move(alert, State.UNTOLD)));
    } else if (!told.isEmpty()) {
      tellLeader(person.get(), account.get(), told, now);
      tellReps(person.get(), told);
    }
  }

  /** What still holds, by follow-up, oldest first; the rest is withdrawn. */
  private List<Told> standing(List<Alert> waiting) {
    Map<String, List<Alert>> byFollowUp = new LinkedHashMap<>();
    for (Alert alert : waiting) {
      byFollowUp.computeIfAbsent(alert.followUp(), id -> new ArrayList<>()).add(alert);
    }
    List<Told> told = new ArrayList<>();
    byFollowUp.forEach(
        (id, alerts) -> {
          FollowUp followUp = ground.followUps().find(id).orElseThrow();
          List<Alert> rest = alerts.stream().filter(alert -> stands(followUp, alert)).toList();
          if (!rest.isEmpty()) {
            Person rep = ground.people().find(followUp.rep()).orElseThrow();
            told.add(new Told(followUp, rep, rest));
          }
        });
    return told;
  }

  private boolean stands(FollowUp followUp, Alert alert) {
    boolean stands = alert.stands(followUp);
    if (!stands) {
      rows.move(alert, State.WITHDRAWN);
    }
    return stands;
  }

  private void tellLeader(Person leader, Account account, List<Told> told, Instant now) {
    String key = key(told);
    Card card =
        told.size() == 1 ? cards.single(leader, told.getFirst()) : cards.merged(leader, told);
    var push = new Outbound.Push(key, Optional.of(card), card.body(), true);
    ground.outbox().post(Post.punctual(account, push, AlertTaps.OWNER, key));
    groups.tell(key, leader, told);
    for (Told one : told) {
      for (Alert alert : one.alerts()) {
        if (!rows.told(alert, key, now)) {
          throw new OptimisticLockingFailureException("alert " + alert.id() + " changed meanwhile");
        }
      }
    }
  }

  /** What is told once more after it was taken back is another message. */
  private static String key(List<Told> told) {
    Alert first = told.getFirst().alerts().getFirst();
    return "alert:"
        + first.id()
        + first.toldAt().map(before -> ":" + before.toEpochMilli()).orElse("");
  }

  private void tellReps(Person leader, List<Told> told) {
    Map<Person, List<Told>> byRep = new LinkedHashMap<>();
    told.forEach(one -> byRep.computeIfAbsent(one.rep(), rep -> new ArrayList<>()).add(one));
    byRep.forEach(
        (rep, theirs) -> {
          String text =
              groups.reading(rep).isPresent()
                  ? cards.repToldWithGroup(rep, leader, theirs)
                  : cards.repTold(rep, leader, theirs);
          var push = new Outbound.Push(key(theirs) + ":rep", Optional.empty(), text);
          Account to = theirs.getLast().followUp().account();
          ground.outbox().post(Post.punctual(to, push, "", ""));
        });
  }

  @Override
  public Optional<String> setAside(String leader, String reason) {
    List<Alert> waiting = rows.waiting(leader);
    waiting.forEach(alert -> rows.move(alert, State.UNTOLD));
    return waiting.stream().findFirst().map(alert -> leader);
  }

  /** Everything of this leader that nobody was told. */
  @Override
  public void revive(String leader) {
    rows.wait(leader, ground.clock().instant());
    ground.wakes().wake(NAME, leader);
  }
}
