package io.kouxin.integrations.dingtalk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * How DingTalk signs what it brings from the robot (KB:receive-message): HMAC-SHA256 over the
 * timestamp and the secret.
 */
final class RobotSign {
  /** How far DingTalk's clock and ours may differ. */
  static final Duration WINDOW = Duration.ofHours(1);

  private final String secret;

  RobotSign(String secret) {
    this.secret = secret;
  }

  /** Refuses what was signed with another secret, long ago, or will be. */
  void check(Map<String, String> headers, InstantSource clock) throws RefusedException {
    SignedTime signed = SignedTime.of(headers, "timestamp", "sign");
    signed.insistOn(of(signed.timestamp()));
    if (!signed.isWithin(WINDOW, clock)) {
      throw new RefusedException(Refusal.TIME);
    }
  }

  /** The signature, in Base64. */
  String of(String timestamp) {
    return SignedTime.hmac(timestamp + '\n' + secret, secret);
  }
}
