package io.kouxin.bot.reminder;

import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.outbox.TapHandler;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.work.Work;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/** The room put together: what the house has to run for it. */
public final class Reminding {
  private final TransactionOperations transactions;
  private final People people;
  private final JdbcReminders reminders;
  private final List<Routine> routines;
  private final List<Work> works;
  private final List<TapHandler> tapHandlers;

  /** On a store. */
  public Reminding(Ground ground, Ground.Settings settings) {
    var times = new RemindTimes(ground.calendar(), settings.morningList());
    var cards = new ReminderCards(ground);
    var morning = new MorningList(ground, cards);
    this.transactions = ground.transactions();
    this.people = ground.people();
    this.reminders = new JdbcReminders(ground, times, cards);
    this.routines =
        List.of(
            new Routine(ground, MorningList.NAME, settings.morningList(), morning),
            new Routine(
                ground, EveningSweep.NAME, settings.eveningSweep(), new EveningSweep(ground)));
    this.works =
        List.of(
            new RemindWork(ground, reminders, times, cards, settings.lateness()),
            routines.getFirst(),
            routines.getLast());
    this.tapHandlers =
        List.of(
            new ReminderTaps(ground, reminders, cards, settings.awaited()),
            morning,
            new EveningTaps(ground, cards));
  }

  /** Begins the routines of the day for everybody who has none yet; call it at each start. */
  public void begin() {
    List<String> everybody = people.all().stream().map(Person::id).toList();
    transactions.executeWithoutResult(
        status -> routines.forEach(routine -> everybody.forEach(person -> routine.begin(person))));
  }

  /** What comes up again. */
  public Reminders reminders() {
    return reminders;
  }

  /** To be done by the workshop. */
  public List<Work> works() {
    return works;
  }

  /** To be told by the journal. */
  public List<Reaction> reactions() {
    return List.of(new FollowsTheRecord(reminders), new BeginsRoutines(routines));
  }

  /** To be told by the outbox. */
  public List<TapHandler> tapHandlers() {
    return tapHandlers;
  }
}
