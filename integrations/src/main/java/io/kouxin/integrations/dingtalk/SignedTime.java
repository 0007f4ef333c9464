package io.kouxin.integrations.dingtalk;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A moment and a signature over it, as two headers of what DingTalk brings over HTTP. The body is
 * not covered, so the connection has to be HTTPS.
 *
 * @param timestamp since 1970, in milliseconds
 * @param sign in Base64
 */
record SignedTime(String timestamp, String sign) {
  private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");
  private static final String HMAC = "HmacSHA256";

  /** The two headers; refuses what lacks one of them. */
  static SignedTime of(Map<String, String> headers, String time, String sign)
      throws RefusedException {
    var found = new SignedTime(header(headers, time), header(headers, sign));
    if (!MILLIS.matcher(found.timestamp()).matches()) {
      throw new RefusedException(Refusal.PARAMETER, time);
    }
    return found;
  }

  private static String header(Map<String, String> headers, String name) throws RefusedException {
    return Optional.ofNullable(headers.get(name))
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new RefusedException(Refusal.PARAMETER, name));
  }

  /** Refuses another signature than this one; it takes as long as for the right one. */
  void insistOn(String expected) throws RefusedException {
    if (!MessageDigest.isEqual(expected.getBytes(UTF_8), sign.getBytes(UTF_8))) {
      throw new RefusedException(Refusal.SIGNATURE);
    }
  }

  /** Whether it was signed no longer ago than this, and will not be later than this. */
  boolean isWithin(Duration window, InstantSource clock) {
    return Math.abs(clock.millis() - millis()) <= window.toMillis();
  }

  long millis() {
    return Long.parseLong(timestamp);
  }

  /** HMAC-SHA256 in Base64. */
  static String hmac(String message, String secret) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), HMAC));
      return Base64.getEncoder().encodeToString(mac.doFinal(message.getBytes(UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA256.", e);
    }
  }
}
