package io.kouxin.bot.console;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/**
 * One bubble of the sandbox's chat, as JSON.
 *
 * @param id stable; for what the person sent, the id that posting it answered with
 * @param text the words, or those that stand for what cannot be shown; of a tap, the button's label
 * @param reason why the platform would not take it; only with {@link State#REFUSED}
 * @param push whether the bot said this unasked
 * @param version counts the changes of a card, from 1
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record ChatItem(
    String id,
    From from,
    Kind kind,
    String text,
    Instant at,
    State state,
    Optional<String> reason,
    Optional<ChatCard> card,
    Optional<Media> media,
    boolean push,
    int version) {

  /** Words from the bot or to it. */
  static ChatItem words(String id, From from, String text, Instant at, State state) {
    return new ChatItem(
        id,
        from,
        Kind.TEXT,
        text,
        at,
        state,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        false,
        1);
  }

  /** Whose bubble it is. */
  enum From {
    ME,
    BOT;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** What is in the bubble. */
  enum Kind {
    TEXT,
    VOICE,
    PICTURE,
    FILE,
    PLACE,
    TAP,
    CARD;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** How far it got: to us and not yet worked on, waiting to leave, there, or not taken. */
  enum State {
    RECEIVED,
    WAITING,
    SENT,
    REFUSED;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * Sound, a picture or a file.
   *
   * @param url where its bytes are, such as {@code /api/v1/sandbox/media/…}
   * @param seconds how long it sounds, where that is known
   */
  @JsonInclude(JsonInclude.Include.NON_ABSENT)
  record Media(String url, String contentType, Optional<Double> seconds, Optional<String> name) {}
}
