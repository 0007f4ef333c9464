package io.kouxin.bot.access;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** What anyone may ask for: life signs, platform callbacks (signed) and assets without data. */
final class OpenPaths {
  private static final Pattern OPEN =
      Pattern.compile(
          "/actuator/health(/[a-z-]+)?" + "|/callbacks/[a-z/-]+" + "|/(css|js|icons)/[a-z0-9./-]+");

  private static final Pattern SIGN_IN = Pattern.compile("/login(/[a-z]{1,20}(/callback)?)?");

  private OpenPaths() {}

  /** Where browsers sign in: open to all who come under a name of ours. */
  static boolean areSignIn(HttpServletRequest request) {
    return areSignIn(request.getRequestURI());
  }

  static boolean areSignIn(String path) {
    return SIGN_IN.matcher(path).matches();
  }

  static boolean holds(HttpServletRequest request) {
    // The raw path: whatever is encoded, dotted or has parameters is not open, so that this filter
    // and the dispatcher cannot read the same address differently.
    return hold(request.getRequestURI());
  }

  static boolean hold(String path) {
    return !path.contains("..") && !path.contains("//") && OPEN.matcher(path).matches();
  }
}
