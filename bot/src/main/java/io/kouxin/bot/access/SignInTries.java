package io.kouxin.bot.access;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.ResponseCookie;

/**
 * Binds each try to sign in with a platform to the browser that began it: what the platform brings
 * back must be what this browser's cookie says. Otherwise somebody could lead others into his own
 * session.
 */
public final class SignInTries {
  static final String COOKIE = "kouxin-sign-in";
  private static final Duration LASTING = Duration.ofMinutes(10);
  private static final String PATH = "/login";

  private final SealedWords sealed;

  /** Sealed with this token. */
  public SignInTries(AdminToken token, Clock clock) {
    this.sealed = new SealedWords(token, "sign-in", clock);
  }

  /**
   * A try that has begun.
   *
   * @param state what the platform has to bring back
   * @param cookie to be set in the browser
   */
  public record Begun(String state, ResponseCookie cookie) {}

  /**
   * Begins one.
   *
   * @param platform with which
   * @param page of ours where it shall end
   * @param secure whether the browser came over an encrypted connection
   */
  public Begun begin(String platform, String page, boolean secure) {
    String state = Secret.fresh();
    String words = platform + " " + state + " " + page;
    return new Begun(state, cookie(sealed.seal(words, LASTING), secure, LASTING));
  }

  /** The page of ours where the try with this state ends; empty if this browser began none such. */
  public Optional<String> end(HttpServletRequest request, String platform, String state) {
    return Sessions.cookies(request, COOKIE)
        .flatMap(value -> sealed.open(value).stream())
        .map(words -> words.split(" ", 3))
        .filter(parts -> parts.length == 3 && parts[0].equals(platform))
        .filter(parts -> SealedWords.same(parts[1], state))
        .map(parts -> parts[2])
        .findFirst();
  }

  /** What makes the browser forget its try, so that it ends once. */
  public ResponseCookie forget() {
    return cookie("", false, Duration.ZERO);
  }

  private static ResponseCookie cookie(String value, boolean secure, Duration lasting) {
    return ResponseCookie.from(COOKIE, value)
        .httpOnly(true)
        .sameSite("Lax")
        .secure(secure)
        .path(PATH)
        .maxAge(lasting)
        .build();
  }
}
