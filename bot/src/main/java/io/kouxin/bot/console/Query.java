package io.kouxin.bot.console;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of an address. The container's own would also read a body that calls itself a
 * form, and leave nothing of it.
 */
final class Query {
  private Query() {}

  /** Decoded; of several values the first, and nothing where the address cannot be decoded. */
  static Map<String, String> of(@Nullable String query) {
    Map<String, String> found = new HashMap<>();
    if (query == null) {
      return found;
    }
    for (String pair : query.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        try {
          found.putIfAbsent(
              decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
        } catch (IllegalArgumentException undecodable) {
          return Map.of();
        }
      }
    }
    return found;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
