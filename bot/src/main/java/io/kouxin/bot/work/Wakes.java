package io.kouxin.bot.work;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;

/** Says that there is something to do. Takes part in the caller's transaction. */
public interface Wakes {

  /** There is something to do for this key now. */
  void wake(String work, String key);

  /** There is something to do for this key at that time, or sooner if that was said before. */
  void wakeAt(String work, String key, Instant at);

  /** There is something to do for each of these now. They are taken in their order, each once. */
  void wakeAll(Collection<Call> calls);

  /**
   * Something to do. Transactions that wake several keep to this order, so that two of them never
   * wait for each other.
   */
  record Call(String work, String key) implements Comparable<Call> {
    private static final Comparator<Call> ORDER =
        Comparator.comparing(Call::work).thenComparing(Call::key);

    @Override
    public int compareTo(Call other) {
      return ORDER.compare(this, other);
    }
  }
}
