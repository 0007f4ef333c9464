package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.Part;
import io.kouxin.bot.inbox.Message;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.Person;
import io.kouxin.integrations.channel.Inbound;
import java.util.Locale;

/**
 * One person's turn in a chat.
 *
 * @param id of the message that brought it: what follows from it is keyed by it
 */
record Turn(String id, Person person, Account account, How how) {

  /** What somebody did to say something. */
  enum How {
    TYPED,
    /** Characters are only as good as the ears. */
    SPOKEN,
    TAPPED
  }

  static Turn of(Message message, Person person) {
    How how =
        switch (message.inbound()) {
          case Inbound.Voice voice -> How.SPOKEN;
          case Inbound.Tap tap -> How.TAPPED;
          default -> How.TYPED;
        };
    var account = new Account(message.channel(), message.sender());
    return new Turn(message.id(), person, account, how);
  }

  Locale language() {
    return person.language();
  }

  /** How the characters of the words came about. */
  Part.Kind words() {
    return how == How.SPOKEN ? Part.Kind.VOICE : Part.Kind.TEXT;
  }
}
