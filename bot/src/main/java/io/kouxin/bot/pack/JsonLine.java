package io.kouxin.bot.pack;

import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One line of a file of JSON Lines.
 *
 * @param number from 1
 */
record JsonLine(String file, int number, String text) {
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * The object that it holds; empty when it holds none, which is then noted.
   *
   * @param like what somebody should write there
   */
  Optional<JsonNode> object(String like, Problems problems) {
    try {
      JsonNode node = JSON.readTree(text);
      if (node.isObject()) {
        return Optional.of(node);
      }
      problems.add(problem(1, "this is no JSON object", "write " + like + " on one line"));
    } catch (JacksonException e) {
      int column = e.getLocation() == null ? 1 : Math.max(1, e.getLocation().getColumnNr());
      problems.add(problem(column, "this is no JSON: " + e.getOriginalMessage(), "mend the line"));
    }
    return Optional.empty();
  }

  PackProblem problem(int column, String what, String remedy) {
    return new PackProblem(file, number, column, what, remedy);
  }
}
