package io.kouxin.integrations.dingtalk.emulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The platform's two schemes of HMAC-SHA256 in Base64. */
final class Signatures {
  private Signatures() {}

  /** Of messages to the robot and of custom robots (KB:receive-message). */
  static String ofRobot(String timestamp, String secret) {
    return hmac(timestamp + "\n" + secret, secret);
  }

  /**
   * Of card callbacks: the bare time, another message than the robot's (KB:event-callback-card).
   */
  static String ofCard(String timestamp, String apiSecret) {
    return hmac(timestamp, apiSecret);
  }

  private static String hmac(String message, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
