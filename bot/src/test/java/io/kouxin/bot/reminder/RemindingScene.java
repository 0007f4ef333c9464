package io.kouxin.bot.reminder;

import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.store.Scene;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.Outbound;
import java.time.Instant;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;

/** The little company with this room at work. */
final class RemindingScene implements AutoCloseable {
  final Scene company;
  final List<Long> lateness = new ArrayList<>();
  final List<String> awaited = new ArrayList<>();
  private final Reminding reminding;

  private RemindingScene(Stores kind) {
    company = new Scene(kind);
    var ground =
        new Ground(
            company.jdbc,
            company.transactions,
            company.clock,
            company.wakes,
            company.calendar,
            company.followUps,
            company.people,
            company.outbox,
            company.wording);
    var settings =
        new Ground.Settings(
            LocalTime.of(8, 10),
            LocalTime.of(18, 40),
            lateness::add,
            (account, followUp) -> awaited.add(followUp));
    reminding = new Reminding(ground, settings);
  }

  /** Promises alone come up, no list and no sweep. */
  static RemindingScene promises(Stores kind) {
    var scene = new RemindingScene(kind);
    Reminding room = scene.reminding;
    scene.company.join(
        room.works().subList(0, 1), room.reactions().subList(0, 1), room.tapHandlers());
    return scene;
  }

  /** The whole room. */
  static RemindingScene days(Stores kind) {
    var scene = new RemindingScene(kind);
    Reminding room = scene.reminding;
    scene.company.join(room.works(), room.reactions(), room.tapHandlers());
    return scene;
  }

  void begin() {
    reminding.begin();
  }

  Reminders reminders() {
    return reminding.reminders();
  }

  /** The journal tells an entry once more. */
  void follow(JournalEntry entry) {
    react(entry);
    company.settle();
  }

  /** The reaction alone, in a transaction of its own. */
  void react(JournalEntry entry) {
    company.transactions.executeWithoutResult(
        status -> reminding.reactions().getFirst().react(entry));
  }

  Work work(String name) {
    return reminding.works().stream().filter(w -> w.name().equals(name)).findFirst().orElseThrow();
  }

  /** The cards a person was sent, changes left out. */
  List<Posted> cardsTo(Person person) {
    return company.to(person).stream()
        .filter(posted -> posted.card().isPresent())
        .filter(posted -> !(posted.message() instanceof Outbound.Change))
        .toList();
  }

  /** When the messages whose keys begin like this may leave. */
  List<Instant> notBefore(String key) {
    return company
        .jdbc
        .sql("SELECT not_before FROM outbox WHERE message LIKE :key")
        .param("key", key + "%")
        .query(Long.class)
        .list()
        .stream()
        .map(Instant::ofEpochMilli)
        .toList();
  }

  @Override
  public void close() {
    company.close();
  }
}
