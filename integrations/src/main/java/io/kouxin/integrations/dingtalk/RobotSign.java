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
 * How DingTalk signs what it brings from the robot (KB:receive-message): HMAC-SHA256 over the
 * timestamp and the secret. The body is not covered, so the connection has to be HTTPS.
 */
final class RobotSign {
  /** How far DingTalk's clock and ours may differ. */
  static final Duration WINDOW = Duration.ofHours(1);

  private static final Pattern MILLIS = Pattern.compile("[0-9]{1,15}");
  private final String secret;

  RobotSign(String secret) {
    this.secret = secret;
  }

  /** Refuses what was signed with another secret, long ago, or will be. */
  void check(Map<String, String> headers, InstantSource clock) throws RefusedException {
    String timestamp = header(headers, "timestamp");
    String sign = header(headers, "sign");
    if (!MILLIS.matcher(timestamp).matches()) {
      throw new RefusedException(Refusal.PARAMETER, "timestamp");
    }
    if (!MessageDigest.isEqual(of(timestamp).getBytes(UTF_8), sign.getBytes(UTF_8))) {
      throw new RefusedException(Refusal.SIGNATURE);
    }
    if (Math.abs(clock.millis() - Long.parseLong(timestamp)) > WINDOW.toMillis()) {
      throw new RefusedException(Refusal.TIME);
    }
  }

  /** The signature, in Base64. */
  String of(String timestamp) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(UTF_8), "HmacSHA256"));
      byte[] sign = mac.doFinal((timestamp + '\n' + secret).getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(sign);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java has no HMAC-SHA256.", e);
    }
  }

  private static String header(Map<String, String> headers, String name) throws RefusedException {
    return Optional.ofNullable(headers.get(name))
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new RefusedException(Refusal.PARAMETER, name));
  }
}
