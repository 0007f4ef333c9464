package io.kouxin.bot.alert;

import io.kouxin.bot.alert.Alert.State;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.bot.people.Person;
import io.kouxin.integrations.channel.Outbound;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When a rep drops or corrects what a leader was alerted to: the alert is taken back where nothing
 * else stands on it and the leader has not promised anything; else the leader reads what does not
 * hold any more. The rep learns of it at the same moment.
 */
final class TakingBack implements Reaction {
  /** No platform takes back what is older, and nobody remembers. */
  static final Duration LONGEST = Duration.ofHours(24);

  private final Ground ground;
  private final AlertRows rows;
  private final AlertCards cards;
  private final Groups groups;

  TakingBack(Ground ground, AlertRows rows, AlertCards cards) {
    this.ground = ground;
    this.rows = rows;
    this.cards = cards;
    this.groups = new Groups(ground, cards);
  }

  @Override
  public String name() {
    return "alert-back";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        "follow-up.corrected", "follow-up.dropped", "follow-up.split", "follow-up.undone");
  }

  @Override
  public void react(JournalEntry entry) {
    ground.followUps().find(entry.subject()).ifPresent(this::look);
  }

  private void look(FollowUp followUp) {
    Person rep = ground.people().find(followUp.rep()).orElseThrow();
    rows.told(followUp.id(), ground.clock().instant().minus(LONGEST))
        .forEach(
            (card, alerts) -> {
              List<Alert> wrong = alerts.stream().filter(a -> !a.stands(followUp)).toList();
              if (!wrong.isEmpty()) {
                takeBack(card, new Told(followUp, rep, wrong));
              }
            });
  }

  private void takeBack(String card, Told wrong) {
    boolean whole = rows.on(card).stream().allMatch(alert -> isOver(alert, wrong.alerts()));
    wrong.alerts().forEach(alert -> rows.move(alert, State.TAKEN_BACK));
    Optional<Person> leader = wrong.alerts().getFirst().leader().flatMap(ground.people()::find);
    if (leader.isEmpty()) {
      return;
    }
    ground
        .outbox()
        .find(card)
        .ifPresent(told -> correct(told, whole, wrong, cards.corrected(leader.get(), wrong)));
    groups
        .told(card, wrong.rep())
        .ifPresent(told -> correct(told, whole, wrong, cards.corrected(leader.get(), wrong)));
    tellRep(card, leader.get(), wrong);
  }

  /** What the leader took on stays in the chat: they may be on the phone about it. */
  private static boolean isOver(Alert alert, List<Alert> wrong) {
    return alert.state() == State.TAKEN_BACK
        || (alert.state() == State.TOLD
            && wrong.stream().anyMatch(one -> one.id().equals(alert.id())));
  }

  /** A card that the leader had shown one by one stands in the message before it, too. */
  private void correct(Posted told, boolean whole, Told wrong, String text) {
    boolean alone = whole && told.message() instanceof Outbound.Push;
    if (alone && ground.outbox().recall(told, text, Optional.of(wrong.rep().id()))) {
      return;
    }
    String key = told.message().key() + ":back:" + wrong.alerts().getFirst().id();
    var push = new Outbound.Push(key, Optional.empty(), text);
    var decent = ground.calendar().nextDecentMoment(ground.clock().instant());
    ground.outbox().post(new Post(told.to(), push, "", "", Optional.of(decent), true));
  }

  private void tellRep(String card, Person leader, Told wrong) {
    String key = card + ":back:" + wrong.alerts().getFirst().id() + ":rep";
    var push = new Outbound.Push(key, Optional.empty(), cards.repCorrected(leader, wrong));
    ground.outbox().post(Post.punctual(wrong.followUp().account(), push, "", ""));
  }
}
