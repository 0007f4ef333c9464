package io.kouxin.bot.reminder;

import io.kouxin.bot.calendar.WorkCalendar;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.followup.FollowUps.Filter;
import io.kouxin.bot.followup.Quote;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.bot.outbox.TapHandler;
import io.kouxin.bot.wording.Moments;
import io.kouxin.bot.wording.Sentences;
import io.kouxin.bot.wording.Wording;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import io.kouxin.integrations.channel.Outbound;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The evening's two buttons, and those of the drafts it lists one by one. */
final class EveningTaps implements TapHandler {
  private static final String FINE = "ok:";
  private static final String DROP = "drop:";
  private static final int CARDS = 3;
  private static final int UNDO_HOURS = 24;

  private final Clock clock;
  private final WorkCalendar calendar;
  private final FollowUps followUps;
  private final Outbox outbox;
  private final Wording wording;
  private final ReminderCards cards;
  private final Faces faces;
  private final Moments moments;

  EveningTaps(Ground ground, ReminderCards cards) {
    this.clock = ground.clock();
    this.calendar = ground.calendar();
    this.followUps = ground.followUps();
    this.outbox = ground.outbox();
    this.wording = ground.wording();
    this.cards = cards;
    this.faces = new Faces(outbox);
    this.moments = new Moments(clock, calendar.zone());
  }

  @Override
  public String owner() {
    return EveningSweep.NAME;
  }

  @Override
  public Runnable tapped(Tapped tap) {
    String action = tap.action();
    if (action.equals(EveningSweep.ALL_FINE)) {
      return () -> confirmAll(tap, unseen(tap));
    }
    if (action.equals(EveningSweep.ONE_BY_ONE)) {
      return () -> list(tap, unseen(tap));
    }
    boolean drop = action.startsWith(DROP);
    return drop || action.startsWith(FINE)
        ? () -> decide(tap, action.substring(action.indexOf(':') + 1), drop)
        : () -> {};
  }

  /** What was a draft when the message was written, and is one still. */
  private List<FollowUp> unseen(Tapped tap) {
    Filter drafts =
        Filter.of(tap.person().id())
            .in(Status.DRAFT)
            .since(calendar.at(LocalDate.parse(tap.subject()), LocalTime.MIDNIGHT));
    Optional<Posted> card = outbox.find(tap.card());
    return followUps.list(drafts, Optional.empty(), EveningSweep.MOST).stream()
        .filter(draft -> card.isPresent() && !draft.createdAt().isAfter(card.get().createdAt()))
        .toList();
  }

  private void confirmAll(Tapped tap, List<FollowUp> unseen) {
    unseen.forEach(draft -> followUps.write(draft.confirm(clock.instant()), tap.person().id(), ""));
    Sentences say = wording.in(tap.person().language());
    String text = unseen.isEmpty() ? "" : say.say("confirm.all", Map.of("n", unseen.size()));
    faces.settle(tap.card(), tap.id() + ":face", saved(say), text);
  }

  private String saved(Sentences say) {
    return say.say("confirm.button", Map.of("time", moments.time(clock.instant())));
  }

  private void list(Tapped tap, List<FollowUp> unseen) {
    unseen.stream().limit(CARDS).forEach(draft -> show(tap, draft));
    int rest = unseen.size() - CARDS;
    if (rest > 0) {
      String text = wording.in(tap.person().language()).say("list.rest", Map.of("n", rest));
      outbox.post(Post.plain(tap.account(), new Outbound.Reply(tap.card() + ":rest", text)));
    }
  }

  private void show(Tapped tap, FollowUp draft) {
    Sentences say = wording.in(tap.person().language());
    String title = cards.title(say, draft);
    String text =
        say.say(
            "draft.text",
            Map.of(
                "customer", draft.customer().map(CustomerRef::name),
                "objection", Quote.best(draft),
                "action", draft.nextAction(),
                "due", due(draft, say)));
    Card card =
        Card.of(title.isEmpty() ? say.say("draft.title_unknown") : title, text)
            .withButtons(
                List.of(
                    new Button(FINE + draft.id(), say.button("ok"), Style.PRIMARY),
                    new Button(DROP + draft.id(), say.button("drop"), Style.DANGER)));
    var sheet = new Outbound.Sheet(tap.card() + ":" + draft.id(), card, text);
    outbox.post(Post.owned(tap.account(), sheet, EveningSweep.NAME, tap.subject()));
  }

  private String due(FollowUp draft, Sentences say) {
    return draft
        .due()
        .flatMap(due -> due.at())
        .map(at -> moments.at(at, say.language()))
        .orElse("");
  }

  private void decide(Tapped tap, String id, boolean drop) {
    Sentences say = wording.in(tap.person().language());
    Optional<FollowUp> draft =
        followUps
            .find(id)
            .filter(found -> found.rep().equals(tap.person().id()))
            .filter(found -> found.status() == Status.DRAFT);
    draft.ifPresent(
        found -> {
          var change = drop ? found.drop(clock.instant()) : found.confirm(clock.instant());
          followUps.write(change, tap.person().id(), "");
        });
    String line = drop ? say.say("correct.drop", Map.of("hours", UNDO_HOURS)) : saved(say);
    draft.ifPresent(found -> faces.settle(tap.card(), tap.id() + ":face", line, line));
  }
}
