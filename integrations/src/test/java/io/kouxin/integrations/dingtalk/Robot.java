package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import io.kouxin.integrations.channel.Webhook;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;

/** A robot that people write to, and what DingTalk makes of it. */
final class Robot {
  static final long NOW = 1_700_000_000_000L;
  static final Clock CLOCK = Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC);
  static final DingTalkAccount ACCOUNT = new DingTalkAccount("dingappkey01", "SEC0123456789");
  static final String WEBHOOK = "https://oapi.dingtalk.com/robot/sendBySession?session=s1";

  private Robot() {}

  /** A message that Wang Lei wrote alone to the robot, with this content in Gson's spelling. */
  static JsonObject message(String content) {
    return json(
        "{'conversationId':'cid6KeBBLoveMJOGXoYKF5x7EeiodoA==','conversationType':'1',"
            + "'msgId':'msg+1==','createAt':"
            + NOW
            + ",'senderStaffId':'wanglei','senderNick':'王磊','senderId':'$:LWCP_v1:$x',"
            + "'robotCode':'dingappkey01','sessionWebhook':'"
            + WEBHOOK
            + "','sessionWebhookExpiredTime':"
            + (NOW + 5_400_000)
            + ","
            + content
            + "}");
  }

  static JsonObject text(String words) {
    JsonObject message = message("'msgtype':'text'");
    var text = new JsonObject();
    text.addProperty("content", words);
    message.add("text", text);
    return message;
  }

  static JsonObject json(String words) {
    return JsonParser.parseString(words).getAsJsonObject();
  }

  static DingTalkAccount at(URI address) {
    return new DingTalkAccount("dingappkey01", "SEC0123456789", "", address, address);
  }

  /** A request signed at this moment. */
  static Webhook.Visit signed(long millis, byte[] body) {
    String timestamp = String.valueOf(millis);
    String sign = new RobotSign(ACCOUNT.clientSecret()).of(timestamp);
    return new Webhook.Visit(Map.of(), Map.of("timestamp", timestamp, "sign", sign), body);
  }

  static Webhook.Visit signed(JsonObject message) {
    return signed(NOW, message.toString().getBytes(UTF_8));
  }
}
