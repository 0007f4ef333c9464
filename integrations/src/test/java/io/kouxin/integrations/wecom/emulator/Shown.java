package io.kouxin.integrations.wecom.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What was sent, as JSON for people and programs. */
final class Shown {
  private static final int USUAL = 200;

  private Shown() {}

  /** The last {@code limit} messages, oldest first. */
  static Map<String, Object> sent(List<SentMessage> all, String limit) {
    int most = limit.isEmpty() ? USUAL : Integer.parseInt(limit);
    List<SentMessage> last = all.subList(Math.max(0, all.size() - most), all.size());
    return Map.of("kept", all.size(), "items", last.stream().map(Shown::message).toList());
  }

  private static Map<String, Object> message(SentMessage message) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("msgid", message.msgId());
    all.put("at", message.at().toString());
    all.put("type", message.content().type());
    all.put("task_id", message.content().taskId());
    all.put("delivered", message.receipt().delivered());
    all.put("dropped", message.receipt().dropped());
    all.put("invalid", message.receipt().invalid());
    all.put("unlicensed", message.receipt().unlicensed());
    all.put("swallowed", message.receipt().swallowed());
    all.put("sent", message.content().body());
    Map<String, Object> shown = new LinkedHashMap<>();
    message.shown().forEach((user, content) -> shown.put(user, face(content)));
    all.put("shown", shown);
    return all;
  }

  private static Map<String, Object> face(Content content) {
    return Map.of(
        "words", content.words(),
        "body", content.body(),
        "keys", content.keys(),
        "greyed", content.greyed().orElse(""));
  }
}
