package io.kouxin.integrations.wecom.emulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What somebody does with the AI bot, as the platform writes it (documents 100719 and 101027).
 *
 * @param body all but what the way adds: {@code response_url}
 */
public record BotMessage(JsonObject body) {
  private static final AtomicLong COUNT = new AtomicLong(System.currentTimeMillis() * 1_000);

  private static BotMessage of(String user, String type, JsonObject content) {
    var from = new JsonObject();
    from.addProperty("userid", user);
    var body = new JsonObject();
    body.addProperty("msgid", "CAIQ" + COUNT.incrementAndGet());
    body.addProperty("aibotid", "AIBOT");
    body.addProperty("chattype", "single");
    body.add("from", from);
    body.addProperty("msgtype", type);
    body.add(type, content);
    return new BotMessage(body);
  }

  private static JsonObject object(String field, String value) {
    var object = new JsonObject();
    object.addProperty(field, value);
    return object;
  }

  /** Typed words. */
  public static BotMessage text(String user, String words) {
    return of(user, "text", object("content", words));
  }

  /** What the platform heard in a voice note. */
  public static BotMessage voice(String user, String heard) {
    return of(user, "voice", object("content", heard));
  }

  /** An {@code image}, {@code file} or {@code video} at this address; an empty key is not told. */
  public static BotMessage media(String user, String type, String url, String aesKey) {
    JsonObject content = object("url", url);
    if (!aesKey.isEmpty()) {
      content.addProperty("aeskey", aesKey);
    }
    return of(user, type, content);
  }

  /** Words and pictures in one message. */
  public static BotMessage mixed(String user, String words, List<String> urls) {
    var items = new JsonArray();
    items.add(item("text", object("content", words)));
    urls.forEach(url -> items.add(item("image", object("url", url))));
    var mixed = new JsonObject();
    mixed.add("msg_item", items);
    return of(user, "mixed", mixed);
  }

  private static JsonObject item(String type, JsonObject content) {
    JsonObject item = object("msgtype", type);
    item.add(type, content);
    return item;
  }

  /** An event without more to it, such as {@code enter_chat}. */
  public static BotMessage event(String user, String type) {
    BotMessage event = of(user, "event", object("eventtype", type));
    event.body().addProperty("create_time", System.currentTimeMillis() / 1_000);
    return event;
  }

  /** A tap on a card, with what was ticked. */
  public static BotMessage tap(String user, String taskId, String key, List<String> ticked) {
    JsonObject tapped = object("task_id", taskId);
    tapped.addProperty("event_key", key);
    tapped.addProperty("card_type", ticked.isEmpty() ? "button_interaction" : "vote_interaction");
    var ids = new JsonArray();
    ticked.forEach(ids::add);
    var options = new JsonObject();
    options.add("option_id", ids);
    var item = object("question_key", "ticked");
    item.add("option_ids", options);
    var items = new JsonArray();
    items.add(item);
    var selected = new JsonObject();
    selected.add("selected_item", items);
    tapped.add("selected_items", selected);
    BotMessage event = event(user, "template_card_event");
    event.body().getAsJsonObject("event").add("template_card_event", tapped);
    return event;
  }

  /** The same in a group, where the bot was mentioned. */
  public BotMessage in(String group) {
    JsonObject copy = body.deepCopy();
    copy.addProperty("chattype", "group");
    copy.addProperty("chatid", group);
    return new BotMessage(copy);
  }

  /** The same, quoting this. */
  public BotMessage quoting(BotMessage other) {
    JsonObject copy = body.deepCopy();
    String type = other.body().get("msgtype").getAsString();
    copy.add("quote", item(type, other.body().getAsJsonObject(type)));
    return new BotMessage(copy);
  }

  /** The same with another field, as JSON. */
  public BotMessage with(String field, String json) {
    JsonObject copy = body.deepCopy();
    copy.add(field, JsonParser.parseString(json));
    return new BotMessage(copy);
  }

  /** The same without a field. */
  public BotMessage without(String field) {
    JsonObject copy = body.deepCopy();
    copy.remove(field);
    return new BotMessage(copy);
  }

  /** The platform's id of it. */
  public String id() {
    return body.has("msgid") ? body.get("msgid").getAsString() : "";
  }
}
