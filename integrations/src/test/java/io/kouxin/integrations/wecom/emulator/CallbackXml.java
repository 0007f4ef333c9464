package io.kouxin.integrations.wecom.emulator;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/** The plain XML of a callback, element by element as the platform writes it (page 90239). */
final class CallbackXml {
  private static final Set<String> MESSAGES =
      Set.of("text", "voice", "image", "video", "location", "link");
  private static final Set<String> NUMBERS =
      Set.of("CreateTime", "MsgId", "AgentID", "Location_X", "Location_Y", "Scale");

  private static final Set<String> NESTED =
      Set.of(
          "SelectedItems",
          "SelectedItem",
          "OptionIds",
          "SendLocationInfo",
          "SendPicsInfo",
          "ScanCodeInfo");

  private CallbackXml() {}

  static boolean isMessage(Happening what) {
    return MESSAGES.contains(what.kind());
  }

  /** Elements that are missing come with what a client would usually put there. */
  static String of(Happening what, EmulatorConfig.App app, long second, long msgId) {
    Map<String, String> all = new LinkedHashMap<>();
    all.put("ToUserName", app.corpId());
    all.put("FromUserName", what.user());
    all.put("CreateTime", String.valueOf(second));
    all.put("MsgType", isMessage(what) ? what.kind() : "event");
    if (isMessage(what)) {
      all.put("MsgId", String.valueOf(msgId));
    } else {
      all.put("Event", what.kind());
    }
    all.put("AgentID", String.valueOf(app.agentId()));
    all.putAll(usual(what.kind()));
    all.putAll(what.fields());
    StringBuilder xml = new StringBuilder("<xml>");
    all.forEach((name, value) -> xml.append(element(name, value)));
    return xml.append("</xml>").toString();
  }

  private static Map<String, String> usual(String kind) {
    return switch (kind) {
      case "text" -> Map.of("Content", "你好");
      case "voice" -> Map.of("MediaId", "", "Format", "amr");
      case "image" -> Map.of("MediaId", "", "PicUrl", "");
      case "video" -> Map.of("MediaId", "", "ThumbMediaId", "");
      case "location" ->
          Map.of(
              "Location_X", "31.23",
              "Location_Y", "121.47",
              "Scale", "15",
              "Label", "上海市黄浦区人民大道",
              "AppType", "wxwork");
      case "link" ->
          Map.of("Title", "链接", "Description", "", "Url", "https://example.com", "PicUrl", "");
      case "LOCATION" ->
          Map.of(
              "Latitude", "31.23",
              "Longitude", "121.47",
              "Precision", "65.0",
              "AppType", "wxwork");
      case "enter_agent", "click", "view" -> Map.of("EventKey", "");
      default -> Map.of();
    };
  }

  static String element(String name, String value) {
    boolean bare = NESTED.contains(name) || NUMBERS.contains(name);
    String inside = bare ? value : "<![CDATA[" + value.replace("]]>", "]]]]><![CDATA[>") + "]]>";
    return "<" + name + ">" + inside + "</" + name + ">";
  }
}
