package io.kouxin.integrations.wecom;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouxin.integrations.channel.Webhook.Answer;
import java.time.Clock;
import java.util.Map;
import java.util.regex.Pattern;

/** WeCom's question whether an address is ours: a sealed number, to be answered opened. */
final class Echo {
  // WeCom asks for a number. Not more is ever echoed, or an overheard message could be opened by
  // bringing it as this question, under its own signature.
  private static final Pattern ECHO = Pattern.compile("[0-9A-Za-z_-]{1,64}");

  private Echo() {}

  /** Answers the opened {@code echostr}, without a line's end (document 90238). */
  static Answer answer(Seal seal, Clock clock, Map<String, String> query) {
    try {
      Knock knock = Knock.of(query);
      knock.near(clock);
      // A proxy that decodes twice makes a space of a plus; Base64 has no spaces.
      String sealed = Knock.parameter(query, "echostr").replace(' ', '+');
      seal.check(knock, sealed);
      String echo = new String(seal.open(sealed), UTF_8);
      if (!ECHO.matcher(echo).matches()) {
        throw new RefusedException(Refusal.ECHO);
      }
      return Answer.of("text/plain", echo);
    } catch (RefusedException e) {
      return e.answer();
    }
  }
}
