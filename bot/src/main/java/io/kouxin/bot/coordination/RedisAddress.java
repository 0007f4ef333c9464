package io.kouxin.bot.coordination;

import io.lettuce.core.RedisURI;
import java.net.URI;
import java.net.URISyntaxException;

/** Where a Redis is, and how it is opened. It shows its password to nobody. */
public final class RedisAddress {
  private static final String LIKE =
      "an address like redis://:PASSWORD@HOST:6379/0, or rediss://… with TLS;"
          + " in a password, characters such as @ : / # are written as %40 %3A %2F %23.";

  private final RedisURI uri;

  private RedisAddress(RedisURI uri) {
    this.uri = uri;
  }

  /**
   * Reads an address.
   *
   * @throws IllegalArgumentException in words for whoever set it, without what was set
   */
  public static RedisAddress of(String url) {
    try {
      URI parts = new URI(url.strip());
      boolean isRedis = "redis".equals(parts.getScheme()) || "rediss".equals(parts.getScheme());
      if (!isRedis || parts.getHost() == null || !isDatabase(parts.getPath())) {
        throw new IllegalArgumentException(LIKE);
      }
      return new RedisAddress(RedisURI.create(parts));
    } catch (URISyntaxException | IllegalArgumentException e) {
      // Without the cause: its words quote the password.
      throw new IllegalArgumentException(LIKE);
    }
  }

  private static boolean isDatabase(String path) {
    return path.matches("/?|/\\d{1,4}");
  }

  RedisURI uri() {
    return uri;
  }

  /** Host and port. */
  @Override
  public String toString() {
    return uri.getHost() + ":" + uri.getPort();
  }
}
