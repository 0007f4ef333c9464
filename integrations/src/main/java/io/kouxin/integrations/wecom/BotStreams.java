package io.kouxin.integrations.wecom;

import com.google.gson.JsonObject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * Streams: answers that WeCom keeps asking for until they are at their end, at most six minutes
 * from the message (document 101031). What has been said by then is in the window, so that any node
 * can be asked.
 */
final class BotStreams {
  /** So long we speak in a stream; WeCom asks a little longer. */
  static final Duration LONGEST = Duration.ofSeconds(330);

  /** So long more words are waited for after some were said: first "received", then the answer. */
  static final Duration QUIET = Duration.ofSeconds(15);

  /** WeCom asks every second or so: when it has not for so long, nobody sees what is said. */
  static final Duration HEARD = Duration.ofSeconds(20);

  /** Bytes of one stream, and of one Markdown message. */
  static final int MOST_BYTES = 20_480;

  private static final Duration NOTED = Duration.ofSeconds(5);
  private static final int TRIES = 5;
  private final ReplyWindows windows;
  private final Function<String, BotPhrases> phrases;
  private final Clock clock;

  /** Over these windows; each chat has its own phrases. */
  BotStreams(ReplyWindows windows, Function<String, BotPhrases> phrases, Clock clock) {
    this.windows = windows;
    this.phrases = phrases;
    this.clock = clock;
  }

  /** What WeCom is told of a stream now; one that we do not know is at its end. */
  JsonObject now(String id, String chat) {
    Optional<ReplyWindow> found = windows.find(id);
    if (found.isEmpty()) {
      return stream(id, true, phrases.apply(chat).later());
    }
    ReplyWindow window = found.get();
    Instant now = clock.instant();
    if (isAtEnd(window, now) && isTold(window)) {
      return stream(id, true, window.said().isEmpty() ? late(window) : window.said());
    }
    if (window.askedAt().plus(NOTED).isBefore(now)) {
      windows.change(window.asked(now));
    }
    return stream(id, false, window.said().isEmpty() ? working(window) : window.said());
  }

  private boolean isTold(ReplyWindow window) {
    // Somebody may be saying more at this moment: then it is not the end.
    return window.stage() != ReplyWindow.Stage.OPEN || windows.change(window.told());
  }

  private static boolean isAtEnd(ReplyWindow window, Instant now) {
    boolean quiet = !window.said().isEmpty() && !now.isBefore(window.saidAt().plus(QUIET));
    return quiet || window.stage() != ReplyWindow.Stage.OPEN || !window.isWithin(LONGEST, now);
  }

  private String working(ReplyWindow window) {
    return phrases.apply(window.chat()).working();
  }

  private String late(ReplyWindow window) {
    return phrases.apply(window.chat()).later();
  }

  /** Says more in a stream; false if its end was told, or nobody listens, or it is full. */
  boolean say(ReplyWindow window, String words) {
    Optional<ReplyWindow> fresh = Optional.of(window);
    for (int i = 0; i < TRIES && fresh.isPresent(); i++) {
      ReplyWindow current = fresh.get();
      Instant now = clock.instant();
      String all = current.said().isEmpty() ? words : current.said() + "\n\n" + words;
      boolean fits = all.getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
      if (!fits || !isHeard(current, now)) {
        return false;
      }
      if (windows.change(current.saying(all, now))) {
        return true;
      }
      fresh = windows.find(window.id());
    }
    return false;
  }

  /** Beside words, the answer is a card: a stream without words says so. */
  void cardInstead(ReplyWindow window) {
    windows
        .find(window.id())
        .filter(current -> current.said().isEmpty())
        .ifPresent(current -> say(current, phrases.apply(window.chat()).card()));
  }

  /** Whether more words in it would be seen. */
  boolean isHeard(ReplyWindow window) {
    return isHeard(window, clock.instant());
  }

  private static boolean isHeard(ReplyWindow window, Instant now) {
    Instant heard =
        window.askedAt().isAfter(window.openedAt()) ? window.askedAt() : window.openedAt();
    return window.kind() == ReplyWindow.Kind.MESSAGE
        && window.stage() == ReplyWindow.Stage.OPEN
        && window.isWithin(LONGEST, now)
        && now.isBefore(heard.plus(HEARD));
  }

  private static JsonObject stream(String id, boolean finish, String content) {
    var stream = new JsonObject();
    stream.addProperty("id", id);
    stream.addProperty("finish", finish);
    stream.addProperty("content", Sayable.of(content));
    var json = new JsonObject();
    json.addProperty("msgtype", "stream");
    json.add("stream", stream);
    return json;
  }
}
