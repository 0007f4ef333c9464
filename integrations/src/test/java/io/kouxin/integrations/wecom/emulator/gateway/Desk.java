package io.kouxin.integrations.wecom.emulator.gateway;

import com.google.gson.JsonObject;
import io.kouxin.integrations.wecom.emulator.BotMessage;
import io.kouxin.integrations.wecom.emulator.BotRules;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the platform remembers of a bot: who wrote, what may be answered under which id, and what
 * was said. Where its number is not known, 40058 stands for it.
 */
final class Desk {
  private static final int UNKNOWN_ID = 846605;
  private static final int INVALID = 40058;
  private final Map<String, String> pushed = new HashMap<>();
  private final Set<String> chats = new HashSet<>();
  private final List<BotSays> said = new ArrayList<>();
  private final Uploads uploads = new Uploads();

  /** Something was pushed under this id. */
  synchronized void pushed(String id, BotMessage message) {
    JsonObject body = message.body();
    boolean event = body.has("event");
    String type = event ? body.getAsJsonObject("event").get("eventtype").getAsString() : "message";
    pushed.put(id, type);
    if (!event && body.has("from")) {
      String user = body.getAsJsonObject("from").get("userid").getAsString();
      String chat = body.has("chatid") ? body.get("chatid").getAsString() : user;
      chats.add(chat.toLowerCase(Locale.ROOT));
    }
  }

  /** What is answered to a frame of the bot. */
  synchronized Reply take(BotSays frame) {
    Reply reply = replied(frame);
    if (reply.code() == 0) {
      said.add(frame);
      notifyAll();
    }
    return reply;
  }

  /** An answer. */
  record Reply(int code, JsonObject body) {
    static Reply of(int code) {
      return new Reply(code, new JsonObject());
    }
  }

  private Reply replied(BotSays frame) {
    return switch (frame.command()) {
      case "aibot_send_msg" -> sent(frame);
      case "aibot_respond_msg" -> responded(frame, "message");
      case "aibot_respond_welcome_msg" -> responded(frame, "enter_chat");
      case "aibot_respond_update_msg" -> responded(frame, "template_card_event");
      case "aibot_upload_media_init" -> found("upload_id", uploads.begin(frame.body()));
      case "aibot_upload_media_chunk" -> Reply.of(uploads.piece(frame.body()) ? 0 : INVALID);
      case "aibot_upload_media_finish" -> found("media_id", uploads.end(frame.body()));
      default -> Reply.of(INVALID);
    };
  }

  private Reply sent(BotSays frame) {
    boolean wrote = chats.contains(frame.text("chatid").toLowerCase(Locale.ROOT));
    boolean group = frame.text("chat_type").equals("2");
    return Reply.of(wrote ? checked(frame, group) : INVALID);
  }

  private int checked(BotSays frame, boolean group) {
    String type = frame.type();
    if (type.equals("file") || type.equals("image")) {
      String id = frame.body().getAsJsonObject(type).get("media_id").getAsString();
      return uploads.file(id).isPresent() ? 0 : 40007;
    }
    return BotRules.code(frame.body(), group);
  }

  /** An answer belongs to what was pushed, and each kind of it to one kind of push. */
  private Reply responded(BotSays frame, String kind) {
    boolean right = kind.equals(pushed.get(frame.id()));
    if (right && !kind.equals("message")) {
      pushed.remove(frame.id());
    }
    return Reply.of(right ? 0 : UNKNOWN_ID);
  }

  private static Reply found(String field, Optional<String> value) {
    var body = new JsonObject();
    value.ifPresent(id -> body.addProperty(field, id));
    return new Reply(value.isPresent() ? 0 : INVALID, body);
  }

  synchronized List<BotSays> said() {
    return List.copyOf(said);
  }

  synchronized Optional<byte[]> file(String mediaId) {
    return uploads.file(mediaId);
  }
}
