package io.kouxin.bot.work;

import java.time.Instant;

/** Says that there is something to do. Takes part in the caller's transaction. */
public interface Wakes {

  /** There is something to do for this key now. */
  void wake(String work, String key);

  /** There is something to do for this key at that time, or sooner if that was said before. */
  void wakeAt(String work, String key, Instant at);
}
