package io.kouxin.integrations.channel;

import java.time.Duration;
import java.util.Optional;

/** Keeps all nodes together to what a platform takes in a while. Safe for many threads. */
public interface Budgets {
  /** Where there is nothing to keep to. */
  Budgets NONE =
      new Budgets() {
        @Override
        public Optional<Duration> begin(String key, Pace pace, Duration longest) {
          return Optional.empty();
        }

        @Override
        public void end(String key) {}
      };

  /**
   * Takes one for a call that begins now, if each window of the pace has room for it. It counts
   * until its {@link #end} and for each window from then on: whenever in between the platform
   * counts it, none of its windows sees more.
   *
   * @param key of what is limited, such as an application and a path
   * @param longest after which it has ended, should nobody say so
   * @return empty if it was taken; else nothing was, and how long to wait before asking again
   */
  Optional<Duration> begin(String key, Pace pace, Duration longest);

  /** One that has begun under this key has its answer. */
  void end(String key);

  /** Takes one that begins and ends now. */
  default Optional<Duration> take(String key, Pace pace) {
    return begin(key, pace, Duration.ZERO);
  }
}
