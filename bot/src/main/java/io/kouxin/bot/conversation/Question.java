package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.Correction;
import io.kouxin.integrations.channel.Card.Button;
import java.util.List;

/**
 * The one question that a memo leaves open.
 *
 * @param name under which it is skipped: customer, reason, when, or {@code picture:} and the id of
 *     its bytes
 * @param sentence what the rep reads
 * @param choices what can be tapped as an answer
 */
record Question(String name, String sentence, List<Button> choices) {
  static final String CUSTOMER = "customer";
  static final String REASON = "reason";
  static final String WHEN = "when";

  /** How the names of questions for a picture begin: each picture has its own. */
  static final String PICTURE = "picture:";

  /** Whether it is for a picture; such a name is the key of the card that asks it, too. */
  static boolean isForPicture(String name) {
    return name.startsWith(PICTURE);
  }

  /** Whether a change answers it, so that it is not asked again. */
  boolean isAnsweredBy(Correction correction) {
    return switch (correction) {
      case Correction.Customer customer -> name.equals(CUSTOMER);
      case Correction.When when -> name.equals(WHEN);
      case Correction.Replace replace -> name.equals(REASON);
      case Correction.Detail detail -> name.equals(REASON);
      default -> false;
    };
  }

  /** Whether these are the words of one of its buttons. */
  boolean offers(String words) {
    return choices.stream().anyMatch(choice -> choice.label().equalsIgnoreCase(words));
  }

  Question {
    choices = List.copyOf(choices);
  }
}
