package io.kouxin.integrations.dingtalk;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * DingTalk's errors that can meet us, and what each means for a message. Its old API and webhooks
 * have numbers, its new API has words; both are spelled here as strings
 * (KB:server-api-error-codes-1 and the pages of the single calls).
 *
 * <p>A constant's {@link #key()} names it for people: {@code doctor} and the outbox page look up
 * what it means and what to do about it under that key.
 */
public enum Trouble {
  BUSY(Kind.LATER, 5, "-1", "system.error", "system.busy", "systemError", "serviceBusy"),
  // More than a second: a guard takes that for "nothing has left" and tries again at once.
  QPS(Kind.LATER, 2, "90018", "Forbidden.AccessDenied.QpsLimitForAppkeyAndApi"),
  PLATFORM_QPS(Kind.LATER, 4, "90002", "Forbidden.AccessDenied.QpsLimitForApi"),
  TOO_FAST(
      Kind.LATER,
      60,
      "send.too.fast",
      "send.byToken.tooFast",
      "too.many.people",
      "too.many.group",
      "toomuch.msg"),
  BLOCKED(Kind.LATER, 300, Trouble.BLOCKED_CODE),
  WEBHOOK_TOO_FAST(Kind.LATER, 600, "130101", "410100"),

  QUOTA(Kind.QUOTA, 21_600, "90020", "Forbidden.AccessDenied.ApiCountLimitForOrg"),

  TOKEN_BAD(Kind.TOKEN, 5, "40014", "42001", "41001", "InvalidAuthentication"),

  CREDENTIALS(
      Kind.SETTING,
      300,
      "40089",
      "40001",
      "invalidClientIdOrSecret",
      "invalid.client",
      "authFailed"),
  CORP(Kind.SETTING, 300, "33001"),
  PERMISSION(
      Kind.SETTING, 300, "43007", "60011", "Forbidden.AccessDenied.AccessTokenPermissionDenied"),
  IP(Kind.SETTING, 300, "60020", "Forbidden.AccessDenied.IpNotInWhiteList"),
  ROBOT_CODE(
      Kind.SETTING,
      300,
      "robot.oto.notExist",
      "chatbotId.notAllow.sendOTO",
      "invalid.chatbotId",
      "invalidParameter.robotCode.empty",
      "invalidParameter.robotCode.notExsit"),
  ROBOT_STOPPED(Kind.SETTING, 300, "bot.stopped", "400102"),
  TEMPLATE_MISSING(Kind.SETTING, 300, "param.templateNotExist"),
  TEMPLATE_UNPUBLISHED(Kind.SETTING, 300, "param.templateUnpublished"),
  AGENT(Kind.SETTING, 300, "40056", "52019"),
  DING_QUOTA(Kind.SETTING, 21_600, "ding.serverquota.insufficient"),

  NO_SUCH_PERSON(
      Kind.PERSON,
      0,
      "33012",
      "60121",
      "staffId.notExisted",
      "miss.staffId",
      "param.userIdNotExist"),
  OUT_OF_SIGHT(Kind.PERSON, 0, "50002"),
  NO_SUCH_DEPARTMENT(Kind.PERSON, 0, "60003"),

  GROUP_GONE(Kind.PERSON, 0, "400013", "400106", "group.disbanded", "invalid.openConversationId"),
  SESSION_GONE(Kind.SESSION, 0, "300001", "300005", "400101"),
  WEBHOOK_SECURITY(Kind.SESSION, 0, "310000"),

  MEDIA_GONE(
      Kind.MEDIA, 0, "invalidParameter.robotCode.downloadCode", "invalidParameter.robotCode.auth"),
  MEDIA_TYPE(Kind.MEDIA, 0, "40004", "40005", "40006"),

  UNSAFE(Kind.CONTENT, 0, "430101", "430102", "430103", "430104", "param.contentUnsafe"),
  TOO_LONG(Kind.CONTENT, 0, "460101", "101002", "invalidParameter.msgParam.tooLong"),
  RECEIVERS(Kind.CONTENT, 0, "ding.receivercount.limit", "invalidParameter.userIds.overMax"),
  CARD_EXISTS(Kind.CONTENT, 0, "param.cardAlreadyExist"),
  CARD_GONE(Kind.CONTENT, 0, "param.cardNotExist"),
  RECALL_KEY(Kind.CONTENT, 0, "invalid.processQueryKey", "processQueryKey.expireTime"),
  PARAMETER(Kind.CONTENT, 0, "40035", "400002", "400105", "43004", "40078");

  /** What happens to the message. */
  public enum Kind {
    /** DingTalk is busy or we are too fast: the same call works later. */
    LATER,
    /** The month is used up: it works again when somebody buys more, or next month. */
    QUOTA,
    /** The token is no longer good: a fresh one, once, then later. */
    TOKEN,
    /**
     * An administrator has to mend a setting, here or at DingTalk. Messages wait: none may be lost
     * because a secret was changed.
     */
    SETTING,
    /** This person or group cannot be reached, and no repeat changes that. */
    PERSON,
    /** The webhook of the conversation is no longer good; the API may be. */
    SESSION,
    /** DingTalk does not take what we made. */
    CONTENT,
    /** The file is not there or not one that DingTalk takes. */
    MEDIA;

    /** Whether the same message may work later. */
    public boolean waits() {
      return this == LATER || this == QUOTA || this == TOKEN || this == SETTING;
    }
  }

  /** What stands in the field {@code status} while all calls of our address are turned away. */
  static final String BLOCKED_CODE = "1111";

  private static final Map<String, Trouble> BY_CODE = byCode();

  /** Whole families of which the sheet of errors names no end. */
  private static final Map<String, Trouble> BY_BEGINNING =
      Map.of(
          "invalidParameter.", PARAMETER,
          "miss.param.", PARAMETER,
          "param.", PARAMETER,
          "contain.unsafe.", UNSAFE,
          "contain.notAllowed.", UNSAFE);

  private final Kind kind;
  private final Duration after;

  @SuppressWarnings("ImmutableEnumChecker") // it is: List.of
  private final List<String> codes;

  Trouble(Kind kind, int seconds, String... codes) {
    this.kind = kind;
    this.after = Duration.ofSeconds(seconds);
    this.codes = List.of(codes);
  }

  private static Map<String, Trouble> byCode() {
    Map<String, Trouble> all = new HashMap<>();
    for (Trouble trouble : values()) {
      trouble.codes.forEach(code -> all.put(code, trouble));
    }
    return Map.copyOf(all);
  }

  /** The trouble with this {@code errcode} or {@code code}; empty if we never heard of it. */
  public static Optional<Trouble> of(String code) {
    return Optional.ofNullable(BY_CODE.get(code))
        .or(
            () ->
                BY_BEGINNING.entrySet().stream()
                    .filter(family -> code.startsWith(family.getKey()))
                    .map(Map.Entry::getValue)
                    .findFirst());
  }

  /** The trouble with this {@link #key}; empty if there is none. */
  static Optional<Trouble> named(String key) {
    return Arrays.stream(values()).filter(trouble -> trouble.key().equals(key)).findFirst();
  }

  /** What happens to the message. */
  public Kind kind() {
    return kind;
  }

  /** How long the same message waits; zero if it never works. */
  public Duration after() {
    return after;
  }

  /** Its name for tables of sentences: {@code robot-code}. */
  public String key() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
