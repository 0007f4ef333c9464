package io.kouxin.bot.wiring;

import io.kouxin.bot.outbox.PushBudget;
import io.kouxin.bot.pack.Manners;
import io.kouxin.bot.pack.Packs;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** The budget that the packs set: so many pushes a day, the rest in the evening. */
record PackBudget(People people, Packs packs, ZoneId zone) implements PushBudget {

  @Override
  public int perDay(Account recipient) {
    Manners manners = packs.library().manners();
    boolean leads =
        people
            .behind(recipient.channel(), recipient.account())
            .filter(person -> person.role() == Person.Role.MANAGER)
            .isPresent();
    return leads ? manners.pushesPerDayManager() : manners.pushesPerDayRep();
  }

  @Override
  public Instant startOfDay(Instant moment) {
    return moment.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
  }

  @Override
  public Instant later(Instant moment) {
    ZonedDateTime local = moment.atZone(zone);
    ZonedDateTime evening = local.with(packs.library().manners().eveningSweep());
    return (evening.isAfter(local) ? evening : evening.plusDays(1)).toInstant();
  }
}
