package io.kouxin.integrations.dingtalk.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Codes and tokens of people who sign in: a code works once within five minutes. */
public final class SignIn {
  /** Signs in somebody of another company. */
  public static final String OUTSIDER = "outsider";

  private static final Duration CODE_LIFE = Duration.ofMinutes(5);
  private static final Duration TOKEN_LIFE = Duration.ofSeconds(7200);
  private static final Duration REFRESH_LIFE = Duration.ofDays(30);
  private final Clock clock;
  private final Map<String, Grant> codes = new HashMap<>();
  private final Map<String, Grant> tokens = new HashMap<>();
  private final Map<String, Grant> refreshes = new HashMap<>();

  private record Grant(String user, Instant until) {}

  SignIn(Clock clock) {
    this.clock = clock;
  }

  /** The code that the client of this person gives to a page. */
  public synchronized String code(String userId) {
    return grant(codes, userId, CODE_LIFE);
  }

  /** Whose code it is; it is used up by asking. */
  synchronized Optional<String> redeem(String code) {
    return valid(Optional.ofNullable(codes.remove(code)));
  }

  synchronized Optional<String> redeemRefresh(String token) {
    return valid(Optional.ofNullable(refreshes.remove(token)));
  }

  synchronized String token(String user) {
    return grant(tokens, user, TOKEN_LIFE);
  }

  synchronized String refresh(String user) {
    return grant(refreshes, user, REFRESH_LIFE);
  }

  synchronized Optional<String> owner(String token) {
    return valid(Optional.ofNullable(tokens.get(token)));
  }

  private String grant(Map<String, Grant> where, String user, Duration life) {
    String secret = EmulatorConfig.letters(32);
    where.put(secret, new Grant(user, clock.instant().plus(life)));
    return secret;
  }

  private Optional<String> valid(Optional<Grant> grant) {
    return grant.filter(each -> clock.instant().isBefore(each.until())).map(Grant::user);
  }
}
