package io.kouxin.bot.playbook;

import io.kouxin.bot.followup.Contact;
import io.kouxin.bot.followup.CustomerRef;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.followup.FollowUp.Status;
import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.wording.Sentences;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Card.Button;
import io.kouxin.integrations.channel.Card.Style;
import io.kouxin.integrations.channel.Outbound;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Keeps one card of advice per follow-up: sent once, changed in place when something else fits
 * better, left alone once the rep has decided about it.
 */
final class Offering implements Reaction {
  static final String OWNER = "playbook";
  static final String OPEN = "open:";
  static final String UNUSED = "unused";
  private static final int NAMED = 3;

  private final Ground ground;

  Offering(Ground ground) {
    this.ground = ground;
  }

  static String card(String followUp) {
    return "playbook:" + followUp;
  }

  @Override
  public String name() {
    return "playbook";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        "follow-up.opened",
        "follow-up.corrected",
        "follow-up.joined",
        "follow-up.split",
        "follow-up.dropped",
        "follow-up.restored");
  }

  @Override
  public void react(JournalEntry entry) {
    ground.followUps().find(entry.subject()).filter(Offering::isFirstVisit).ifPresent(this::offer);
  }

  /** One memo brings one card and one piece of advice back, however many visits it reports. */
  private static boolean isFirstVisit(FollowUp followUp) {
    return followUp.parts().getFirst().visit() == 0;
  }

  private void offer(FollowUp followUp) {
    Locale language =
        ground.people().find(followUp.rep()).map(Person::language).orElse(followUp.language());
    Sentences say = ground.wording().in(language);
    Optional<Card> wanted = choice(followUp, say).map(choice -> card(followUp, choice, say));
    Optional<Card> shown = ground.outbox().face(card(followUp.id()));
    if (shown.isEmpty()) {
      wanted.ifPresent(card -> send(followUp, card));
    } else if (isUndecided(shown.get(), say)) {
      Card next = wanted.orElseGet(() -> shown.get().settledAs(say.say("playbook.gone")));
      if (!next.equals(shown.get())) {
        change(followUp, next);
      }
    }
  }

  private Optional<Choice> choice(FollowUp followUp, Sentences say) {
    if (followUp.status() == Status.DROPPED) {
      return Optional.empty();
    }
    return Choice.best(
        followUp.asserted(), ground.library(), ground.playbooks().get(), say.language());
  }

  /** What we put away ourselves may come back; what the rep decided stays. */
  private static boolean isUndecided(Card card, Sentences say) {
    return card.settled().isEmpty() || card.settled().equals(Optional.of(say.say("playbook.gone")));
  }

  private static Card card(FollowUp followUp, Choice choice, Sentences say) {
    return Card.of(choice.playbook().title(), say.say("playbook", values(followUp, choice)))
        .withButtons(
            List.of(
                new Button(OPEN + choice.playbook().id(), say.button("open"), Style.PRIMARY),
                new Button(UNUSED, say.button("unused"), Style.NORMAL)));
  }

  private static Map<String, Object> values(FollowUp followUp, Choice choice) {
    Map<String, Object> values = new HashMap<>();
    values.put("customer", followUp.customer().map(CustomerRef::name));
    values.put("need", choice.tag().label());
    values.put("contact", followUp.people().stream().findFirst().map(Contact::called));
    List<String> items = choice.playbook().items();
    for (int i = 0; i < Math.min(NAMED, items.size()); i++) {
      values.put("item" + (i + 1), items.get(i));
    }
    return values;
  }

  private void send(FollowUp followUp, Card card) {
    var sheet = new Outbound.Sheet(card(followUp.id()), card, card.body());
    ground.outbox().post(Post.owned(followUp.account(), sheet, OWNER, followUp.id()));
  }

  private void change(FollowUp followUp, Card face) {
    String card = card(followUp.id());
    var change =
        new Outbound.Change(card + ":" + followUp.version(), card, Optional.empty(), face, "");
    ground.outbox().post(Post.plain(followUp.account(), change));
  }
}
