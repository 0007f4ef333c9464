package io.kouxin.bot.alert;

import io.kouxin.bot.alert.Notices.Decision;
import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.outbox.TapHandler;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person.Role;
import io.kouxin.integrations.channel.Outbound;
import java.util.Optional;
import java.util.function.Consumer;

/** What an administrator says about a stranger. */
final class StrangerTaps implements TapHandler {
  private final Ground ground;
  private final Upkeep upkeep;
  private final Notices rows;
  private final StrangerCards cards;
  private final Newcomers newcomers;

  StrangerTaps(
      Ground ground, Upkeep upkeep, Notices rows, StrangerCards cards, Newcomers newcomers) {
    this.ground = ground;
    this.upkeep = upkeep;
    this.rows = rows;
    this.cards = cards;
    this.newcomers = newcomers;
  }

  @Override
  public String owner() {
    return StrangerCards.OWNER;
  }

  @Override
  public Runnable tapped(Tapped tap) {
    if (tap.person().role() != Role.ADMIN) {
      return () -> {};
    }
    return switch (tap.action()) {
      case StrangerCards.ADD -> add(tap);
      case StrangerCards.REFUSE ->
          () -> decide(tap, Decision.REFUSED, stranger -> turnAway(tap, stranger));
      default -> () -> {};
    };
  }

  /** The directory is asked now: the effects run in a transaction. */
  private Runnable add(Tapped tap) {
    Newcomers.Known known = newcomers.look(Account.of(tap.subject()));
    return () -> decide(tap, Decision.ADDED, stranger -> newcomers.add(stranger, known));
  }

  private void decide(Tapped tap, Decision decision, Consumer<Account> act) {
    var stranger = new Topic.Stranger(Account.of(tap.subject()));
    if (ground.people().behind(stranger.account()).isPresent()) {
      cards.show(stranger, Decision.ADDED);
      showAgain(tap);
    } else if (rows.decide(stranger, decision)) {
      act.accept(stranger.account());
      cards.show(stranger, decision);
    } else {
      showAgain(tap);
    }
  }

  private void turnAway(Tapped tap, Account stranger) {
    upkeep
        .journal()
        .append(
            new Happening(
                "sender.turned-away",
                Optional.of(tap.person().id()),
                Optional.empty(),
                stranger.key(),
                "{}"));
  }

  /** The card as it is: an answer to a tap that changes nothing. */
  private void showAgain(Tapped tap) {
    ground
        .outbox()
        .face(tap.card())
        .map(
            face -> new Outbound.Change(tap.id() + ":face", tap.card(), Optional.empty(), face, ""))
        .ifPresent(change -> ground.outbox().post(Post.plain(tap.account(), change)));
  }
}
