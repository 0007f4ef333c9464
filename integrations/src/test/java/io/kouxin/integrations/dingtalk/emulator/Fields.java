package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.util.List;
import java.util.stream.StreamSupport;

/**
 * A JSON object that is asked, never trusted: what is missing or of another kind reads as empty.
 */
record Fields(JsonObject json) {
  String text(String name) {
    JsonElement value = json.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  /** 0 when it is no number. */
  long number(String name) {
    try {
      return text(name).isEmpty() ? 0 : Long.parseLong(text(name));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  double fraction(String name) {
    try {
      return text(name).isEmpty() ? 0 : Double.parseDouble(text(name));
    } catch (NumberFormatException e) {
      return 0;
    }
  }

  boolean has(String name) {
    return json.has(name) && !json.get(name).isJsonNull();
  }

  Fields object(String name) {
    JsonElement value = json.get(name);
    return new Fields(
        value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject());
  }

  /** The objects of a list. */
  List<Fields> objects(String name) {
    return elements(name).stream()
        .filter(JsonElement::isJsonObject)
        .map(each -> new Fields(each.getAsJsonObject()))
        .toList();
  }

  /** The texts and numbers of a list. */
  List<String> texts(String name) {
    return elements(name).stream()
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString)
        .toList();
  }

  boolean isEmpty() {
    return json.isEmpty();
  }

  private List<JsonElement> elements(String name) {
    JsonElement value = json.get(name);
    JsonArray list =
        value != null && value.isJsonArray() ? value.getAsJsonArray() : new JsonArray();
    return StreamSupport.stream(list.spliterator(), false).toList();
  }
}
