package io.kouxin.integrations.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Budgets in memory, by the moments of the last hour. Of very many keys, those that were not asked
 * for longest are forgotten.
 */
final class LocalBudgets implements Budgets {
  /** More people than one service speaks to in an hour. */
  private static final int MOST = 20_000;

  private static final long MINUTE = Duration.ofMinutes(1).toMillis();
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final Clock clock;
  private final Map<String, Deque<Long>> taken =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Deque<Long>> eldest) {
          return size() > MOST;
        }
      };

  LocalBudgets(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Duration> take(String key, Pace pace) {
    if (pace.equals(Pace.ANY)) {
      return Optional.empty();
    }
    long now = clock.millis();
    Deque<Long> moments = taken.computeIfAbsent(key, any -> new ArrayDeque<>());
    // What a clock that was set back left in the future does not count.
    moments.removeIf(moment -> moment <= now - HOUR || moment > now);
    long wait =
        Math.max(
            wait(moments, now, MINUTE, pace.perMinute()), wait(moments, now, HOUR, pace.perHour()));
    if (wait > 0) {
      return Optional.of(Duration.ofMillis(wait));
    }
    moments.addLast(now);
    return Optional.empty();
  }

  /** Until so few are left in the window that one more finds room; 0 if it does now. */
  private static long wait(Deque<Long> moments, long now, long window, int most) {
    if (most <= 0) {
      return window;
    }
    long first =
        moments.stream().skip(Math.max(0, moments.size() - (long) most)).findFirst().orElse(now);
    return moments.size() < most ? 0 : Math.max(0, first + window - now);
  }
}
