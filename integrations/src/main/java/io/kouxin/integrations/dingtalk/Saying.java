package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonObject;
import java.util.Optional;

/**
 * One message, as the API and as a conversation's webhook want it (KB:robot-message-type).
 *
 * @param template the API's {@code msgKey}
 * @param content its {@code msgParam}
 * @param webhook the body of the same for a webhook; empty for what webhooks do not take
 */
record Saying(String template, JsonObject content, Optional<JsonObject> webhook) {

  /** Words as they are. */
  static Saying text(String words) {
    JsonObject content = object("content", words);
    return new Saying("sampleText", content, Optional.of(typed("text", content)));
  }

  /**
   * Marked words.
   *
   * @param title what a notification shows
   */
  static Saying markdown(String title, String text) {
    JsonObject content = object("title", title.isBlank() ? "…" : title);
    content.addProperty("text", text);
    return new Saying("sampleMarkdown", content, Optional.of(typed("markdown", content)));
  }

  /** A picture that was uploaded. */
  static Saying image(String mediaId) {
    return new Saying("sampleImageMsg", object("photoURL", mediaId), Optional.empty());
  }

  /** A file that was uploaded. */
  static Saying file(String mediaId, String name, String type) {
    JsonObject content = object("mediaId", mediaId);
    content.addProperty("fileName", name);
    content.addProperty("fileType", type);
    return new Saying("sampleFile", content, Optional.empty());
  }

  private static JsonObject typed(String type, JsonObject content) {
    JsonObject body = object("msgtype", type);
    body.add(type, content);
    return body;
  }

  private static JsonObject object(String field, String value) {
    var object = new JsonObject();
    object.addProperty(field, value);
    return object;
  }
}
