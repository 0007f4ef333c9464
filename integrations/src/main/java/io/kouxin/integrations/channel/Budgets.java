package io.kouxin.integrations.channel;

import java.time.Duration;
import java.util.Optional;

/** Keeps all nodes together to what a platform takes in a while. Safe for many threads. */
public interface Budgets {
  /** Where there is nothing to keep to. */
  Budgets NONE = (key, pace) -> Optional.empty();

  /**
   * Takes one, if each window of the pace that ends now has room for it.
   *
   * @param key of what is limited, such as a channel and a person
   * @return empty if it was taken; else nothing was, and how long to wait before asking again
   */
  Optional<Duration> take(String key, Pace pace);
}
