package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.util.Set;

/** Bodies as the robot gets them, by HTTP and by Stream alike (KB:robot-message-type). */
final class RobotMessage {
  private static final Set<String> NEVER_IN_GROUPS = Set.of("audio", "video", "file");
  private static final int QUOTA_GONE = 20001;
  private final Company company;
  private final Said said;
  private final JsonObject body = new JsonObject();

  /** Throws IllegalArgumentException for what nobody can say there. */
  RobotMessage(Company company, Said said) {
    this.company = company;
    this.said = said;
    if (said.group().isPresent() && NEVER_IN_GROUPS.contains(said.kind())) {
      throw new IllegalArgumentException("In a group the robot gets no " + said.kind() + ".");
    }
  }

  /**
   * The whole body.
   *
   * @param session opened for this message
   */
  JsonObject body(String msgId, Sessions.Session session) {
    body.addProperty("conversationId", session.conversation());
    body.addProperty("conversationType", session.group() ? "2" : "1");
    company
        .groups()
        .find(session.conversation())
        .ifPresent(group -> body.addProperty("conversationTitle", group.title()));
    body.addProperty("msgId", msgId);
    body.addProperty("msgtype", said.kind());
    time("createAt", company.clock().millis());
    time("sessionWebhookExpiredTime", session.until().toEpochMilli());
    body.addProperty("sessionWebhook", session.at(company.baseUrl()).toString());
    sender();
    robot(session.group());
    if (company.quota().admitsMessage()) {
      content();
    } else {
      body.addProperty("errorMessage", "当月Webhook与Stream消息额度已用完");
      body.addProperty("errorCode", QUOTA_GONE);
    }
    return body;
  }

  /** The documentation calls times texts and shows numbers. */
  private void time(String name, long millis) {
    if (company.hasTextualTimes()) {
      body.addProperty(name, String.valueOf(millis));
    } else {
      body.addProperty(name, millis);
    }
  }

  private void sender() {
    Person person = company.people().find(said.user()).orElseGet(() -> Person.outside(said.user()));
    body.addProperty("senderId", "$:LWCP_v1:$" + person.unionId());
    body.addProperty("senderNick", person.name());
    body.addProperty("senderPlatform", "Android");
    body.addProperty("isAdmin", false);
    if (!person.isOutside()) {
      body.addProperty("senderStaffId", person.userId());
      body.addProperty("senderUnionId", person.unionId());
      body.addProperty("senderCorpId", company.app().corpId());
    }
  }

  private void robot(boolean group) {
    String id = "$:LWCP_v1:$robot";
    body.addProperty("chatbotUserId", id);
    body.addProperty("chatbotCorpId", company.app().corpId());
    body.addProperty("robotCode", company.app().robotCode());
    body.addProperty("isInAtList", group);
    if (group) {
      JsonObject mentioned = new JsonObject();
      mentioned.addProperty("dingtalkId", id);
      JsonArray all = new JsonArray();
      all.add(mentioned);
      body.add("atUsers", all);
    }
  }

  private void content() {
    JsonObject content = new JsonObject();
    if (said.kind().equals("text")) {
      // The mention is taken out, and the space behind it stays.
      content.addProperty("content", (said.group().isPresent() ? " " : "") + said.words());
      body.add("text", content);
      return;
    }
    switch (said.kind()) {
      case "audio" -> audio(content);
      case "picture" -> picture(content);
      case "richText" -> richText(content);
      case "file" -> file(content);
      case "video" -> video(content);
      default -> content.addProperty("unknownMsgType", said.kind());
    }
    body.add("content", content);
  }

  private StoredFile stored() {
    return said.file()
        .orElseThrow(() -> new IllegalArgumentException("No bytes for " + said.kind() + "."));
  }

  private String code() {
    return company.downloads().code(stored());
  }

  private void audio(JsonObject content) {
    content.addProperty("downloadCode", code());
    content.addProperty("duration", stored().millis());
    if (!said.words().isEmpty()) {
      content.addProperty("recognition", said.words());
    }
  }

  private void picture(JsonObject content) {
    content.addProperty("downloadCode", code());
    content.addProperty("pictureDownloadCode", code());
  }

  private void richText(JsonObject content) {
    JsonObject words = new JsonObject();
    words.addProperty("text", said.words());
    JsonArray pieces = new JsonArray();
    pieces.add(words);
    if (said.file().isPresent()) {
      JsonObject picture = new JsonObject();
      picture.addProperty("type", "picture");
      picture(picture);
      pieces.add(picture);
    }
    content.add("richText", pieces);
  }

  private void file(JsonObject content) {
    content.addProperty("downloadCode", code());
    content.addProperty("fileName", stored().name());
    content.addProperty("spaceId", "5001");
    content.addProperty("fileId", EmulatorConfig.letters(10));
  }

  private void video(JsonObject content) {
    content.addProperty("downloadCode", code());
    content.addProperty("duration", stored().millis());
    content.addProperty("videoType", "mp4");
  }
}
