package io.kouxin.bot.access;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where people's browsers find this service: what the settings say, or else what a browser asked
 * for (the door has checked that the name is one of ours).
 */
public final class PublicAddress {
  private final Optional<URI> set;

  private PublicAddress(Optional<URI> set) {
    this.set = set;
  }

  /**
   * From the setting; blank counts as unset.
   *
   * @throws IllegalArgumentException in words, if it is not scheme, host and perhaps a port
   */
  public static PublicAddress of(String setting) {
    String words = setting.strip();
    if (words.isEmpty()) {
      return new PublicAddress(Optional.empty());
    }
    if (!words.matches("https?://[A-Za-z0-9.-]+(:\\d{1,5})?/?")) {
      throw new IllegalArgumentException(
          "The address begins with https:// and ends after the host or port, like"
              + " https://kouxin.example.com");
    }
    return new PublicAddress(Optional.of(URI.create(words.replaceFirst("/$", ""))));
  }

  /** What the settings say. */
  public Optional<URI> setting() {
    return set;
  }

  /** The names under which browsers come because of it. */
  public List<String> hosts() {
    return set.map(URI::getHost).stream().toList();
  }

  /** A path of ours as this browser, and a platform, find it. */
  public URI of(HttpServletRequest request, String path) {
    return URI.create(
        set.map(URI::toString).orElseGet(() -> scheme(request) + request.getHeader("Host")) + path);
  }

  private static String scheme(HttpServletRequest request) {
    return request.isSecure() ? "https://" : "http://";
  }

  /** Whether this browser came over an encrypted connection, perhaps to a proxy before us. */
  public boolean isSecure(HttpServletRequest request) {
    return request.isSecure()
        || set.filter(address -> address.getScheme().equals("https"))
            .filter(address -> address.getAuthority().equalsIgnoreCase(request.getHeader("Host")))
            .isPresent();
  }
}
