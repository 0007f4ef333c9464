package io.kouxin.bot.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** What anyone may ask for: life signs, platform callbacks (signed) and assets without data. */
final class OpenPaths {
  private static final Pattern OPEN =
      Pattern.compile(
          "/actuator/health(/[a-z-]+)?" + "|/callbacks/[a-z/-]+" + "|/(css|js|icons)/[a-z0-9./-]+");

  private OpenPaths() {}

  static boolean holds(HttpServletRequest request) {
    // The raw path: whatever is encoded, dotted or has parameters is not open, so that this filter
    // and the dispatcher cannot read the same address differently.
    return hold(request.getRequestURI());
  }

  static boolean hold(String path) {
    return OPEN.matcher(path).matches() && !path.contains("..") && !path.contains("//");
  }
}
