package io.kouxin.integrations.wecom.emulator;

import java.util.Arrays;

/** The platform's error codes that the emulator answers with (page 90313 of its documentation). */
enum Errcode {
  BUSY(-1, "system busy"),
  INVALID_SECRET(40001, "invalid credential"),
  INVALID_MEDIA_TYPE(40004, "invalid media type"),
  INVALID_FILE_SIZE(40006, "invalid media size"),
  INVALID_MEDIA_ID(40007, "invalid media_id"),
  INVALID_MESSAGE_TYPE(40008, "invalid message type"),
  INVALID_CORP_ID(40013, "invalid corpid"),
  INVALID_TOKEN(40014, "invalid access_token"),
  INVALID_CODE(40029, "invalid code"),
  TOO_MANY_USERS(40032, "invalid user list size"),
  INVALID_AGENT_ID(40056, "invalid agentid"),
  INVALID_PARAMETER(40058, "invalid Request Parameter"),
  MISSING_TOKEN(41001, "access_token missing"),
  MISSING_TITLE(41016, "missing title"),
  EXPIRED_TOKEN(42001, "access_token expired"),
  MISSING_CARD_ACTION(42045, "template_card.card_action missing or invalid"),
  NO_CALLBACK(43012, "require agent with callback url"),
  EMPTY_FILE(44001, "empty media data"),
  EMPTY_CONTENT(44004, "empty content"),
  TOO_LONG(45002, "content size out of limit"),
  TOO_OFTEN(45009, "api freq out of limit"),
  TOO_MANY_AT_ONCE(45033, "api concurrent out of limit"),
  INVALID_JSON(47001, "data format error"),
  NO_RIGHT(48002, "api forbidden"),
  NO_SUCH_API(60000, "api not emulated"),
  UNTRUSTED_ADDRESS(60020, "not allow to access from your ip"),
  NO_SUCH_USER(60111, "userid not found"),
  NO_SUCH_DEPARTMENT(60123, "invalid party id"),
  NOBODY_LEFT(81013, "user & party & tag all invalid"),
  NOBODY_NAMED(82001, "touser & toparty & totag all empty"),
  NO_SUCH_ROBOT(93000, "invalid webhook url");

  private final int code;
  private final String says;

  Errcode(int code, String says) {
    this.code = code;
    this.says = says;
  }

  int code() {
    return code;
  }

  Refusal refusal() {
    return new Refusal(this);
  }

  /** The answer of the platform for any number, also for one that is not in this list. */
  static Answer answer(int code) {
    return Answer.error(code, text(code));
  }

  private static String text(int code) {
    return Arrays.stream(values())
        .filter(known -> known.code == code)
        .findFirst()
        .map(known -> known.says)
        .orElse("error " + code);
  }

  /** Ends a call with this code. */
  static final class Refusal extends RuntimeException {
    private final Errcode why;

    Refusal(Errcode why) {
      super(why.name(), null, false, false);
      this.why = why;
    }

    int code() {
      return why.code;
    }

    Answer answer() {
      return Errcode.answer(why.code);
    }
  }
}
