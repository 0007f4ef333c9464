package io.kouxin.integrations.dingtalk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * How DingTalk signs taps on cards that it brings over HTTP (KB:event-callback-card): HMAC-SHA256
 * over the bare timestamp, with the secret of the callback and not the application's.
 */
final class CardSign {
  /**
   * How far DingTalk's clock and ours may differ. DingTalk names no window; the signature does not
   * cover the body, so it is as narrow as clocks allow.
   */
  static final Duration WINDOW = Duration.ofMinutes(5);

  private CardSign() {}

  /**
   * Refuses what was signed with another secret, long ago, or will be.
   *
   * @return when it was signed, in milliseconds since 1970
   */
  static long check(Map<String, String> headers, String secret, InstantSource clock)
      throws RefusedException {
    SignedTime signed =
        SignedTime.of(headers, "x-ddpaas-signature-timestamp", "x-ddpaas-signature");
    signed.insistOn(of(signed.timestamp(), secret));
    if (!signed.isWithin(WINDOW, clock)) {
      throw new RefusedException(Refusal.CARD_TIME);
    }
    return signed.millis();
  }

  /** The signature, in Base64. */
  static String of(String timestamp, String secret) {
    return SignedTime.hmac(timestamp, secret);
  }
}
