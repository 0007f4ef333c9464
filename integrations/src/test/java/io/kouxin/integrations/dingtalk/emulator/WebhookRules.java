package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.JsonObject;
import java.util.Set;

/** What may be posted to a webhook, and what a person reads of it (KB:robot-message-type). */
final class WebhookRules {
  static final int MOST_BYTES = 20_000;
  private static final int MOST_MENTIONED = 50;
  private static final Set<String> KINDS =
      Set.of("text", "markdown", "actionCard", "link", "feedCard");

  private WebhookRules() {}

  static Content accepted(ApiCall call) {
    if (call.size() > MOST_BYTES) {
      throw Refused.old(460101, "message too long, exceed 20000 bytes");
    }
    return accepted(call.json());
  }

  static Content accepted(Fields request) {
    String kind = request.text("msgtype");
    if (!KINDS.contains(kind)) {
      throw Refused.old(400105, "unsupported msgtype");
    }
    Fields body = request.object(kind);
    String text = kind.equals("text") ? body.text("content") : body.text("text");
    boolean whole = kind.equals("feedCard") ? !body.objects("links").isEmpty() : !text.isBlank();
    boolean titled = kind.equals("text") || kind.equals("feedCard") || body.has("title");
    boolean tooMany = request.object("at").texts("atUserIds").size() > MOST_MENTIONED;
    if (!whole || !titled || tooMany) {
      throw Refused.old(40035, "缺少参数 " + kind);
    }
    JsonObject given = request.json();
    return new Content(kind, body.text("title"), text, given);
  }
}
