package io.kouxin.bot.pack;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** An edited entry as the store keeps it: JSON. What an older version did not know is empty. */
final class KeptItem {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String UNKNOWN_TO_OLD =
      """
      {"entry": {"aliases": [], "kin": {},
                 "contrast": {"negativePhrases": [], "counterExamples": []}},
       "notes": {"evidenceRequired": [], "version": 1}}
      """;

  private KeptItem() {}

  static String write(LibraryItem item) {
    return JSON.writeValueAsString(item);
  }

  /**
   * Reads it back.
   *
   * @throws JacksonException when it was not written by us
   */
  static LibraryItem read(String json) {
    var whole = (ObjectNode) JSON.readTree(UNKNOWN_TO_OLD);
    fill(whole, JSON.readTree(json));
    return JSON.treeToValue(whole, LibraryItem.class);
  }

  private static void fill(ObjectNode bare, JsonNode kept) {
    kept.properties()
        .forEach(
            field -> {
              if (bare.get(field.getKey()) instanceof ObjectNode inner
                  && field.getValue().isObject()) {
                fill(inner, field.getValue());
              } else {
                bare.set(field.getKey(), field.getValue());
              }
            });
  }
}
