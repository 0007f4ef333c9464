package io.kouxin.integrations.wecom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.Map;

/**
 * Tells a repeat of one message from a second message with the same words.
 *
 * <p>WeCom keeps a message with {@code enable_duplicate_check} from arriving twice "with the same
 * content (the request's JSON)" within an interval of at most four hours (document 90236). For a
 * repeat after a lost answer that is what we want; a second "已存好。" five minutes later must arrive.
 * Two things tell them apart. The interval differs with the key, so the JSON does. And where other
 * words of that sentence are what counts, we remember who said these words to this person first:
 * anyone else says them without the check. Safe for many threads.
 */
final class Repeats {
  /** So long WeCom keeps a repeat of any key away, less a minute for clocks and lines. */
  static final Duration SURE = Duration.ofMinutes(29);

  private static final int SHORTEST = 1800;
  private static final int LONGEST = 14_400;
  private static final int REMEMBERED = 10_000;
  private final Clock clock;
  private final Map<String, First> firsts = new Recent<>(REMEMBERED);

  Repeats(Clock clock) {
    this.clock = clock;
  }

  private record First(String key, Instant until) {}

  /** Seconds for which WeCom shall keep a repeat of this key away. */
  static int interval(String key) {
    return SHORTEST + Math.floorMod(key.hashCode(), LONGEST - SHORTEST + 1);
  }

  /**
   * Whether WeCom shall check: always, but where another message said the same to this person a
   * short while ago. The same key always gets the same answer, as long as that while lasts.
   */
  synchronized boolean check(String key, String recipient, String content) {
    Instant now = clock.instant();
    First mine = new First(key, now.plus(Duration.ofSeconds(LONGEST)));
    String said = digest(bytes(recipient), bytes(content));
    First first = firsts.merge(said, mine, (old, fresh) -> now.isBefore(old.until()) ? old : fresh);
    return first.key().equals(key);
  }

  /** A short name for these bytes that no others share. */
  static String digest(byte[]... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        sha.update(part);
        sha.update((byte) 0);
      }
      return HexFormat.of().formatHex(sha.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256.", e);
    }
  }

  static byte[] bytes(String words) {
    return words.getBytes(StandardCharsets.UTF_8);
  }
}
