package io.kouxin.integrations.wecom;

import com.google.gson.JsonObject;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Outbound.FileDelivery;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What an AI bot that is called back may say: words in a stream for minutes, then one message or
 * card at the {@code response_url} within an hour, and nothing to anybody who has not written
 * (documents 101031 and 101138).
 */
final class CallbackVoice implements BotVoice {
  private static final String NOBODY_WAITS =
      "Nobody in this chat has written to the AI bot lately, and unasked it may not speak";

  private final ReplyWindows windows;
  private final BotStreams streams;
  private final ResponseUrl url;
  private final Clock clock;

  CallbackVoice(BotTalk talk, ResponseUrl url) {
    this.windows = talk.windows();
    this.streams = talk.streams();
    this.clock = talk.clock();
    this.url = url;
  }

  @Override
  public Presence presence() {
    return Presence.HERE;
  }

  @Override
  public boolean answers(String chat) {
    Instant now = clock.instant();
    return windows.of(chat).stream()
        .anyMatch(w -> w.hasAddress(now) || w.isWaitedFor(now) || streams.isHeard(w));
  }

  @Override
  public void words(String chat, String words) throws ChannelException {
    for (ReplyWindow window : windows.of(chat)) {
      if (streams.say(window, words)) {
        return;
      }
    }
    ReplyWindow window = free(chat, any -> true).orElseThrow(CallbackVoice::nobodyWaits);
    post(window, ResponseUrl.markdown(words));
  }

  @Override
  public void card(String chat, JsonObject card, String words) throws ChannelException {
    // A group sees words only (document 101138).
    Optional<ReplyWindow> window = free(chat, each -> each.kind() != ReplyWindow.Kind.GROUP);
    if (window.isEmpty()) {
      words(chat, words);
      return;
    }
    try {
      post(window.get(), ResponseUrl.card(card));
      streams.cardInstead(window.get());
    } catch (ChannelException.Refused minded) {
      if (!streams.say(window.get(), words)) {
        throw minded;
      }
    }
  }

  private Optional<ReplyWindow> free(String chat, Predicate<ReplyWindow> fits) {
    Instant now = clock.instant();
    return windows.of(chat).stream().filter(w -> w.hasAddress(now)).filter(fits).findFirst();
  }

  /**
   * The address is used up before it is used, or two of us would; what never left gives it back.
   */
  private void post(ReplyWindow window, JsonObject body) throws ChannelException {
    if (!windows.change(window.at(""))) {
      throw new ChannelException.Retry(ResponseUrl.AT_ONCE, "Somebody else answers just now");
    }
    try {
      url.post(window.address(), body).orThrow();
    } catch (ChannelException.Retry nothingLeft) {
      windows.find(window.id()).ifPresent(now -> windows.change(now.at(window.address())));
      throw nothingLeft;
    }
  }

  @Override
  public boolean atOnce(ReplyWindow window, JsonObject answer) {
    return window.isWaitedFor(clock.instant())
        && windows.change(window.saying(answer.toString(), clock.instant()));
  }

  @Override
  public void file(String chat, FileDelivery file) throws ChannelException {
    throw new ChannelException.Refused("An AI bot that is called back cannot send files");
  }

  private static ChannelException.Refused nobodyWaits() {
    return new ChannelException.Refused(NOBODY_WAITS);
  }
}
