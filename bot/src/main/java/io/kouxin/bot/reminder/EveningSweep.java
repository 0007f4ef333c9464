package io.kouxin.bot.reminder;

import io.kouxin.bot.calendar.WorkCalendar;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.followup.FollowUps.Filter;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.wording.Sentences;
import io.kouxin.bot.wording.Wording;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import io.kouxin.integrations.channel.Outbound;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What nobody looked at today, in one message in the evening. */
final class EveningSweep implements Routine.Saying {
  static final String NAME = "evening-sweep";
  static final String ALL_FINE = "all_ok";
  static final String ONE_BY_ONE = "one_by_one";

  /** More memos than anybody leaves in a day. */
  static final int MOST = 500;

  private static final int NAMED = 3;

  private final WorkCalendar calendar;
  private final FollowUps followUps;
  private final People people;
  private final Outbox outbox;
  private final Wording wording;

  EveningSweep(Ground ground) {
    this.calendar = ground.calendar();
    this.followUps = ground.followUps();
    this.people = ground.people();
    this.outbox = ground.outbox();
    this.wording = ground.wording();
  }

  @Override
  public boolean isFor(LocalDate day) {
    return true;
  }

  @Override
  public void say(Person person, LocalDate day) {
    Filter today = Filter.of(person.id()).since(calendar.at(day, LocalTime.MIDNIGHT));
    List<FollowUp> all = followUps.list(today, Optional.empty(), MOST);
    List<FollowUp> unseen = all.stream().filter(f -> f.status() == Status.DRAFT).toList();
    Optional<Account> account = people.reach(person.id());
    if (unseen.isEmpty() || account.isEmpty()) {
      return;
    }
    Sentences say = wording.in(person.language());
    String text =
        say.say(
            "confirm.evening",
            Map.of("n", all.size(), "m", unseen.size(), "customers", customers(say, unseen)));
    String title = say.say("confirm.evening_title", Map.of("m", unseen.size()));
    var push =
        new Outbound.Push(
            "evening:" + person.id() + ":" + day, Optional.of(card(say, title, text)), text);
    outbox.post(Post.punctual(account.get(), push, NAME, day.toString()));
  }

  private static Card card(Sentences say, String title, String text) {
    return Card.of(title, text)
        .withButtons(
            List.of(
                new Button(ALL_FINE, say.button("all_ok"), Style.PRIMARY),
                new Button(ONE_BY_ONE, say.button("one_by_one"), Style.NORMAL)));
  }

  private static String customers(Sentences say, List<FollowUp> unseen) {
    return unseen.stream()
        .map(FollowUp::customer)
        .flatMap(Optional::stream)
        .map(CustomerRef::name)
        .distinct()
        .limit(NAMED)
        .reduce((some, next) -> say.say("list.more", Map.of("some", some, "next", next)))
        .orElse("");
  }
}
