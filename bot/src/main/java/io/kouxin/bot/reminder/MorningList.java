package io.kouxin.bot.reminder;

import io.kouxin.bot.calendar.WorkCalendar;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.outbox.TapHandler;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.reminder.Reminder.State;
import io.kouxin.bot.wording.Sentences;
import io.kouxin.bot.wording.Wording;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import io.kouxin.integrations.channel.Outbound;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the day needs, in one message in the morning, and one card each when asked for. */
final class MorningList implements Routine.Saying, TapHandler {
  static final String NAME = "morning-list";
  private static final String ALL = "all";
  private static final int NAMED = 3;
  private static final int CARDS = 6;

  private final Clock clock;
  private final WorkCalendar calendar;
  private final FollowUps followUps;
  private final People people;
  private final Outbox outbox;
  private final Wording wording;
  private final ReminderRows rows;
  private final ReminderCards cards;

  MorningList(Ground ground, ReminderCards cards) {
    this.clock = ground.clock();
    this.calendar = ground.calendar();
    this.followUps = ground.followUps();
    this.people = ground.people();
    this.outbox = ground.outbox();
    this.wording = ground.wording();
    this.rows = new ReminderRows(ground.jdbc());
    this.cards = cards;
  }

  @Override
  public boolean isFor(LocalDate day) {
    return calendar.isWorkingDay(day);
  }

  @Override
  public void say(Person person, LocalDate day) {
    List<Kept> today = rows.onList(person.id(), day);
    Optional<Account> account = people.reach(person.id());
    if (today.isEmpty() || account.isEmpty()) {
      return;
    }
    Sentences say = wording.in(person.language());
    String text = say.say("reminder.morning", values(say, person, today));
    String title = say.say("reminder.morning_title", Map.of("n", today.size()));
    Card card =
        Card.of(title, text)
            .withButtons(List.of(new Button(ALL, say.button("show_all"), Style.PRIMARY)));
    String key = "morning:" + person.id() + ":" + day;
    outbox.post(
        Post.punctual(
            account.get(), new Outbound.Push(key, Optional.of(card), text), NAME, day.toString()));
    today.forEach(this::heard);
  }

  private Map<String, Object> values(Sentences say, Person person, List<Kept> today) {
    Map<String, Object> values = new HashMap<>();
    values.put("name", person.name());
    values.put("n", today.size());
    for (int i = 0; i < Math.min(NAMED, today.size()); i++) {
      values.put("item" + (i + 1), cards.item(say, today.get(i).reminder()));
    }
    return values;
  }

  /** What does not come up by itself has come up now. */
  private void heard(Kept row) {
    if (row.reminder().state() == State.WAITING && row.reminder().remindAt().isEmpty()) {
      rows.update(row.in(State.SHOWN, Optional.empty()), clock.instant());
    }
  }

  @Override
  public String owner() {
    return NAME;
  }

  @Override
  public Runnable tapped(Tapped tap) {
    return () -> {
      if (tap.action().equals(ALL)) {
        showAll(tap, rows.onList(tap.person().id(), LocalDate.parse(tap.subject())));
      }
    };
  }

  private void showAll(Tapped tap, List<Kept> today) {
    today.stream().limit(CARDS).forEach(row -> show(tap, row));
    int rest = today.size() - CARDS;
    if (rest > 0) {
      String text = wording.in(tap.person().language()).say("list.rest", Map.of("n", rest));
      outbox.post(Post.plain(tap.account(), new Outbound.Reply(tap.card() + ":rest", text)));
    }
  }

  private void show(Tapped tap, Kept row) {
    followUps
        .find(row.reminder().followUp())
        .ifPresent(
            followUp -> {
              Card card = cards.card(followUp, row.reminder(), Duration.ZERO);
              var sheet = new Outbound.Sheet(tap.card() + ":" + row.id(), card, card.body());
              if (outbox.post(Post.owned(tap.account(), sheet, RemindWork.OWNER, row.id()))) {
                rows.update(row.onCard(sheet.key()), clock.instant());
              }
            });
  }
}
