package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Inbound.Envelope;
import io.kouxin.integrations.channel.MediaRef;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What people say to the robot; the payload is the same in Stream and HTTP (KB:robot-message-type,
 * KB:receive-message). Reading one also remembers the webhook with which it may be answered. Safe
 * for many threads.
 */
public final class RobotMessages {
  /** DingTalk's code for a message without its content, once the month's quota is used up. */
  private static final String QUOTA_GONE = "20001";

  private static final String CODE = "downloadCode";
  private static final String AMR = "audio/amr";
  private static final int LONGEST_KIND = 60;
  private final String robotCode;
  private final Sessions sessions;
  private final Meter meter;
  private final Clock clock;

  /**
   * For one robot.
   *
   * @param meter is told of each message that comes, a repeat too: DingTalk sent it
   */
  public RobotMessages(DingTalkAccount account, Sessions sessions, Meter meter, Clock clock) {
    this.robotCode = account.robotCode();
    this.sessions = sessions;
    this.meter = meter;
    this.clock = clock;
  }

  /**
   * The message in a payload.
   *
   * @throws RefusedException if it cannot be told what it is or who sent it
   */
  Inbound read(JsonObject payload) throws RefusedException {
    meter.message();
    var fields = new Fields(payload);
    insistOnRobot(fields);
    Envelope envelope = envelope(fields);
    fields
        .number("sessionWebhookExpiredTime")
        .ifPresent(
            expires ->
                sessions.remember(
                    envelope.conversation(),
                    fields.words("sessionWebhook"),
                    Instant.ofEpochMilli(expires)));
    return fields.words("errorCode").equals(QUOTA_GONE)
        ? new Inbound.Unknown(envelope, Inbound.Unknown.WITHHELD)
        : content(fields, envelope);
  }

  /** A code that is not there is not complained about: not every kind of robot has one. */
  private void insistOnRobot(Fields fields) throws RefusedException {
    Optional<String> code = fields.said("robotCode");
    if (code.isPresent() && !code.get().equals(robotCode)) {
      throw new RefusedException(Refusal.ROBOT);
    }
  }

  private Envelope envelope(Fields fields) throws RefusedException {
    String id =
        fields.said("msgId").orElseThrow(() -> new RefusedException(Refusal.FIELD, "msgId"));
    String sender =
        fields.said("senderStaffId").orElseThrow(() -> new RefusedException(Refusal.SENDER));
    boolean group = fields.words("conversationType").equals("2");
    String conversation = group ? fields.said("conversationId").orElse(sender) : sender;
    Instant at =
        fields.number("createAt").stream()
            .filter(millis -> millis > 0)
            .mapToObj(Instant::ofEpochMilli)
            .findFirst()
            .orElseGet(clock::instant);
    return new Envelope(id, DingTalk.NAME, sender, conversation, at);
  }

  private static Inbound content(Fields fields, Envelope envelope) {
    String type = fields.words("msgtype");
    // Seen packed into a string by gateways that log it.
    Fields content = fields.packed("content");
    return switch (type) {
      case "text" -> words(envelope, fields.object("text").words("content"));
      case "richText" -> rich(envelope, content.objects("richText"));
      case "audio" -> voice(envelope, content);
      case "picture" -> picture(envelope, content);
      case "video" -> file(envelope, content, "video", "video." + extension(content));
      case "file" -> file(envelope, content, "file", content.said("fileName").orElse("file"));
      default -> new Inbound.Unknown(envelope, kind(content.said("unknownMsgType").orElse(type)));
    };
  }

  /** A space remains where the robot's name was; a name alone says nothing. */
  private static Inbound words(Envelope envelope, String text) {
    String words = text.strip();
    return words.isEmpty()
        ? new Inbound.Unknown(envelope, "empty")
        : new Inbound.Text(envelope, words);
  }

  /** The words if there are any: what is shown beside them cannot be kept in one message. */
  private static Inbound rich(Envelope envelope, List<Fields> parts) {
    String words =
        parts.stream()
            .map(part -> part.words("text"))
            .filter(text -> !text.isBlank())
            .collect(Collectors.joining(" "));
    return words.isBlank()
        ? parts.stream()
            .filter(part -> code(part).isPresent())
            .findFirst()
            .map(part -> picture(envelope, part))
            .orElseGet(() -> new Inbound.Unknown(envelope, "empty"))
        : words(envelope, words);
  }

  /** DingTalk may have listened already; where only its words came, they are what was said. */
  private static Inbound voice(Envelope envelope, Fields content) {
    Optional<String> recognised = content.said("recognition");
    Optional<String> code = code(content);
    if (code.isPresent()) {
      return new Inbound.Voice(envelope, new MediaRef.Remote(code.get(), AMR), recognised);
    }
    return recognised
        .map(words -> words(envelope, words))
        .orElseGet(() -> new Inbound.Unknown(envelope, "audio"));
  }

  private static Inbound picture(Envelope envelope, Fields content) {
    return code(content)
        .<Inbound>map(code -> new Inbound.Picture(envelope, new MediaRef.Remote(code, "")))
        .orElseGet(() -> new Inbound.Unknown(envelope, "picture"));
  }

  private static Inbound file(Envelope envelope, Fields content, String type, String name) {
    return code(content)
        .<Inbound>map(code -> new Inbound.File(envelope, new MediaRef.Remote(code, ""), name))
        .orElseGet(() -> new Inbound.Unknown(envelope, type));
  }

  private static Optional<String> code(Fields content) {
    return content.said(CODE).or(() -> content.said("pictureDownloadCode"));
  }

  private static String extension(Fields content) {
    String type = content.words("videoType");
    return type.matches("[0-9A-Za-z]{1,8}") ? type : "mp4";
  }

  private static String kind(String type) {
    String kind = type.isBlank() ? "none" : type;
    return kind.length() <= LONGEST_KIND ? kind : kind.substring(0, LONGEST_KIND);
  }
}
