package io.kouxin.integrations.wecom.emulator;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;

/** An AI bot that is called back: sealed JSON goes out, and answers come back in three ways. */
public final class EmulatedBot implements AutoCloseable {
  private final EmulatedCorp corp;
  private final Supplier<String> baseUrl;
  private final EmulatorConfig.CallbackKeys keys = EmulatorConfig.random().keys();
  private final CallbackCipher cipher = new CallbackCipher(keys);
  private final Sealing sealing = new Sealing(cipher, "");
  private final CallbackSender sender = new CallbackSender();
  private volatile Optional<URI> callback = Optional.empty();

  EmulatedBot(EmulatedCorp corp, Supplier<String> baseUrl) {
    this.corp = corp;
    this.baseUrl = baseUrl;
  }

  /**
   * What became of one callback.
   *
   * @param reply the opened answer of the last attempt
   */
  public record Told(List<Delivery.Attempt> attempts, Optional<JsonObject> reply) {
    /** Whether the bot has it. */
    public boolean isAccepted() {
      return attempts.stream().anyMatch(Delivery.Attempt::isAccepted);
    }

    /** The status of the last answer. */
    public int status() {
      return attempts.getLast().status();
    }
  }

  /** What callbacks are sealed with. */
  public EmulatorConfig.CallbackKeys keys() {
    return keys;
  }

  /** Delivers to this address from now on. */
  public void callback(URI address) {
    callback = Optional.of(address);
  }

  /** Checks the address as the administrator's page does. */
  public Verification verify() {
    String echo = String.valueOf(ThreadLocalRandom.current().nextLong(Long.MAX_VALUE));
    Envelope envelope = sealing.seal(echo, Manner.Tampering.NONE, now());
    Delivery.Attempt attempt = sender.get(envelope.at(address(), true));
    return new Verification(attempt.body().equals(echo), attempt.millis(), attempt.status());
  }

  /** Tells the bot; messages are tried three times, and taps once (document 101027). */
  public Told tell(BotMessage message) {
    return tell(message, Manner.PLAIN);
  }

  /** The same in this manner. */
  public Told tell(BotMessage message, Manner manner) {
    return told(complete(message).toString(), manner);
  }

  /** Seals this text, whatever it is. */
  public Told told(String plain, Manner manner) {
    List<Delivery.Attempt> attempts = new ArrayList<>();
    for (int round = 0; round <= manner.redeliveries(); round++) {
      Envelope envelope = sealing.seal(plain, manner.tampering(), now());
      boolean garbage = manner.tampering() == Manner.Tampering.GARBAGE;
      String body = garbage ? "{\"encrypt\":" : envelope.json();
      for (int replay = 0; replay <= manner.replays(); replay++) {
        attempts.addAll(sender.post(envelope.at(address(), false), body));
      }
    }
    Optional<JsonObject> reply =
        Optional.of(attempts.getLast().body()).filter(body -> !body.isBlank()).map(this::opened);
    return new Told(List.copyOf(attempts), reply);
  }

  private JsonObject complete(BotMessage message) {
    JsonObject body = message.body().deepCopy();
    if (!body.has("response_url") && !body.get("msgtype").getAsString().equals("event")) {
      boolean group = body.get("chattype").getAsString().equals("group");
      String chat =
          group
              ? body.get("chatid").getAsString()
              : body.getAsJsonObject("from").get("userid").getAsString();
      body.addProperty("response_url", baseUrl.get() + corp.bot().address(chat, group));
    }
    return body;
  }

  /** An answer, after a look at its signature. */
  private JsonObject opened(String body) {
    JsonObject envelope = JsonParser.parseString(body).getAsJsonObject();
    String sealed = envelope.get("encrypt").getAsString();
    String signature =
        cipher.sign(
            envelope.get("timestamp").getAsString(), envelope.get("nonce").getAsString(), sealed);
    if (!signature.equals(envelope.get("msgsignature").getAsString())) {
      throw new AssertionError("The bot's answer is signed wrongly.");
    }
    return JsonParser.parseString(cipher.decrypt(sealed)).getAsJsonObject();
  }

  /** Asks for what a stream says by now. */
  public JsonObject poll(String user, String stream) {
    BotMessage question = BotMessage.text(user, "").without("text");
    JsonObject body = question.body();
    body.addProperty("msgtype", "stream");
    var asked = new JsonObject();
    asked.addProperty("id", stream);
    body.add("stream", asked);
    return told(body.toString(), Manner.PLAIN).reply().orElseThrow().getAsJsonObject("stream");
  }

  /** What was said at addresses of this chat, oldest first. */
  public List<JsonObject> said(String chat) {
    return corp.bot().said().stream()
        .filter(said -> said.chat().equals(chat))
        .map(BotChats.Said::body)
        .toList();
  }

  /** The address of a file, sealed with the callback's key. */
  public String file(byte[] plain) {
    return file(plain, keys.aesKey() + "=");
  }

  /** The address of a file, sealed with a key of its own, in Base64. */
  public String file(byte[] plain, String key) {
    return baseUrl.get() + corp.bot().keep(plain, key);
  }

  /** How long the bot may take over an answer: 5 seconds unless a test is in a hurry. */
  public void patience(Duration answerWithin) {
    sender.patience(answerWithin);
  }

  private URI address() {
    return callback.orElseThrow(() -> new IllegalStateException("No callback address is set."));
  }

  private Instant now() {
    return corp.clock().instant();
  }

  @Override
  public void close() {
    sender.close();
  }
}
