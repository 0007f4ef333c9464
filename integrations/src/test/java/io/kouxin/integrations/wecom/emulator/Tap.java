package io.kouxin.integrations.wecom.emulator;

import java.util.List;
import java.util.Map;

/**
 * One tap of one person.
 *
 * @param card message id or task id
 * @param key of a button, of the submit button, or of an entry of the card's menu
 * @param ticked question key to option ids, for cards with choices
 */
public record Tap(String card, String user, String key, Map<String, List<String>> ticked) {
  /** A plain button. */
  public static Tap of(String card, String user, String key) {
    return new Tap(card, user, key, Map.of());
  }
}
