package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Limits;
import io.kouxin.integrations.channel.MediaRef;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.channel.Pace;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * WeCom with an AI bot as a second door beside the self-built application, or alone. Both have the
 * same people under the same accounts, so it is one channel. An answer goes where its question came
 * in, if it still can; all that nobody asked for goes through the application, which may speak at
 * any time.
 */
public final class WeComDoors implements Channel {
  private static final Duration SOON = Duration.ofSeconds(1);
  private static final Duration LATER = Duration.ofSeconds(30);
  private final Optional<Channel> application;
  private final Channel bot;
  private final BotVoice voice;
  private final ReplyWindows windows;

  /**
   * Over both.
   *
   * @param application empty where there is none
   * @param bot what {@code aibot} says, perhaps behind guards
   */
  public WeComDoors(
      Optional<Channel> application, Channel bot, AiBotChannel aibot, ReplyWindows windows) {
    this.application = application;
    this.bot = bot;
    this.voice = aibot.voice();
    this.windows = windows;
  }

  /** What the application's door hands over: whoever comes in there has left the bot. */
  public Consumer<Inbound> throughApplication(Consumer<Inbound> keep) {
    return inbound -> {
      boolean word = !(inbound instanceof Inbound.Notice);
      if (word) {
        windows.leave(inbound.envelope().sender());
      }
      keep.accept(inbound);
    };
  }

  @Override
  public String name() {
    return WeCom.NAME;
  }

  @Override
  public Limits limits() {
    return WeComChannel.LIMITS;
  }

  @Override
  public Pace pace() {
    return WeComChannel.PACE;
  }

  @Override
  public int parts(Outbound message) {
    int most = Math.max(bot.parts(message), application.map(a -> a.parts(message)).orElse(0));
    boolean silent = message instanceof Outbound.Change change && isShown(change);
    return silent ? 0 : most;
  }

  private static boolean isShown(Outbound.Change change) {
    return change.handle().filter(handle -> !handle.isBlank()).isPresent();
  }

  /** Only what is said unasked surely goes through the application, which knows repeats. */
  @Override
  public Duration remembers(Outbound message) {
    return application
        .filter(app -> message instanceof Outbound.Push)
        .map(app -> app.remembers(message))
        .orElse(Duration.ZERO);
  }

  @Override
  public Delivered deliver(String recipient, Outbound message) throws ChannelException {
    if (application.isEmpty()) {
      return byBot(recipient, message);
    }
    return isForBot(recipient, message)
        ? byBotElse(recipient, message, application.get())
        : byApplicationElse(recipient, message, application.get());
  }

  private boolean isForBot(String recipient, Outbound message) {
    if (message instanceof Outbound.Push || voice.presence() == BotVoice.Presence.NOWHERE) {
      return false;
    }
    if (message instanceof Outbound.Change change && isShown(change)) {
      return change.handle().orElseThrow().startsWith(BotEvents.HANDLE);
    }
    return voice.answers(recipient);
  }

  private Delivered byBot(String recipient, Outbound message) throws ChannelException {
    return switch (voice.presence()) {
      case HERE -> bot.deliver(recipient, message);
      // Outside of the guards: that another node holds the connection is nobody's trouble.
      case NOT_YET -> throw new ChannelException.Retry(SOON, "The AI bot's connection is not here");
      case NOWHERE -> throw new ChannelException.Retry(LATER, "The AI bot is not connected");
    };
  }

  private Delivered byBotElse(String recipient, Outbound message, Channel app)
      throws ChannelException {
    try {
      return byBot(recipient, message);
    } catch (ChannelException.Refused no) {
      return app.deliver(recipient, message);
    }
  }

  private Delivered byApplicationElse(String recipient, Outbound message, Channel app)
      throws ChannelException {
    try {
      return app.deliver(recipient, message);
    } catch (ChannelException.Refused no) {
      if (voice.presence() == BotVoice.Presence.HERE && voice.answers(recipient)) {
        return bot.deliver(recipient, message);
      }
      throw no;
    }
  }

  @Override
  public byte[] fetch(MediaRef.Remote media, long atMost) throws ChannelException {
    if (BotMedia.isOurs(media)) {
      return bot.fetch(media, atMost);
    }
    return application
        .orElseThrow(() -> new ChannelException.Refused("There is no self-built application"))
        .fetch(media, atMost);
  }
}
