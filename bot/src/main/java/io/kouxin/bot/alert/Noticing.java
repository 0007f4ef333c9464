package io.kouxin.bot.alert;

import io.kouxin.bot.alert.Alert.State;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.Quote;
import io.kouxin.bot.followup.TagMark;
import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.pack.LibraryItem;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.people.Person.Role;
import io.kouxin.bot.work.Sequence;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Notices what a leader should hear of, and decides when. */
final class Noticing implements Reaction {
  /** What comes this soon after the last message waits, to be told together. */
  static final Duration TOGETHER = Duration.ofMinutes(10);

  private final Ground ground;
  private final AlertRows rows;

  Noticing(Ground ground, AlertRows rows) {
    this.ground = ground;
    this.rows = rows;
  }

  @Override
  public String name() {
    return "alert";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        "follow-up.opened", "follow-up.corrected", "follow-up.joined", "follow-up.restored");
  }

  @Override
  public void react(JournalEntry entry) {
    ground
        .followUps()
        .find(entry.subject())
        .filter(followUp -> followUp.status() != Status.DROPPED)
        .ifPresent(this::notice);
  }

  private void notice(FollowUp followUp) {
    List<TagMark> serious = followUp.asserted().stream().filter(this::isSerious).toList();
    Optional<Person> rep = ground.people().find(followUp.rep()).filter(Noticing::isLed);
    if (!serious.isEmpty() && rep.isPresent()) {
      keep(followUp, serious, rep.flatMap(this::leader));
    }
  }

  /** Who leads others hears of it by saying it. */
  private static boolean isLed(Person rep) {
    return rep.role() != Role.MANAGER && !rep.leader().equals(Optional.of(rep.id()));
  }

  private Optional<String> leader(Person rep) {
    return ground
        .people()
        .leaderOf(rep)
        .map(Person::id)
        .filter(id -> ground.people().reach(id).isPresent());
  }

  private boolean isSerious(TagMark tag) {
    return ground
        .library()
        .apply(tag.entry())
        .filter(item -> item.severity() == LibraryItem.Severity.HIGH)
        .isPresent();
  }

  private void keep(FollowUp followUp, List<TagMark> serious, Optional<String> leader) {
    Instant now = ground.clock().instant();
    Instant when = leader.map(id -> when(id, now)).orElse(now);
    long added =
        serious.stream().filter(tag -> rows.add(alert(followUp, tag, leader, now), when)).count();
    if (added > 0) {
      leader.ifPresent(id -> ground.wakes().wakeAt(Telling.NAME, id, when));
    }
  }

  private static Alert alert(FollowUp followUp, TagMark tag, Optional<String> leader, Instant now) {
    return new Alert(
        Sequence.next(),
        followUp.id(),
        tag.entry(),
        tag.label(),
        followUp.rep(),
        leader,
        followUp.customer().map(CustomerRef::name),
        Quote.of(followUp, tag).orElse(""),
        leader.isPresent() ? State.WAITING : State.UNTOLD,
        now,
        Optional.empty());
  }

  /** At a decent hour, together with what comes in ten minutes, within the leader's budget. */
  private Instant when(String leader, Instant now) {
    Instant at =
        rows.lastTold(leader)
            .filter(last -> !last.isAfter(now))
            .map(last -> last.plus(TOGETHER))
            .filter(next -> next.isAfter(now))
            .orElse(now);
    Instant decent = ground.calendar().nextDecentMoment(at);
    Account account = ground.people().reach(leader).orElseThrow();
    int today = rows.messagesSince(leader, ground.budget().startOfDay(decent));
    return today < ground.budget().perDay(account) ? decent : ground.budget().later(decent);
  }
}
