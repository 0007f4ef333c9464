package io.kouxin.integrations.dingtalk;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where DingTalk brings taps on our cards over HTTP (KB:event-callback-card), told to it once in
 * the life of a process. The secret of the callback is computed from the application's, so that
 * every node knows it and nobody has to keep it; what DingTalk answers counts where it differs.
 * Safe for many threads.
 */
public final class CardCallbacks {
  private static final Logger LOG = LoggerFactory.getLogger(CardCallbacks.class);
  private static final Duration FIRST_PAUSE = Duration.ofMinutes(1);
  private static final Duration LONGEST_PAUSE = Duration.ofHours(1);
  private final DingTalkApi api;
  private final URI address;
  private final Clock clock;
  private volatile String secret;
  private volatile boolean registered;
  private volatile String trouble = "";
  private Instant next = Instant.MIN;
  private Duration pause = FIRST_PAUSE;

  /**
   * Nobody is told before {@link #register}.
   *
   * @param address of our door for cards, as DingTalk reaches it
   * @throws IllegalArgumentException if it cannot be reached so
   */
  public CardCallbacks(DingTalkApi api, URI address, Clock clock) {
    String scheme = String.valueOf(address.getScheme());
    if (!scheme.matches("https?") || address.getHost() == null) {
      throw new IllegalArgumentException(
          "DingTalk's card-callback-url is the whole address of our door, like"
              + " https://kouxin.example.com/callbacks/dingtalk/cards");
    }
    this.api = api;
    this.address = address;
    this.clock = clock;
    this.secret = SignedTime.hmac("cards of " + routeKey(), api.account().clientSecret());
  }

  /**
   * Tells DingTalk, unless it knows or was asked a moment ago; to be called now and then. The key
   * is ours alone, so that an older address under it is replaced.
   */
  public synchronized void register() {
    if (registered || clock.instant().isBefore(next)) {
      return;
    }
    next = clock.instant().plus(pause);
    pause =
        pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
    try {
      Fields result =
          api.post("/v1.0/card/callbacks/register", request()).orThrow().object("result");
      secret = result.said("apiSecret").orElse(secret);
      registered = true;
      trouble = "";
      LOG.info("DingTalk brings taps on cards to {}", address);
    } catch (ChannelException e) {
      trouble = String.valueOf(e.getMessage());
      LOG.warn("DingTalk was not told where to bring taps, cards go as Markdown: {}", trouble);
    }
  }

  private JsonObject request() {
    var body = new JsonObject();
    body.addProperty("callbackRouteKey", routeKey());
    body.addProperty("callbackUrl", address.toString());
    body.addProperty("apiSecret", secret);
    body.addProperty("forceUpdate", true);
    return body;
  }

  String routeKey() {
    return "kouxin-" + api.account().clientId();
  }

  /** Whether taps come here. */
  boolean isRegistered() {
    return registered;
  }

  /** What DingTalk said to the last try; empty if all is well. */
  String trouble() {
    return trouble;
  }

  /** What taps are signed with. */
  String secret() {
    return secret;
  }
}
