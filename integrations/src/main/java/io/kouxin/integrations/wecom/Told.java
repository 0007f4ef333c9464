package io.kouxin.integrations.wecom;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A JSON object of WeCom's that is asked, never trusted: what is missing reads as empty. */
record Told(JsonObject json) {

  /** The object in these bytes; refused if they are no UTF-8 or no object. */
  static Told read(byte[] bytes) throws RefusedException {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return of(text).orElseThrow(() -> new RefusedException(Refusal.JSON));
    } catch (CharacterCodingException e) {
      throw new RefusedException(Refusal.JSON);
    }
  }

  /** The object in this text; empty if there is none. */
  static Optional<Told> of(String text) {
    try {
      JsonElement read = JsonParser.parseString(text);
      return read.isJsonObject() ? Optional.of(new Told(read.getAsJsonObject())) : Optional.empty();
    } catch (JsonParseException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  /** Words without the space around them; empty if there are none. */
  Optional<String> word(String name) {
    return Optional.of(text(name).strip()).filter(word -> !word.isEmpty());
  }

  /** As written; an empty text if it is not there. */
  String text(String name) {
    JsonElement value = json.get(name);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  Optional<Long> number(String name) {
    return word(name).filter(word -> word.matches("[0-9]{1,11}")).map(Long::valueOf);
  }

  Told object(String name) {
    JsonElement value = json.get(name);
    return new Told(
        value != null && value.isJsonObject() ? value.getAsJsonObject() : new JsonObject());
  }

  boolean has(String name) {
    return json.has(name) && json.get(name).isJsonObject();
  }

  List<Told> objects(String name) {
    return elements(name).stream()
        .filter(JsonElement::isJsonObject)
        .map(each -> new Told(each.getAsJsonObject()))
        .toList();
  }

  List<String> texts(String name) {
    return elements(name).stream()
        .filter(JsonElement::isJsonPrimitive)
        .map(JsonElement::getAsString)
        .toList();
  }

  private List<JsonElement> elements(String name) {
    JsonElement value = json.get(name);
    JsonArray all = value != null && value.isJsonArray() ? value.getAsJsonArray() : new JsonArray();
    return StreamSupport.stream(all.spliterator(), false).toList();
  }
}
