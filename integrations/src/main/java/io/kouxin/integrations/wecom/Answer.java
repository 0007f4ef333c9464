package io.kouxin.integrations.wecom;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import java.util.Optional;

/**
 * What WeCom answered to one call.
 *
 * @param code {@code errcode}; 0 is well
 * @param message {@code errmsg}, in WeCom's words
 * @param body everything, empty where the code is not 0
 */
record Answer(int code, String message, JsonObject body) {
  private static final int LONGEST_REASON = 300;

  /** The kind of trouble; empty if there is none or we never heard of the code. */
  Optional<Trouble.Kind> trouble() {
    return Trouble.of(code).map(Trouble::kind);
  }

  /** The body of an answer that is well. */
  JsonObject orThrow() throws ChannelException {
    if (code != 0) {
      throw exception();
    }
    return body;
  }

  /** What the code means for the message; a code we never heard of stops it, where all see it. */
  ChannelException exception() {
    Optional<Trouble> known = Trouble.of(code);
    if (known.isPresent() && known.get().kind().waits()) {
      return new ChannelException.Retry(known.get().after(), reason(known));
    }
    return new ChannelException.Refused(reason(known));
  }

  private String reason(Optional<Trouble> known) {
    String name = known.map(trouble -> " (" + trouble.key() + ")").orElse("");
    String said =
        message.length() <= LONGEST_REASON ? message : message.substring(0, LONGEST_REASON) + "…";
    return "WeCom " + code + name + ": " + said;
  }

  /** A field's words, empty if it is not there. */
  String words(String field) {
    return words(body, field);
  }

  /** A field's words, empty if it is not there. */
  static String words(JsonObject object, String field) {
    JsonElement value = object.get(field);
    return value != null && value.isJsonPrimitive() ? value.getAsString() : "";
  }

  /** Whether a field that lists people, as an array or joined by {@code |}, is not empty. */
  boolean names(String field) {
    JsonElement value = body.get(field);
    return value != null
        && (value.isJsonArray() ? !value.getAsJsonArray().isEmpty() : !words(field).isBlank());
  }
}
