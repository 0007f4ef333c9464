package io.kouxin.bot.reminder;

import io.kouxin.bot.calendar.WorkCalendar;
import io.kouxin.bot.followup.Contact;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.DueTime;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.Quote;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.wording.Moments;
import io.kouxin.bot.wording.Sentences;
import io.kouxin.bot.wording.Wording;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a reminder looks like, in the language of its reader. */
final class ReminderCards {
  static final String DONE = "done";
  static final String HOUR = "hour";
  static final String MORNING = "morning";
  static final String RETIME = "retime";

  /** Later than this, the reminder says so. */
  private static final Duration LATE = Duration.ofMinutes(5);

  private final Clock clock;
  private final ZoneId zone;
  private final Wording wording;
  private final People people;
  private final Moments moments;

  ReminderCards(Ground ground) {
    WorkCalendar calendar = ground.calendar();
    this.clock = ground.clock();
    this.zone = calendar.zone();
    this.wording = ground.wording();
    this.people = ground.people();
    this.moments = new Moments(clock, zone);
  }

  Sentences speaking(FollowUp followUp) {
    Locale language = people.find(followUp.rep()).map(Person::language).orElse(followUp.language());
    return wording.in(language);
  }

  /**
   * A card with its buttons.
   *
   * @param late by how much it comes too late
   */
  Card card(FollowUp followUp, Reminder reminder, Duration late) {
    Sentences say = speaking(followUp);
    String title = title(say, followUp);
    return Card.of(title.isEmpty() ? action(say, reminder) : title, text(followUp, reminder, late))
        .withButtons(
            List.of(
                new Button(DONE, say.button("done"), Style.PRIMARY),
                new Button(HOUR, say.button("hour"), Style.NORMAL),
                new Button(MORNING, say.button("morning"), Style.NORMAL),
                new Button(RETIME, say.button("retime"), Style.NORMAL)));
  }

  /** The customer and whom to see there; empty if nobody knows either. */
  String title(Sentences say, FollowUp followUp) {
    return say.say(
        "draft.title",
        Map.of(
            "customer", followUp.customer().map(CustomerRef::name), "contact", contact(followUp)));
  }

  String text(FollowUp followUp, Reminder reminder, Duration late) {
    Sentences say = speaking(followUp);
    Map<String, Object> values =
        Map.of(
            "action", action(say, reminder),
            "customer", reminder.customer(),
            "contact", contact(followUp),
            "last_quote", Quote.best(followUp),
            "time", when(reminder, say.language()),
            "due", moments.at(reminder.dueAt(), say.language()),
            "left", moments.distance(reminder.dueAt(), say.language()),
            "minutes", late.toMinutes());
    if (late.compareTo(LATE) > 0) {
      return say.say("reminder.late", values);
    }
    boolean ahead = clock.instant().isBefore(reminder.dueAt());
    return reminder.dueKind() == DueTime.Kind.DEADLINE && ahead
        ? say.say("reminder.deadline", values)
        : say.say("reminder.at", values);
  }

  /** One line of the list of the day. */
  String item(Sentences say, Reminder reminder) {
    String time = reminder.dueKind() == DueTime.Kind.DAY ? "" : moments.time(reminder.dueAt());
    return say.say(
        "mine.item",
        Map.of("customer", reminder.customer(), "action", action(say, reminder), "due", time));
  }

  /** The line on a card of a step that is done. */
  String doneAt(Sentences say, Instant at) {
    return say.say("reminder.done_at", Map.of("time", moments.time(at)));
  }

  /** The line on a card that comes again. */
  String again(Sentences say, Instant at) {
    return say.say("reminder.moved", Map.of("due_full", moments.at(at, say.language())));
  }

  private String when(Reminder reminder, Locale language) {
    Instant due = reminder.dueAt();
    boolean today =
        due.atZone(zone).toLocalDate().equals(clock.instant().atZone(zone).toLocalDate());
    if (reminder.dueKind() == DueTime.Kind.DAY) {
      return moments.day(due.atZone(zone).toLocalDate(), language);
    }
    return today ? moments.time(due) : moments.at(due, language);
  }

  private static String action(Sentences say, Reminder reminder) {
    return reminder.action().isBlank() ? say.say("reminder.action") : reminder.action();
  }

  private static String contact(FollowUp followUp) {
    return followUp.people().stream().findFirst().map(Contact::called).orElse("");
  }
}
