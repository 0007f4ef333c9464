package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Webhook;
import io.kouxin.integrations.wecom.ReplyWindow.Kind;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where WeCom brings what people write to an AI bot (documents 101033 and 100719): sealed JSON,
 * answered by sealed JSON. A message is kept and answered at once by a stream that has yet to say
 * something; a tap and a visit are kept, and then waited for a little, because WeCom takes the new
 * face of a card, and a welcome, here and nowhere else.
 */
public final class AiBotDoor implements Webhook {
  private static final Logger LOG = LoggerFactory.getLogger(AiBotDoor.class);
  private static final int MOST_BYTES = 256 * 1024;

  /** WeCom waits for five seconds, and the way has its share of them. */
  private static final int LOOKS = 35;

  private static final Duration BETWEEN = Duration.ofMillis(100);
  private final Seal seal;
  private final BotReading reading;
  private final BotStreams streams;
  private final ReplyWindows windows;
  private final Consumer<Inbound> keep;
  private final Clock clock;
  private final String believed;
  private final int looks;

  /**
   * A door for one bot.
   *
   * @param keep returns once the message is kept durably; if it throws, WeCom gets no yes
   */
  public AiBotDoor(BotKeys keys, BotTalk talk, Consumer<Inbound> keep) {
    this(keys, talk, keep, LOOKS);
  }

  /** One that looks so often for the answer to a tap. */
  AiBotDoor(BotKeys keys, BotTalk talk, Consumer<Inbound> keep, int looks) {
    this.looks = looks;
    this.seal = keys.seal();
    this.reading = new BotReading(keys.botId(), talk.clock());
    this.streams = talk.streams();
    this.windows = talk.windows();
    this.keep = keep;
    this.clock = talk.clock();
    this.believed = talk.api();
  }

  @Override
  public String name() {
    return WeCom.NAME;
  }

  @Override
  public String path() {
    return "wecom/aibot";
  }

  @Override
  public int mostBytes() {
    return MOST_BYTES;
  }

  @Override
  public Answer verify(Map<String, String> query) {
    return Echo.answer(seal, clock, query);
  }

  @Override
  public Answer receive(Visit visit) {
    try {
      Knock knock = Knock.of(visit.query());
      knock.near(clock);
      Told told = opened(knock, visit.body());
      return told.text("msgtype").equals("stream")
          ? sealed(streams.now(told.object("stream").text("id"), chat(told)), knock)
          : answered(told, knock);
    } catch (RefusedException e) {
      return e.answer();
    }
  }

  private Told opened(Knock knock, byte[] body) throws RefusedException {
    if (body.length > MOST_BYTES) {
      throw new RefusedException(Refusal.LENGTH);
    }
    String text =
        Told.read(body)
            .word("encrypt")
            .orElseThrow(() -> new RefusedException(Refusal.JSON, "encrypt"));
    seal.check(knock, text);
    return Told.read(seal.open(text));
  }

  private static String chat(Told told) {
    return told.object("from").text("userid").toLowerCase(java.util.Locale.ROOT);
  }

  private Answer answered(Told told, Knock knock) throws RefusedException {
    BotArrival arrival = reading.read(told, address(told));
    // Before the message is: whoever works on it must find where to answer.
    kept(() -> arrival.window().ifPresent(windows::open));
    for (Inbound inbound : arrival.inbound()) {
      kept(() -> keep.accept(inbound));
    }
    return switch (arrival.window().map(ReplyWindow::kind).orElse(Kind.GROUP)) {
      case MESSAGE -> sealed(streams.now(arrival.window().orElseThrow().id(), chat(told)), knock);
      case TAP, WELCOME -> awaited(arrival.window().orElseThrow(), knock);
      case GROUP -> Answer.taken();
    };
  }

  /** We post people's words there, so only WeCom's own is believed. */
  private String address(Told told) {
    try {
      URI url = URI.create(told.text("response_url"));
      return believed.equalsIgnoreCase(url.getScheme() + "://" + url.getRawAuthority())
          ? url.toString()
          : "";
    } catch (IllegalArgumentException unreadable) {
      return "";
    }
  }

  private Answer awaited(ReplyWindow window, Knock knock) {
    for (int look = 0; look < looks; look++) {
      Optional<ReplyWindow> said = windows.find(window.id()).filter(now -> !now.said().isEmpty());
      if (said.isPresent()) {
        return Told.of(said.get().said())
            .map(told -> sealed(told.json(), knock))
            .orElse(Answer.taken());
      }
      LockSupport.parkNanos(BETWEEN.toNanos());
    }
    return Answer.taken();
  }

  private void kept(Runnable keeping) throws RefusedException {
    try {
      keeping.run();
    } catch (RuntimeException e) {
      LOG.error("A message to WeCom's AI bot could not be kept.", e);
      throw new RefusedException(Refusal.NOT_KEPT);
    }
  }

  /** Signed for the nonce that WeCom chose. */
  private Answer sealed(JsonObject json, Knock knock) {
    String text = seal.seal(json.toString().getBytes(UTF_8));
    String seconds = String.valueOf(clock.instant().getEpochSecond());
    var envelope = new JsonObject();
    envelope.addProperty("encrypt", text);
    envelope.addProperty("msgsignature", seal.signature(seconds, knock.nonce(), text));
    envelope.addProperty("timestamp", Long.valueOf(seconds));
    envelope.addProperty("nonce", knock.nonce());
    return Answer.of("application/json", envelope.toString());
  }
}
