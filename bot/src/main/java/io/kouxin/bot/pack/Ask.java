package io.kouxin.bot.pack;

import java.util.List;
import java.util.Optional;

/**
 * The one question that an entry may ask.
 *
 * @param question as the rep reads it
 * @param choices what can be tapped
 */
public record Ask(String question, List<Choice> choices) {
  public Ask {
    choices = List.copyOf(choices);
  }

  /**
   * One answer.
   *
   * @param label what its button says
   * @param entry the entry that the answer stands for; empty when it settles nothing
   */
  public record Choice(String label, Optional<String> entry) {}
}
