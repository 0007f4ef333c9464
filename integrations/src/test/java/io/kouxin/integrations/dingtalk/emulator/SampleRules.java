package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/** Message templates of the robot: msgKey, and what msgParam must hold (KB:robot-message-type). */
final class SampleRules {
  private static final int MOST_BYTES = 15_000;
  private static final Set<String> FILE_TYPES = Set.of("xlsx", "pdf", "zip", "rar", "doc", "docx");
  private static final Map<String, List<String>> KEYS =
      Map.of(
          "sampleText", List.of("content"),
          "sampleMarkdown", List.of("title", "text"),
          "sampleImageMsg", List.of("photoURL"),
          "sampleLink", List.of("text", "title", "picUrl", "messageUrl"),
          "sampleActionCard", List.of("title", "text", "singleTitle", "singleURL"),
          "sampleActionCard6",
              List.of("title", "text", "buttonTitle1", "buttonUrl1", "buttonTitle2", "buttonUrl2"),
          "sampleAudio", List.of("mediaId", "duration"),
          "sampleFile", List.of("mediaId", "fileName", "fileType"),
          "sampleVideo", List.of("duration", "videoMediaId", "videoType", "picMediaId"));
  private static final Map<String, String> KINDS =
      Map.of(
          "sampleText", "text",
          "sampleMarkdown", "markdown",
          "sampleImageMsg", "image",
          "sampleLink", "link",
          "sampleAudio", "audio",
          "sampleFile", "file",
          "sampleVideo", "video");
  private final MediaStore media;

  SampleRules(MediaStore media) {
    this.media = media;
  }

  Content accepted(Fields request) {
    String key = request.text("msgKey");
    String written = request.text("msgParam");
    if (written.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES) {
      throw Refused.bad("invalidParameter.msgParam.tooLong", "消息参数过长");
    }
    Fields params = new Fields(object(written));
    for (String name : keys(key)) {
      if (params.text(name).isEmpty()) {
        throw Refused.bad("miss.param." + name, "缺少参数 " + name);
      }
    }
    checkMedia(key, params);
    String text =
        switch (key) {
          case "sampleText" -> params.text("content");
          case "sampleImageMsg" -> params.text("photoURL");
          case "sampleFile" -> params.text("fileName");
          default -> params.text("text");
        };
    String kind = KINDS.getOrDefault(key, "actionCard");
    return new Content(kind, params.text("title"), text, params.json());
  }

  private static List<String> keys(String key) {
    if (key.matches("sampleActionCard[2-5]")) {
      int buttons = key.charAt(key.length() - 1) - '0';
      return IntStream.rangeClosed(1, buttons)
          .boxed()
          .flatMap(n -> List.of("actionTitle" + n, "actionURL" + n).stream())
          .toList();
    }
    List<String> known = KEYS.get(key);
    if (known == null) {
      throw Refused.bad("invalidParameter.msgKey.invalid", "不支持的msgKey");
    }
    return known;
  }

  private void checkMedia(String key, Fields params) {
    boolean isSound = key.equals("sampleAudio") || key.equals("sampleFile");
    if (isSound && media.find(params.text("mediaId")).isEmpty()) {
      throw Refused.bad("invalidParameter.msgParam.mediaId", "不合法的mediaId");
    }
    if (key.equals("sampleFile") && !FILE_TYPES.contains(params.text("fileType"))) {
      throw Refused.bad("invalidParameter.msgParam.fileType", "不支持的文件类型");
    }
  }

  private static JsonObject object(String written) {
    try {
      JsonElement parsed = JsonParser.parseString(written);
      if (parsed.isJsonObject()) {
        return parsed.getAsJsonObject();
      }
    } catch (JsonParseException e) {
      throw notJson();
    }
    throw notJson();
  }

  private static Refused notJson() {
    return Refused.bad("invalidParameter.msgParam.invalid", "msgParam不是合法的JSON");
  }
}
