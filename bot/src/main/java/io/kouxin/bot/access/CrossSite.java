package io.kouxin.bot.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.Optional;
import java.util.Set;

/** Tells requests that our own page made from those that another page made with our cookie. */
final class CrossSite {
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private CrossSite() {}

  /** Whether a change was asked for by anything but our own page. */
  static boolean isChange(HttpServletRequest request) {
    return !READING.contains(request.getMethod()) && !fromOurPage(request);
  }

  private static boolean fromOurPage(HttpServletRequest request) {
    Optional<String> site = Optional.ofNullable(request.getHeader("Sec-Fetch-Site"));
    return site.map("same-origin"::equals).orElseGet(() -> sameOrigin(request));
  }

  // Every browser without Sec-Fetch-Site still names the origin of a change; none at all is no
  // browser, and whoever is no browser has the token.
  private static boolean sameOrigin(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Origin"))
        .flatMap(CrossSite::authority)
        .filter(authority -> authority.equalsIgnoreCase(request.getHeader("Host")))
        .isPresent();
  }

  private static Optional<String> authority(String origin) {
    try {
      return Optional.ofNullable(URI.create(origin).getRawAuthority());
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
