package io.kouxin.bot.outbox;

import io.kouxin.bot.people.People.Account;
import java.time.Instant;

/** How many messages nobody asked for a person gets in a day, and when they may come at all. */
public interface PushBudget {

  /** How many pushes this recipient may get in a day. */
  int perDay(Account recipient);

  /** The start of the day that this moment belongs to, in the company's zone. */
  Instant startOfDay(Instant moment);

  /** When that which is over the budget may leave. */
  Instant later(Instant moment);
}
