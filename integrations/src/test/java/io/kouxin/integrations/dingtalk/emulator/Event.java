package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.List;

/**
 * Something that happened in the company.
 *
 * @param type as in {@code user_add_org}
 * @param fields what the event says besides its type, time and company
 */
public record Event(String type, JsonObject fields) {
  /** People come, go or change. */
  public static Event ofUsers(String type, List<String> users) {
    JsonArray ids = new JsonArray();
    users.forEach(ids::add);
    JsonObject fields = new JsonObject();
    fields.add("UserId", ids);
    return new Event(type, fields);
  }
}
