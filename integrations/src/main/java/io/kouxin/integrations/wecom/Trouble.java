package io.kouxin.integrations.wecom;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * WeCom's error codes that can meet us, and what each means for a message. Codes and meanings are
 * those of WeCom's page of global error codes (document 90313).
 *
 * <p>A constant's {@link #key()} names it for people: {@code doctor} and the outbox page look up
 * what it means and what to do about it under that key.
 */
public enum Trouble {
  BUSY(-1, Kind.LATER, 5),
  CONCURRENCY(45033, Kind.LATER, 10),
  FREQUENCY(45009, Kind.LATER, 60),

  TOKEN_INVALID(40014, Kind.TOKEN, 5),
  TOKEN_EXPIRED(42001, Kind.TOKEN, 5),

  SECRET(40001, Kind.SETTING, 300),
  CORP_ID(40013, Kind.SETTING, 300),
  AGENT_ID(40056, Kind.SETTING, 300),
  TRUSTED_IP(60020, Kind.SETTING, 120),
  API_PERMISSION(48002, Kind.SETTING, 300),
  APP_PERMISSION(301002, Kind.SETTING, 300),
  APP_DISABLED(50003, Kind.SETTING, 300),
  NO_CALLBACK(43012, Kind.SETTING, 300),
  TOKEN_MISSING(41001, Kind.SETTING, 300),
  CORP_ID_MISSING(41002, Kind.SETTING, 300),
  SECRET_MISSING(41004, Kind.SETTING, 300),

  NOBODY_REACHED(81013, Kind.PERSON, 0),
  NO_RECIPIENT(82001, Kind.PERSON, 0),
  NO_SUCH_MEMBER(60111, Kind.PERSON, 0),
  MEMBER_ID(40003, Kind.PERSON, 0),
  MEMBER_HIDDEN(60011, Kind.PERSON, 0),
  MEMBER_OUT_OF_SIGHT(50002, Kind.PERSON, 0),
  NO_SUCH_DEPARTMENT(60003, Kind.PERSON, 0),
  DEPARTMENT_ID(60123, Kind.PERSON, 0),
  MEMBER_LIST(40031, Kind.PERSON, 0),
  MEMBER_LIST_LENGTH(40032, Kind.PERSON, 0),
  NO_EXTERNAL_CONTACT(84061, Kind.PERSON, 0),
  NO_SUCH_ROBOT(93000, Kind.PERSON, 0),

  MESSAGE_TYPE(40008, Kind.CONTENT, 0),
  PARAMETER(40058, Kind.CONTENT, 0),
  PARAMETER_ILLEGAL(40035, Kind.CONTENT, 0),
  PARAMETER_EMPTY(40063, Kind.CONTENT, 0),
  CHARACTERS(40033, Kind.CONTENT, 0),
  EMPTY(44004, Kind.CONTENT, 0),
  TOO_LONG(45002, Kind.CONTENT, 0),
  JSON(47001, Kind.CONTENT, 0),
  CARD_ACTION(42045, Kind.CONTENT, 0),
  CARD_TITLE(41016, Kind.CONTENT, 0),

  MEDIA_GONE(40007, Kind.MEDIA, 0),
  MEDIA_TYPE(40004, Kind.MEDIA, 0),
  FILE_TYPE(40005, Kind.MEDIA, 0),
  FILE_SIZE(40006, Kind.MEDIA, 0),
  IMAGE_SIZE(40009, Kind.MEDIA, 0),
  MEDIA_EMPTY(44001, Kind.MEDIA, 0),
  VOICE_LENGTH(45007, Kind.MEDIA, 0),
  MEDIA_NEEDS_RANGE(830002, Kind.MEDIA, 0);

  /** What happens to the message. */
  public enum Kind {
    /** WeCom is busy or we are too fast: the same call works later. */
    LATER,
    /** The token is no longer good: a fresh one, once, then later. */
    TOKEN,
    /**
     * An administrator has to mend a setting, here or at WeCom. Messages wait: none may be lost
     * because a secret was changed.
     */
    SETTING,
    /** This person cannot be reached, and no repeat changes that. */
    PERSON,
    /** WeCom does not take what we made: our bug. */
    CONTENT,
    /** The file is not there or not one that WeCom takes. */
    MEDIA;

    /** Whether the same message may work later. */
    public boolean waits() {
      return this == LATER || this == TOKEN || this == SETTING;
    }
  }

  private static final Map<Integer, Trouble> BY_CODE =
      Arrays.stream(values()).collect(Collectors.toMap(Trouble::code, Function.identity()));

  private final int code;
  private final Kind kind;
  private final Duration after;

  Trouble(int code, Kind kind, int seconds) {
    this.code = code;
    this.kind = kind;
    this.after = Duration.ofSeconds(seconds);
  }

  /** The trouble with this {@code errcode}; empty if we never heard of it. */
  public static Optional<Trouble> of(int code) {
    return Optional.ofNullable(BY_CODE.get(code));
  }

  /** WeCom's {@code errcode}. */
  public int code() {
    return code;
  }

  /** What happens to the message. */
  public Kind kind() {
    return kind;
  }

  /** How long the same message waits; zero if it never works. */
  public Duration after() {
    return after;
  }

  /** Its name for tables of sentences: {@code trusted-ip}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
