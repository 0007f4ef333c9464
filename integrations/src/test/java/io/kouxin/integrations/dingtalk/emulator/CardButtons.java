package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.util.LinkedHashMap;
import java.util.Map;

/** Buttons of the public template "Markdown with buttons". */
final class CardButtons {
  /**
   * The variable that holds what is no string; in it, {@code msgButtons} is the list of buttons.
   */
  static final String OBJECTS = "sys_full_json_obj";

  private CardButtons() {}

  /** Label to id, in the order of the card; only those that call back. */
  static Map<String, String> of(Map<String, String> variables) {
    Map<String, String> buttons = new LinkedHashMap<>();
    objects(variables.getOrDefault(OBJECTS, "{}")).objects("msgButtons").stream()
        .filter(button -> button.text("request").equals("true"))
        .forEach(button -> buttons.put(button.text("text"), button.text("id")));
    return buttons;
  }

  private static Fields objects(String json) {
    try {
      JsonElement parsed = JsonParser.parseString(json);
      return new Fields(parsed.isJsonObject() ? parsed.getAsJsonObject() : new JsonObject());
    } catch (JsonParseException e) {
      return new Fields(new JsonObject());
    }
  }
}
