package io.kouxin.integrations.wecom.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** The access tokens of the application (page 91039 of the platform's documentation). */
public final class Tokens {
  /** How long a token lives. */
  public static final Duration LIFE = Duration.ofSeconds(7200);

  /** What a second fetch gives. The documentation has promised both. */
  public enum Policy {
    /** The same token while it is valid. */
    SAME_WHILE_VALID,
    /** A new one each time; the older ones stay valid. */
    NEW_EACH_TIME,
    /** A new one each time, and the older ones end: the strictest reading. */
    NEW_ENDS_THE_OLD
  }

  private final Clock clock;
  private final Map<String, Instant> expiries = new LinkedHashMap<>();
  private String current = "";
  private Policy policy = Policy.SAME_WHILE_VALID;

  Tokens(Clock clock) {
    this.clock = clock;
  }

  /** Changes what a second fetch gives. */
  public synchronized void policy(Policy other) {
    policy = other;
  }

  /** Ends every token at once, as the platform may: each is 40014 from now on. */
  public synchronized void revoke() {
    expiries.clear();
    current = "";
  }

  /** Every token is over its time from now on: 42001. */
  public synchronized void expire() {
    expiries.replaceAll((token, end) -> clock.instant().minusSeconds(1));
  }

  synchronized String issue() {
    if (policy == Policy.SAME_WHILE_VALID && isValid(current)) {
      return current;
    }
    if (policy == Policy.NEW_ENDS_THE_OLD) {
      expiries.clear();
    }
    // The platform asks for room for 512 bytes.
    current = EmulatorConfig.letters(214);
    expiries.put(current, clock.instant().plus(LIFE));
    return current;
  }

  /** Nothing when the token is good. */
  synchronized void check(String token) {
    if (token.isEmpty()) {
      throw Errcode.MISSING_TOKEN.refusal();
    }
    if (!expiries.containsKey(token)) {
      throw Errcode.INVALID_TOKEN.refusal();
    }
    if (!isValid(token)) {
      throw Errcode.EXPIRED_TOKEN.refusal();
    }
  }

  private boolean isValid(String token) {
    Instant end = expiries.get(token);
    return end != null && clock.instant().isBefore(end);
  }
}
