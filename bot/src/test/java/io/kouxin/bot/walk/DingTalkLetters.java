package io.kouxin.bot.walk;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.params.provider.Arguments;

/** What DingTalk brings, written and signed by hand, so that anything can be wrong with it. */
final class DingTalkLetters {
  private static final AtomicLong NUMBER = new AtomicLong(System.currentTimeMillis());

  private final Company company;

  DingTalkLetters(Company company) {
    this.company = company;
  }

  static String nextId() {
    return "msg-by-hand-" + NUMBER.incrementAndGet();
  }

  /** A message to the robot in a chat of two. */
  JsonObject text(String user, String words) {
    JsonObject message = new JsonObject();
    message.addProperty("conversationId", "cidOf" + user);
    message.addProperty("conversationType", "1");
    message.addProperty("msgId", nextId());
    message.addProperty("msgtype", "text");
    message.addProperty("createAt", company.emulator().now().toEpochMilli());
    message.addProperty("senderStaffId", user);
    message.addProperty("senderNick", user);
    message.addProperty("robotCode", company.emulator().app().robotCode());
    JsonObject text = new JsonObject();
    text.addProperty("content", words);
    message.add("text", text);
    return message;
  }

  /** A tap on a card; {@code content} is JSON in a string, as DingTalk writes it. */
  JsonObject tap(String user, String card, String content) {
    JsonObject tap = new JsonObject();
    tap.addProperty("type", "actionCallback");
    tap.addProperty("outTrackId", card);
    tap.addProperty("corpId", company.emulator().app().corpId());
    tap.addProperty("userId", user);
    tap.addProperty("content", content);
    return tap;
  }

  /** What a button with this id brings. */
  static String pressed(String id) {
    JsonObject params = new JsonObject();
    params.addProperty("id", id);
    JsonObject data = new JsonObject();
    data.add("params", params);
    JsonObject content = new JsonObject();
    content.add("cardPrivateData", data);
    return content.toString();
  }

  static JsonObject without(JsonObject message, String field) {
    JsonObject lacking = message.deepCopy();
    lacking.remove(field);
    return lacking;
  }

  /** The headers of a message to the robot (KB:receive-message). */
  Map<String, String> signed() {
    String time = String.valueOf(company.emulator().now().toEpochMilli());
    String secret = company.emulator().app().clientSecret();
    return Map.of("timestamp", time, "sign", hmac(time + "\n" + secret, secret));
  }

  /** The headers of a tap on a card (KB:event-callback-card). */
  Map<String, String> signedForCards() {
    String time = String.valueOf(company.emulator().now().toEpochMilli());
    String key = "kouxin-" + company.emulator().app().clientId();
    String sign = hmac(time, company.emulator().cards().secret(key));
    return Map.of("x-ddpaas-signature-timestamp", time, "x-ddpaas-signature", sign);
  }

  static String hmac(String message, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(message.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is no JSON object, by name: at every place where DingTalk writes one. */
  static Stream<Arguments> noObjects() {
    return Stream.of(
        Arguments.of("nothing", ""),
        Arguments.of("words", "hello"),
        Arguments.of("a list", "[]"),
        Arguments.of("null", "null"),
        Arguments.of("half of it", "{\"msgId\":"),
        Arguments.of("a broken escape", "{\"msgId\":\"\\uZZZZ\"}"),
        Arguments.of("XML", "<xml/>"),
        Arguments.of("300 deep", "{\"a\":" + "[".repeat(300) + "]".repeat(300) + "}"),
        Arguments.of("20,000 deep", "{\"a\":" + "[".repeat(20_000)),
        Arguments.of("an object without anything", "{}"));
  }
}
