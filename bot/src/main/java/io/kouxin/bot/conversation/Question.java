package io.kouxin.bot.conversation;

import io.kouxin.integrations.channel.Card.Button;
import java.util.List;

/**
 * The one question that a memo leaves open.
 *
 * @param name under which it is skipped: customer, reason or when
 * @param sentence what the rep reads
 * @param choices what can be tapped as an answer
 */
record Question(String name, String sentence, List<Button> choices) {
  static final String CUSTOMER = "customer";
  static final String REASON = "reason";
  static final String WHEN = "when";

  Question {
    choices = List.copyOf(choices);
  }
}
