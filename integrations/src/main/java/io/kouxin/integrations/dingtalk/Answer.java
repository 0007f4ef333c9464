package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.channel.ChannelException;
import java.util.Optional;

/**
 * What DingTalk answered to one call.
 *
 * @param code of the new API's words or the old one's numbers; empty if all is well
 * @param message in DingTalk's words
 * @param body everything
 */
record Answer(String code, String message, Fields body) {
  private static final int LONGEST_REASON = 300;

  private static final String WRAPPER = "88";
  private static final int BUSY_FROM = 500;
  private static final int TOO_MANY = 429;

  /**
   * Reads an answer of either API: the new one says by the status of HTTP that something is wrong,
   * the old one and the webhooks by a number in a 200.
   *
   * @throws ChannelException.Retry if something else answered, such as a proxy's page
   */
  static Answer of(int status, byte[] bytes) throws ChannelException.Retry {
    Fields body = Fields.read(bytes).orElseThrow(Transport::foreign);
    if (body.said("punish").isPresent()) {
      return new Answer(Trouble.BLOCKED_CODE, body.words("source"), body);
    }
    boolean well = status / 100 == 2;
    String number = body.words("errcode");
    if (!number.isBlank()) {
      return number.equals("0") ? new Answer("", "", body) : old(number, body);
    }
    if (well) {
      return new Answer("", "", body);
    }
    String code = body.said("code").orElse("HTTP-" + status);
    boolean unheard = Trouble.of(code).isEmpty();
    return unheard && (status >= BUSY_FROM || status == TOO_MANY)
        ? new Answer("-1", code + ' ' + body.words("message"), body)
        : new Answer(code, body.words("message"), body);
  }

  /** The gateway's own number wraps what is really wrong. */
  private static Answer old(String number, Fields body) {
    String code =
        number.equals(WRAPPER)
            ? body.said("sub_code").or(() -> body.said("subCode")).orElse(number)
            : number;
    String message = body.words("errmsg") + ' ' + body.words("sub_msg");
    return new Answer(code, message.strip(), body);
  }

  /** Whether it did what we asked. */
  boolean well() {
    return code.isEmpty();
  }

  /** Empty if all is well or we never heard of the code. */
  Optional<Trouble> trouble() {
    return Trouble.of(code);
  }

  /** Whether the trouble is of this kind. */
  boolean is(Trouble.Kind kind) {
    return trouble().map(Trouble::kind).equals(Optional.of(kind));
  }

  /** The body of an answer that is well. */
  Fields orThrow() throws ChannelException {
    if (!well()) {
      throw exception();
    }
    return body;
  }

  /** What the code means for the message; a code we never heard of stops it, where all see it. */
  ChannelException exception() {
    Optional<Trouble> known = trouble();
    if (known.isPresent() && known.get().kind().waits()) {
      return new ChannelException.Retry(known.get().after(), reason(known));
    }
    return new ChannelException.Refused(reason(known));
  }

  private String reason(Optional<Trouble> known) {
    String name = known.map(trouble -> " (" + trouble.key() + ")").orElse("");
    return "DingTalk " + cut(code, 80) + name + ": " + cut(message, LONGEST_REASON);
  }

  private static String cut(String words, int most) {
    return words.length() <= most ? words : words.substring(0, most) + "…";
  }
}
