package io.kouxin.integrations.wecom;

import java.time.Duration;
import java.time.Instant;

/**
 * What an AI bot may say because somebody did something in a chat (documents 101031 and 101138).
 * Each message, tap and visit opens one, and each ends by itself.
 *
 * @param id the platform's id of what was done
 * @param chat a person's account, or a group's id
 * @param address where one answer may be sent: a {@code response_url}, or a connection's {@code
 *     req_id}; empty if there is none, or once it is used
 * @param said what was said in it: words of a stream, or the JSON of an answer that is waited for
 * @param saidAt when something was said last; the epoch before that
 * @param askedAt when WeCom last asked for the stream; the epoch before that
 * @param version changes with every change
 */
public record ReplyWindow(
    String id,
    String chat,
    Kind kind,
    String address,
    Instant openedAt,
    String said,
    Instant saidAt,
    Instant askedAt,
    Stage stage,
    int version) {
  /** How long WeCom waits for the answer to a tap or a visit. */
  static final Duration AT_ONCE = Duration.ofSeconds(5);

  /** How long a {@code response_url} lives, less a little. */
  static final Duration ADDRESS = Duration.ofMinutes(59);

  /** What opened it. */
  public enum Kind {
    /** A message of one person to the bot. */
    MESSAGE,
    /** A message that mentions the bot in a group. */
    GROUP,
    /** A tap on a card. */
    TAP,
    /** Somebody opened the chat. */
    WELCOME
  }

  /** How far it has come. */
  public enum Stage {
    OPEN,
    /** The stream was told to be at its end. */
    TOLD,
    /** The person went on through another door. */
    LEFT
  }

  /** One that has just opened. */
  static ReplyWindow opened(String id, String chat, Kind kind, String address, Instant now) {
    return new ReplyWindow(
        id, chat, kind, address, now, "", Instant.EPOCH, Instant.EPOCH, Stage.OPEN, 0);
  }

  ReplyWindow saying(String words, Instant now) {
    return new ReplyWindow(id, chat, kind, address, openedAt, words, now, askedAt, stage, version);
  }

  ReplyWindow at(String other) {
    return new ReplyWindow(id, chat, kind, other, openedAt, said, saidAt, askedAt, stage, version);
  }

  ReplyWindow asked(Instant now) {
    return new ReplyWindow(id, chat, kind, address, openedAt, said, saidAt, now, stage, version);
  }

  ReplyWindow told() {
    return with(Stage.TOLD, version);
  }

  ReplyWindow with(Stage next, int number) {
    return new ReplyWindow(id, chat, kind, address, openedAt, said, saidAt, askedAt, next, number);
  }

  /** Whether it was opened within such a time. */
  boolean isWithin(Duration life, Instant now) {
    return now.isBefore(openedAt.plus(life));
  }

  /** Whether its address takes one answer still. */
  boolean hasAddress(Instant now) {
    return !address.isEmpty() && isWithin(ADDRESS, now);
  }

  /** Whether WeCom waits for an answer at this moment, and has none yet. */
  boolean isWaitedFor(Instant now) {
    return (kind == Kind.TAP || kind == Kind.WELCOME) && said.isEmpty() && isWithin(AT_ONCE, now);
  }
}
