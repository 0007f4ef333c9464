package io.kouxin.bot.alert;

import io.kouxin.bot.alert.Notices.Decision;
import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.outbox.TapHandler;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.people.Person.Role;
import io.kouxin.bot.work.Sequence;
import io.kouxin.integrations.channel.Outbound;
import java.util.List;
import java.util.Optional;

/** What an administrator says about a stranger. */
final class StrangerTaps implements TapHandler {
  private final Ground ground;
  private final Upkeep upkeep;
  private final Notices rows;
  private final StrangerCards cards;

  StrangerTaps(Ground ground, Upkeep upkeep, Notices rows, StrangerCards cards) {
    this.ground = ground;
    this.upkeep = upkeep;
    this.rows = rows;
    this.cards = cards;
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
      case StrangerCards.ADD -> () -> decide(tap, Decision.ADDED);
      case StrangerCards.REFUSE -> () -> decide(tap, Decision.REFUSED);
      default -> () -> {};
    };
  }

  private void decide(Tapped tap, Decision decision) {
    var stranger = new Topic.Stranger(Account.of(tap.subject()));
    if (ground.people().behind(stranger.account()).isPresent()) {
      cards.show(stranger, Decision.ADDED);
      showAgain(tap);
    } else if (rows.decide(stranger, decision)) {
      act(tap, stranger.account(), decision);
      cards.show(stranger, decision);
    } else {
      showAgain(tap);
    }
  }

  private void act(Tapped tap, Account stranger, Decision decision) {
    switch (decision) {
      case ADDED -> ground.people().save(newcomer(stranger), List.of(stranger));
      case REFUSED ->
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
  }

  /** With an id of their own: another person's might be what this account is called. */
  private Person newcomer(Account stranger) {
    List<Person> managers =
        ground.people().all().stream().filter(p -> p.role() == Role.MANAGER).toList();
    Optional<Person> leader = managers.stream().findFirst().filter(p -> managers.size() == 1);
    return new Person(
        Sequence.next(),
        stranger.account(),
        Role.REP,
        upkeep.language(),
        leader.map(Person::team).orElse(""),
        leader.map(Person::id));
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
