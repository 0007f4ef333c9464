package io.kouxin.bot.conversation;

import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;

/**
 * One person's turn in a chat.
 *
 * @param id of the message that brought it: what follows from it is keyed by it
 */
record Turn(String id, Person person, Account account) {}
