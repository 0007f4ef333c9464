package io.kouxin.integrations.dingtalk.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Access tokens of the application (KB:obtain-the-access-token-of-an-internal-app): a repeat within
 * the validity gives the same token and renews it.
 */
public final class Tokens {
  /** How long a token lives. */
  public static final Duration LIFE = Duration.ofSeconds(7200);

  private final Clock clock;
  private final Map<String, Instant> expiries = new HashMap<>();
  private String current = "";

  Tokens(Clock clock) {
    this.clock = clock;
  }

  /** Ends every token at once, as the platform may. */
  public synchronized void revoke() {
    expiries.clear();
    current = "";
  }

  /** Every token is over its time from now on. */
  public synchronized void expire() {
    expiries.replaceAll((token, end) -> clock.instant());
  }

  synchronized String issue() {
    if (!isValid(current)) {
      current = EmulatorConfig.letters(32);
    }
    expiries.put(current, clock.instant().plus(LIFE));
    return current;
  }

  synchronized boolean isValid(String token) {
    Instant end = expiries.get(token);
    return end != null && clock.instant().isBefore(end);
  }
}
