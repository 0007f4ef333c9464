package io.kouxin.integrations.dingtalk.emulator;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import io.kouxin.integrations.dingtalk.emulator.Manner.Tampering;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The platform's callbacks over HTTP: messages signed, events sealed, taps on cards signed in
 * another way. An event that nobody took comes again after 10 and after 30 seconds, and then waits
 * to be fetched (KB:obtain-the-event-list-of-failed-push-messages). A message does not come again,
 * unless {@link #repeatUnanswered} says so: developers have seen it after a minute.
 */
final class HttpPushes implements Pushes, AutoCloseable {
  private static final List<Duration> EVENT_WAITS =
      List.of(Duration.ofSeconds(10), Duration.ofSeconds(30));
  private static final List<Duration> MESSAGE_WAITS = List.of(Duration.ofSeconds(60));
  private static final Duration TOO_OLD = Duration.ofMinutes(61);
  private static final Gson GSON = new Gson();
  private final Company company;
  private final EventCipher cipher;
  private final Redeliveries redeliveries;
  private final CallbackSender sender = new CallbackSender();
  private final List<JsonObject> failed = new ArrayList<>();
  private volatile boolean repeatUnanswered;

  HttpPushes(Company company) {
    this.company = company;
    this.cipher = new EventCipher(company.keys(), company.app().clientId());
    this.redeliveries = new Redeliveries(company.clock());
  }

  CallbackSender sender() {
    return sender;
  }

  void repeatUnanswered(boolean on) {
    repeatUnanswered = on;
  }

  void deliverDue() {
    redeliveries.deliverDue();
  }

  @Override
  public Delivery message(String msgId, String body, Manner manner) {
    Tampering how = manner.tampering();
    Delivery delivery = Delivery.of(msgId, rounds(manner, () -> postMessage(body, how)));
    if (!delivery.isAccepted() && repeatUnanswered) {
      redeliveries.after(MESSAGE_WAITS, () -> postMessage(body, how).accepted(), () -> {});
    }
    return delivery;
  }

  private Delivery.Attempt postMessage(String body, Tampering how) {
    String timestamp = timestamp(how);
    String sign = Signatures.ofRobot(timestamp, company.app().clientSecret());
    return sender.post(
        company.callbacks().robot(),
        Map.of("timestamp", timestamp, "sign", how == Tampering.SIGNATURE ? flipped(sign) : sign),
        how == Tampering.GARBAGE ? body.substring(0, body.length() / 2) : body);
  }

  @Override
  public Delivery event(String id, String type, String body, Manner manner) {
    Tampering how = manner.tampering();
    Delivery delivery = Delivery.of(id, rounds(manner, () -> postEvent(body, how)));
    if (!delivery.isAccepted()) {
      redeliveries.after(
          EVENT_WAITS, () -> postEvent(body, how).accepted(), () -> fail(type, body));
    }
    return delivery;
  }

  private Delivery.Attempt postEvent(String body, Tampering how) {
    String timestamp = timestamp(how);
    String nonce = EmulatorConfig.letters(8);
    EventCipher seal =
        how == Tampering.OWNER ? new EventCipher(company.keys(), "dingother") : cipher;
    String sealed = seal.encrypt(how == Tampering.GARBAGE ? "no JSON" : body);
    String signature = cipher.sign(timestamp, nonce, sealed);
    String query =
        "msg_signature="
            + (how == Tampering.SIGNATURE ? flipped(signature) : signature)
            + ("&timestamp=" + timestamp)
            + ("&nonce=" + URLEncoder.encode(nonce, StandardCharsets.UTF_8));
    URI address = company.callbacks().events();
    String joint = address.getRawQuery() == null ? "?" : "&";
    String sent = how == Tampering.CIPHERTEXT ? flipped(sealed) : sealed;
    Delivery.Attempt answer =
        sender.post(
            URI.create(address + joint + query), Map.of(), GSON.toJson(Map.of("encrypt", sent)));
    return answer.accepted() ? opened(answer) : answer;
  }

  /** The first request to an address of events, which must be answered like any other. */
  boolean check() {
    return postEvent("{\"EventType\":\"check_url\"}", Tampering.NONE).accepted();
  }

  /** Only the sealed and signed word "success" is an answer. */
  private Delivery.Attempt opened(Delivery.Attempt answer) {
    String word = "";
    try {
      JsonElement body = JsonParser.parseString(answer.body());
      Fields said = new Fields(body.isJsonObject() ? body.getAsJsonObject() : new JsonObject());
      String sealed = said.text("encrypt");
      String signature = cipher.sign(said.text("timeStamp"), said.text("nonce"), sealed);
      word = signature.equals(said.text("msg_signature")) ? cipher.decrypt(sealed) : "";
    } catch (JsonParseException | IllegalArgumentException e) {
      word = "";
    }
    boolean success = word.equals("success");
    return new Delivery.Attempt(answer.status(), answer.millis(), word, success);
  }

  @Override
  public Delivery cardTap(String outTrackId, String body, Manner manner) {
    throw new IllegalStateException("Its callbackType is STREAM, and no gateway is here.");
  }

  /** A tap on a card whose callbackType is HTTP. */
  Delivery cardTap(String outTrackId, Cards.Address to, String body, Manner manner) {
    Tampering how = manner.tampering();
    return Delivery.of(outTrackId, rounds(manner, () -> postTap(to, body, how)));
  }

  private Delivery.Attempt postTap(Cards.Address to, String body, Tampering how) {
    String timestamp = timestamp(how);
    String sign = Signatures.ofCard(timestamp, to.secret());
    return sender.post(
        to.url(),
        Map.of(
            "x-ddpaas-signature-timestamp",
            timestamp,
            "x-ddpaas-signature",
            how == Tampering.SIGNATURE ? flipped(sign) : sign),
        how == Tampering.GARBAGE ? "{" : body);
  }

  private static List<Delivery.Attempt> rounds(Manner manner, Supplier<Delivery.Attempt> attempt) {
    List<Delivery.Attempt> attempts = new ArrayList<>();
    for (int round = 0; round <= manner.redeliveries(); round++) {
      attempts.add(attempt.get());
    }
    return attempts;
  }

  private String timestamp(Tampering how) {
    long millis = company.clock().millis();
    return String.valueOf(millis - (how == Tampering.OLD ? TOO_OLD.toMillis() : 0));
  }

  private static String flipped(String text) {
    return (text.charAt(0) == 'a' ? 'b' : 'a') + text.substring(1);
  }

  private synchronized void fail(String type, String body) {
    JsonObject entry = new JsonObject();
    entry.addProperty("event_time", company.clock().millis());
    entry.addProperty("call_back_tag", type);
    entry.add(type, JsonParser.parseString(body));
    failed.add(entry);
  }

  /** What was given up; fetched once. */
  synchronized Answer failed(ApiCall call) {
    List<JsonObject> all = List.copyOf(failed);
    failed.clear();
    return Answer.old(Map.of("has_more", false, "failed_list", all));
  }

  @Override
  public void close() {
    sender.close();
  }
}
