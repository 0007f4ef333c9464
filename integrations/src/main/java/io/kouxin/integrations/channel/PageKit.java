package io.kouxin.integrations.channel;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/**
 * What a page of ours needs to use the abilities of a platform's own browser, such as its location.
 * Safe for many threads.
 */
public interface PageKit {

  /** The name of the channel it belongs to, lower case. */
  String name();

  /** Whether a browser is the platform's own, by what it says in {@code User-Agent}. */
  boolean isOwnBrowser(String userAgent);

  /** The platform's scripts that the page loads, in this order. */
  List<URI> scripts();

  /**
   * Proves to the platform that this page is ours.
   *
   * @param page its whole address; what follows {@code #} does not count
   * @throws ChannelException if the platform could not be asked
   */
  Signature sign(URI page) throws ChannelException;

  /**
   * A proof for one page.
   *
   * @param company its id at the platform
   * @param application its id at the platform
   * @param timestamp seconds
   * @param agent the second proof, in the name of the application, where the platform knows one
   */
  record Signature(
      String company,
      String application,
      long timestamp,
      String nonce,
      String proof,
      Optional<String> agent) {

    /** Both platforms prove alike: SHA-1 over these four, hexadecimal. */
    public static String proof(String ticket, String nonce, long timestamp, URI page) {
      String address = page.toString().replaceFirst("#.*$", "");
      String words =
          "jsapi_ticket=%s&noncestr=%s&timestamp=%d&url=%s"
              .formatted(ticket, nonce, timestamp, address);
      try {
        return HexFormat.of()
            .formatHex(MessageDigest.getInstance("SHA-1").digest(words.getBytes(UTF_8)));
      } catch (NoSuchAlgorithmException e) {
        throw new IllegalStateException("Every Java has SHA-1.", e);
      }
    }
  }
}
