package io.kouxin.bot.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.kouxin.bot.people.Person;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
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

  private final AdminToken token;
  private final Clock clock;

  Sessions(AdminToken token, Clock clock) {
    this.token = token;
    this.clock = clock;
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
    long until = clock.instant().plus(LASTING).getEpochSecond();
    String name = Base64.getUrlEncoder().withoutPadding().encodeToString(holder.getBytes(UTF_8));
    return ResponseCookie.from(COOKIE, until + "." + name + "." + seal(until, name))
        .httpOnly(true)
        .sameSite("Strict")
        .secure(secure)
        .path("/")
        .maxAge(LASTING)
        .build();
  }

  /** Whose session the request carries, of those that we opened and that still last. */
  Optional<String> holder(HttpServletRequest request) {
    return cookies(request).flatMap(value -> holder(value).stream()).findFirst();
  }

  private static Stream<String> cookies(HttpServletRequest request) {
    return Stream.ofNullable(request.getCookies())
        .flatMap(Stream::of)
        .filter(cookie -> cookie.getName().equals(COOKIE))
        .map(Cookie::getValue);
  }

  private Optional<String> holder(String value) {
    String[] parts = value.split("\\.", -1);
    if (parts.length != 3) {
      return Optional.empty();
    }
    return seconds(parts[0])
        .filter(until -> clock.instant().isBefore(Instant.ofEpochSecond(until)))
        .filter(until -> same(seal(until, parts[1]), parts[2]))
        .map(until -> new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8));
  }

  private static Optional<Long> seconds(String text) {
    // Twelve digits reach the year 33658 and stay far from what an Instant cannot hold.
    return text.matches("\\d{1,12}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  private String seal(long until, String name) {
    return token.seal("kouxin session of " + name + " until " + until);
  }

  private static boolean same(String ours, String theirs) {
    return MessageDigest.isEqual(ours.getBytes(UTF_8), theirs.getBytes(UTF_8));
  }
}
