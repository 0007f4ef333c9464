package io.kouxin.bot.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The names under which browsers may reach us. A page elsewhere can point its own name at 127.0.0.1
 * (DNS rebinding) and then counts as our origin, but its requests still carry its name.
 */
final class KnownHosts {
  private final Set<String> names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));

  KnownHosts(Collection<String> more) {
    more.forEach(name -> names.add(name.strip().toLowerCase(Locale.ROOT)));
  }

  boolean know(HttpServletRequest request) {
    return Optional.ofNullable(request.getHeader("Host")).map(KnownHosts::name).stream()
        .anyMatch(names::contains);
  }

  private static String name(String host) {
    return host.replaceFirst(":\\d*$", "").toLowerCase(Locale.ROOT);
  }
}
