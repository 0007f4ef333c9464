package io.kouxin.bot.conversation;

import java.util.List;

/**
 * What the buttons of our cards carry: a verb, the follow-up, and an argument.
 *
 * @param argument may be empty
 */
record CardAction(String verb, String followUp, String argument) {
  private static final int LONGEST = 128;

  static String action(String verb, String followUp, String argument) {
    String action = verb + "|" + followUp + "|" + argument;
    return action.length() > LONGEST ? action.substring(0, LONGEST) : action;
  }

  static CardAction of(String action) {
    List<String> parts = List.of(action.split("\\|", 3));
    return new CardAction(
        parts.get(0), parts.size() > 1 ? parts.get(1) : "", parts.size() > 2 ? parts.get(2) : "");
  }
}
