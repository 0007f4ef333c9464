package io.kouxin.bot.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * Browser sessions without a store: the cookie says until when, sealed with the token. It never
 * holds the token, and a new token ends every session.
 */
final class Sessions {
  static final String COOKIE = "kouxin";
  private static final Duration LASTING = Duration.ofDays(30);

  private final AdminToken token;
  private final Clock clock;

  Sessions(AdminToken token, Clock clock) {
    this.token = token;
    this.clock = clock;
  }

  /** A new session's cookie; only for encrypted connections where this one is. */
  ResponseCookie open(boolean secure) {
    long until = clock.instant().plus(LASTING).getEpochSecond();
    return ResponseCookie.from(COOKIE, until + "." + seal(until))
        .httpOnly(true)
        .sameSite("Strict")
        .secure(secure)
        .path("/")
        .maxAge(LASTING)
        .build();
  }

  /** Whether the request carries a session that we opened and that still lasts. */
  boolean isOpen(HttpServletRequest request) {
    return cookies(request).anyMatch(this::holds);
  }

  private static Stream<String> cookies(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue);
  }

  private boolean holds(String value) {
    int dot = value.indexOf('.');
    return dot > 0
        && seconds(value.substring(0, dot))
            .filter(until -> clock.instant().isBefore(Instant.ofEpochSecond(until)))
            .filter(until -> same(seal(until), value.substring(dot + 1)))
            .isPresent();
  }

  private static Optional<Long> seconds(String text) {
    // Twelve digits reach the year 33658 and stay far from what an Instant cannot hold.
    return text.matches("\\d{1,12}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private String seal(long until) {
    return token.seal("kouxin session until " + until);
  }

  private static boolean same(String ours, String theirs) {
    return MessageDigest.isEqual(ours.getBytes(UTF_8), theirs.getBytes(UTF_8));
  }
}
