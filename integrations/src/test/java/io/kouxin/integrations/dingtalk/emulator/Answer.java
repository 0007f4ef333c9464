package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonPrimitive;
import com.google.gson.JsonSerializer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What goes back over the wire.
 *
 * @param after how long the caller waits for it
 * @param reset the connection is cut instead
 */
record Answer(int status, Map<String, String> headers, byte[] body, Duration after, boolean reset) {
  // Gson reads fields of the JDK's types, which the JDK refuses.
  private static final JsonSerializer<Optional<?>> OPTIONAL =
      (value, type, context) -> context.serialize(value.orElse(null));
  private static final JsonSerializer<Object> TEXT =
      (value, type, context) -> new JsonPrimitive(value.toString());
  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .registerTypeAdapter(Optional.class, OPTIONAL)
          .registerTypeAdapter(Instant.class, TEXT)
          .registerTypeAdapter(URI.class, TEXT)
          .create();

  static Answer of(int status, String type, byte[] body) {
    return new Answer(status, Map.of("Content-Type", type), body, Duration.ZERO, false);
  }

  static Answer json(int status, Object value) {
    return of(
        status,
        "application/json; charset=UTF-8",
        GSON.toJson(value).getBytes(StandardCharsets.UTF_8));
  }

  /** A success of the new kind. */
  static Answer ok(Map<String, ?> body) {
    return json(200, body);
  }

  /** A success of the old kind: errcode 0, and more behind it. */
  static Answer old(Map<String, ?> more) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("errcode", 0);
    all.put("errmsg", "ok");
    all.putAll(more);
    all.put("request_id", EmulatorConfig.letters(12));
    return json(200, all);
  }

  Answer with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Answer(status, more, body, after, reset);
  }

  Answer later(Duration by) {
    return new Answer(status, headers, body, after.plus(by), reset);
  }

  Answer lost() {
    return new Answer(status, headers, body, after, true);
  }
}
