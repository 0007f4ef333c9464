package io.kouxin.bot.work;

import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Ids that sort by the moment they were made: UUID version 7 (RFC 9562, section 5.7), strictly
 * growing within a process even when the clock stands still or steps back.
 */
public final class Sequence {
  private static final SecureRandom RANDOM = new SecureRandom();
  // Milliseconds in the upper bits, a counter of 12 bits below: the 'rand_a' field as RFC 9562 6.2
  // allows.
  private static final AtomicLong LAST = new AtomicLong();

  private Sequence() {}

  /** A new id, 36 characters. */
  public static String next() {
    long now = System.currentTimeMillis() << 12;
    long stamp = LAST.updateAndGet(last -> Math.max(last + 1, now));
    long millis = stamp >>> 12;
    long high = (millis << 16) | 0x7000L | (stamp & 0xFFFL);
    long low = (RANDOM.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
    return new UUID(high, low).toString();
  }
}
