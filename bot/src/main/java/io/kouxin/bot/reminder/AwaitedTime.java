package io.kouxin.bot.reminder;

import io.kouxin.bot.people.People.Account;

/** Somebody asked to change the time of a step: the next thing they say there may be that time. */
public interface AwaitedTime {

  /** Called in the transaction that asks the question. */
  void awaits(Account account, String followUp);
}
