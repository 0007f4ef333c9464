package io.kouxin.integrations.wecom;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What WeCom writes into the address beside the sealed text.
 *
 * @param timestamp seconds since 1970
 */
record Knock(String signature, String timestamp, String nonce) {
  /** How far WeCom's clock and ours may differ. */
  static final Duration WINDOW = Duration.ofMinutes(10);

  private static final Pattern SECONDS = Pattern.compile("[0-9]{1,10}");

  /**
   * The signature covers four texts joined without a border, so a stranger who overheard a request
   * may move borders. Only whole AES blocks can leave the sealed text unnoticed, at least 64
   * characters of Base64: a shorter nonce has no room for them.
   */
  private static final int NONCE_MOST = 63;

  static Knock of(Map<String, String> query) throws RefusedException {
    var knock =
        new Knock(
            parameter(query, "msg_signature"),
            parameter(query, "timestamp"),
            parameter(query, "nonce"));
    if (!SECONDS.matcher(knock.timestamp).matches()) {
      throw new RefusedException(Refusal.PARAMETER, "timestamp");
    }
    if (knock.nonce.length() > NONCE_MOST) {
      throw new RefusedException(Refusal.PARAMETER, "nonce");
    }
    return knock;
  }

  static String parameter(Map<String, String> query, String name) throws RefusedException {
    return Optional.ofNullable(query.get(name))
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new RefusedException(Refusal.PARAMETER, name));
  }

  /**
   * Refuses what was signed long ago, or will be.
   *
   * <p>A repeat within the window is not refused: WeCom may bring the same request again when our
   * answer was late, and nothing says that it signs it anew. It does no harm: the same sealed text
   * is the same message with the same id, which the inbox keeps once, and it gets the same answer.
   * Another text under the same nonce needs another signature.
   */
  void near(InstantSource clock) throws RefusedException {
    long apart = Math.abs(clock.instant().getEpochSecond() - Long.parseLong(timestamp));
    if (apart > WINDOW.toSeconds()) {
      throw new RefusedException(Refusal.TIME);
    }
  }
}
