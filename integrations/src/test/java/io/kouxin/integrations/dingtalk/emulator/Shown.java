package io.kouxin.integrations.dingtalk.emulator;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page and programs see of the emulator's state. */
final class Shown {
  private static final int MOST = 1_000;

  private Shown() {}

  /** The newest, oldest of them first. */
  static Map<String, Object> sent(DingTalkEmulator emulator, String limit) {
    List<SentMessage> all = emulator.sent();
    int most = limit.matches("\\d{1,6}") ? Integer.parseInt(limit) : MOST;
    List<Map<String, Object>> items = new ArrayList<>();
    all.subList(Math.max(0, all.size() - most), all.size())
        .forEach(each -> items.add(sent(emulator, each)));
    return Map.of("kept", all.size(), "items", items);
  }

  private static Map<String, Object> sent(DingTalkEmulator emulator, SentMessage message) {
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("id", message.id());
    shown.put("at", message.at());
    shown.put("route", message.route());
    shown.put("kind", message.content().kind());
    shown.put("title", message.content().title());
    shown.put("text", message.content().text());
    shown.put("body", message.content().body());
    shown.put("receipt", message.receipt());
    shown.put("readBy", message.readBy());
    shown.put("recalled", message.recalled());
    shown.put("links", Links.in(message.content()));
    shown.put("buttons", emulator.buttons(message.id()));
    return shown;
  }

  static Map<String, Object> quota(DingTalkEmulator emulator) {
    Limits limits = emulator.limits();
    Map<String, Object> shown = new LinkedHashMap<>();
    shown.put("calls", emulator.quota().calls());
    shown.put("callsAMonth", limits.callsAMonth());
    shown.put("messages", emulator.quota().messages());
    shown.put("messagesAMonth", limits.messagesAMonth());
    shown.put("now", emulator.now());
    return shown;
  }
}
