package io.kouxin.bot.alert;

import io.kouxin.bot.alert.Alert.State;
import io.kouxin.bot.followup.FollowUp;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.outbox.TapHandler;
import io.kouxin.bot.people.Person;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Outbound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the buttons of an alert do. */
final class AlertTaps implements TapHandler {
  static final String OWNER = "alert";
  private static final int CARDS = 6;

  private final Ground ground;
  private final AlertRows rows;
  private final AlertCards cards;

  AlertTaps(Ground ground, AlertRows rows, AlertCards cards) {
    this.ground = ground;
    this.rows = rows;
    this.cards = cards;
  }

  @Override
  public String owner() {
    return OWNER;
  }

  @Override
  public Runnable tapped(Tapped tap) {
    return switch (tap.action()) {
      case AlertCards.TAKE -> () -> decide(tap, State.TAKEN);
      case AlertCards.LET -> () -> decide(tap, State.LEFT);
      case AlertCards.ONE_BY_ONE -> () -> list(tap);
      default -> () -> {};
    };
  }

  private List<Alert> mine(Tapped tap) {
    return rows.on(tap.card()).stream()
        .filter(alert -> alert.leader().equals(Optional.of(tap.person().id())))
        .toList();
  }

  /** The first answer counts; a later tap only shows it again. */
  private void decide(Tapped tap, State state) {
    List<Alert> alerts = mine(tap);
    if (alerts.isEmpty()) {
      return;
    }
    Person rep = ground.people().find(alerts.getFirst().rep()).orElseThrow();
    boolean first = false;
    for (Alert alert : alerts) {
      first |= alert.state() == State.TOLD && rows.move(alert, state);
    }
    State decided = first ? state : alerts.getFirst().state();
    if (first && state == State.TAKEN) {
      tellRep(tap, alerts.getFirst(), rep);
    }
    settle(tap, cards.decided(tap.person(), rep, decided), first);
  }

  private void tellRep(Tapped tap, Alert alert, Person rep) {
    FollowUp followUp = ground.followUps().find(alert.followUp()).orElseThrow();
    var push =
        new Outbound.Push(
            tap.card() + ":taken", Optional.empty(), cards.taken(rep, tap.person(), alert));
    var decent = ground.calendar().nextDecentMoment(ground.clock().instant());
    ground.outbox().post(new Post(followUp.account(), push, "", "", Optional.of(decent)));
  }

  private void settle(Tapped tap, String line, boolean first) {
    Optional<Card> face = ground.outbox().face(tap.card());
    face.ifPresent(
        card ->
            ground
                .outbox()
                .post(
                    Post.plain(
                        tap.account(),
                        new Outbound.Change(
                            tap.id() + ":face",
                            tap.card(),
                            Optional.empty(),
                            card.settledAs(line),
                            first ? line : ""))));
  }

  /** Each follow-up of a merged message on its own card; another tap shows the next ones. */
  private void list(Tapped tap) {
    Map<String, List<Alert>> byFollowUp = new LinkedHashMap<>();
    for (Alert alert : mine(tap)) {
      byFollowUp.computeIfAbsent(alert.followUp(), id -> new ArrayList<>()).add(alert);
    }
    byFollowUp.entrySet().stream()
        .limit(CARDS)
        .forEach(entry -> show(tap, entry.getKey(), entry.getValue()));
  }

  private void show(Tapped tap, String followUpId, List<Alert> alerts) {
    FollowUp followUp = ground.followUps().find(followUpId).orElseThrow();
    Person rep = ground.people().find(followUp.rep()).orElseThrow();
    Card card = cards.single(tap.person(), new Told(followUp, rep, alerts));
    String key = tap.card() + ":" + followUpId;
    ground
        .outbox()
        .post(Post.owned(tap.account(), new Outbound.Sheet(key, card, card.body()), OWNER, key));
    alerts.forEach(alert -> rows.putOn(alert, key));
  }
}
