package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A JSON object of DingTalk's, read as it comes: its pages and its servers do not agree on what is
 * a number, a string or a boolean, and a field of another type is a field that is not there.
 */
record Fields(JsonObject json) {
  private static final Pattern NUMBER = Pattern.compile("(-?[0-9]{1,18})(?:\\.0*)?");

  /** No fields at all. */
  static final Fields NONE = new Fields(new JsonObject());

  /** The object in a body; Gson itself refuses what is nested more than 255 deep. */
  static Optional<Fields> read(byte[] body) {
    return read(new String(body, StandardCharsets.UTF_8));
  }

  /** The object in a string; empty if there is something else. */
  static Optional<Fields> read(String json) {
    try {
      JsonElement element = JsonParser.parseString(json);
      return element.isJsonObject()
          ? Optional.of(new Fields(element.getAsJsonObject()))
          : Optional.empty();
    } catch (JsonParseException e) {
      return Optional.empty();
    }
  }

  /** A string, number or boolean as words; empty if it is not there. */
  String words(String field) {
    return words(json.get(field)).orElse("");
  }

  /** As {@link #words}, without those that are blank. */
  Optional<String> said(String field) {
    return Optional.of(words(field)).filter(words -> !words.isBlank());
  }

  /** A whole number, also where it is written as a string. */
  OptionalLong number(String field) {
    var matcher = NUMBER.matcher(words(field).strip());
    return matcher.matches()
        ? OptionalLong.of(Long.parseLong(matcher.group(1)))
        : OptionalLong.empty();
  }

  /** Whether something is true, also where that is written as a string. */
  boolean yes(String field) {
    return words(field).equalsIgnoreCase("true");
  }

  /** The object in a field; without fields if it is not there. */
  Fields object(String field) {
    JsonElement value = json.get(field);
    return value != null && value.isJsonObject() ? new Fields(value.getAsJsonObject()) : NONE;
  }

  /** The object in a field, also where it is written as a string of JSON. */
  Fields packed(String field) {
    Fields object = object(field);
    return object.json.isEmpty() ? read(words(field)).orElse(NONE) : object;
  }

  /** The words in an array; a single word counts as an array of one. */
  List<String> list(String field) {
    JsonElement value = json.get(field);
    Stream<JsonElement> all =
        value != null && value.isJsonArray() ? elements(value) : Stream.ofNullable(value);
    return all.flatMap(one -> words(one).stream()).filter(words -> !words.isBlank()).toList();
  }

  /** The objects in an array. */
  List<Fields> objects(String field) {
    JsonElement value = json.get(field);
    return value == null || !value.isJsonArray()
        ? List.of()
        : elements(value)
            .filter(JsonElement::isJsonObject)
            .map(one -> new Fields(one.getAsJsonObject()))
            .toList();
  }

  private static Stream<JsonElement> elements(JsonElement array) {
    return StreamSupport.stream(array.getAsJsonArray().spliterator(), false);
  }

  private static Optional<String> words(@Nullable JsonElement value) {
    return value != null && value.isJsonPrimitive()
        ? Optional.of(value.getAsString())
        : Optional.empty();
  }
}
