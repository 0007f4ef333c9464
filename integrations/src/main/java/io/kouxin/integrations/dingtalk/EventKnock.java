package io.kouxin.integrations.dingtalk;

import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What DingTalk writes into the address beside a sealed event.
 *
 * @param timestamp since 1970, in milliseconds; in seconds where older senders write it
 */
record EventKnock(String signature, String timestamp, String nonce) {
  private static final Pattern DIGITS = Pattern.compile("[0-9]{1,15}");

  /** Milliseconds are longer than this, and seconds shorter, until the year 5138. */
  private static final long FIRST_MILLIS = 100_000_000_000L;

  /**
   * The signature covers four texts joined without a border: a long nonce would have room for whole
   * blocks of the sealed text.
   */
  private static final int NONCE_MOST = 63;

  static EventKnock of(Map<String, String> query) throws RefusedException {
    String signature =
        parameter(query, "msg_signature")
            .or(() -> parameter(query, "signature"))
            .orElseThrow(() -> new RefusedException(Refusal.PARAMETER, "msg_signature"));
    String timestamp =
        parameter(query, "timestamp")
            .filter(value -> DIGITS.matcher(value).matches())
            .orElseThrow(() -> new RefusedException(Refusal.PARAMETER, "timestamp"));
    String nonce =
        parameter(query, "nonce")
            .filter(value -> value.length() <= NONCE_MOST)
            .orElseThrow(() -> new RefusedException(Refusal.PARAMETER, "nonce"));
    return new EventKnock(signature, timestamp, nonce);
  }

  private static Optional<String> parameter(Map<String, String> query, String name) {
    return Optional.ofNullable(query.get(name)).filter(value -> !value.isEmpty());
  }

  /**
   * Refuses what was signed long ago, or will be. DingTalk publishes no window for events; a repeat
   * within ours does no harm, because it carries the same ids.
   */
  void near(InstantSource clock) throws RefusedException {
    long written = Long.parseLong(timestamp);
    long millis = written < FIRST_MILLIS ? written * 1000 : written;
    if (Math.abs(clock.millis() - millis) > RobotSign.WINDOW.toMillis()) {
      throw new RefusedException(Refusal.TIME);
    }
  }
}
