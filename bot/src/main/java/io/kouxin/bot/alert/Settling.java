package io.kouxin.bot.alert;

import io.kouxin.bot.alert.Notices.Decision;
import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.people.JdbcPeople;
import io.kouxin.bot.people.Person;
import java.util.Set;

/**
 * When somebody is added, by whomever: nobody asks about them any more; and a first administrator
 * hears of what there was nobody to tell.
 */
final class Settling implements Reaction {
  private final Ground ground;
  private final Notices rows;
  private final StrangerCards cards;
  private final Noting noting;

  Settling(Ground ground, Notices rows, StrangerCards cards, Noting noting) {
    this.ground = ground;
    this.rows = rows;
    this.cards = cards;
    this.noting = noting;
  }

  @Override
  public String name() {
    return "admin-settle";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(JdbcPeople.SAVED);
  }

  @Override
  public void react(JournalEntry entry) {
    ground
        .people()
        .accounts(entry.subject())
        .forEach(account -> cards.show(new Topic.Stranger(account), Decision.ADDED));
    if (ground.people().administrators().stream()
        .map(Person::id)
        .anyMatch(entry.subject()::equals)) {
      rows.untold().forEach(noting::want);
    }
  }
}
