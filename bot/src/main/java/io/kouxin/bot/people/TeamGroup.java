package io.kouxin.bot.people;

import io.kouxin.bot.people.People.Account;
import java.util.Optional;

/**
 * The group of a team, into which a platform's robot speaks.
 *
 * @param account under which the outbox reaches it
 * @param address of the robot, a secret
 * @param secret with which it wants messages signed, empty for none
 * @param refused why the platform takes nothing for it any more; empty as long as it does
 */
public record TeamGroup(
    String team, Account account, String address, String secret, Optional<String> refused) {

  /** Without what is secret. */
  @Override
  public String toString() {
    return "TeamGroup[" + team + ", " + account.key() + "]";
  }
}
