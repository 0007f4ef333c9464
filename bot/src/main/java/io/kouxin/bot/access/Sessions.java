package io.kouxin.bot.access;

import io.kouxin.bot.people.Person;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.http.ResponseCookie;

/**
 * Browser sessions without a store: the cookie says whose it is and until when, sealed with the
 * token. It never holds the token, and a new token ends every session.
 */
final class Sessions {
  static final String COOKIE = "kouxin";

  /** The holder of a session that the administrator's token opened. */
  static final String ADMINISTRATOR = "";

  private static final Duration LASTING = Duration.ofDays(30);

  private final SealedWords sealed;

  Sessions(AdminToken token, Clock clock) {
    this.sealed = new SealedWords(token, "session", clock);
  }

  /** A person as a holder. The role belongs to it: with another one the session is not theirs. */
  static String holder(Person person) {
    return person.role() + ":" + person.id();
  }

  /** The id of the person in a holder. */
  static String person(String holder) {
    return holder.substring(holder.indexOf(':') + 1);
  }

  /** A new session's cookie; only for encrypted connections where this one is. */
  ResponseCookie open(String holder, boolean secure) {
    return cookie(sealed.seal(holder, LASTING), secure, LASTING);
  }

  /** What ends the session of a browser. */
  static ResponseCookie close() {
    return cookie("", false, Duration.ZERO);
  }

  private static ResponseCookie cookie(String value, boolean secure, Duration lasting) {
    // Not strict: a platform's page and a chat's link lead here, and have to find who came before.
    return ResponseCookie.from(COOKIE, value)
        .httpOnly(true)
        .sameSite("Lax")
        .secure(secure)
        .path("/")
        .maxAge(lasting)
        .build();
  }

  /** Whose session the request carries, of those that we opened and that still last. */
  Optional<String> holder(HttpServletRequest request) {
    return cookies(request, COOKIE).flatMap(value -> sealed.open(value).stream()).findFirst();
  }

  /** The values of all cookies of this name that a browser sent. */
  static Stream<String> cookies(HttpServletRequest request, String name) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(name))
        .map(Cookie::getValue);
  }
}
