package io.kouxin.bot.outbox;

import io.kouxin.integrations.channel.ChannelException;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * Those who wait for what a platform takes from all of us together. Each comes back at a moment of
 * its own, in the order in which they came: thousands who ask again every second would keep
 * everybody else from working. It only spreads them; whether there is room is asked again then.
 */
final class Line {
  /** A longer line is none: somebody set the clock back. */
  private static final Duration LONGEST = Duration.ofHours(1);

  private final Map<String, Instant> ends = new HashMap<>();

  /** When whoever was told to wait on this channel may ask again. */
  synchronized Instant turn(String channel, ChannelException.Wait wait, Instant now) {
    Instant soonest = now.plus(wait.after());
    Instant end = ends.getOrDefault(channel, Instant.MIN).plus(wait.apart());
    boolean inLine = end.isAfter(soonest) && end.isBefore(now.plus(LONGEST));
    Instant turn = inLine ? end : soonest;
    ends.put(channel, turn);
    return turn;
  }
}
