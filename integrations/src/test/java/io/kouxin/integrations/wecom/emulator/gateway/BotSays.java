package io.kouxin.integrations.wecom.emulator.gateway;

import com.google.gson.JsonObject;

/**
 * A frame that the bot sent and the gateway took.
 *
 * @param command as in {@code aibot_send_msg}
 * @param id the frame's {@code req_id}
 */
public record BotSays(String command, String id, JsonObject body) {
  /** A message's kind. */
  public String type() {
    return text("msgtype");
  }

  /** A field of the body, empty if it is not there. */
  public String text(String field) {
    return body.has(field) ? body.get(field).getAsString() : "";
  }
}
