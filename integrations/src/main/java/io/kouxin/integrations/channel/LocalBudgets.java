package io.kouxin.integrations.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Budgets in memory, by the moments that still count. Of very many keys, those that were not asked
 * for longest are forgotten.
 */
final class LocalBudgets implements Budgets {
  /** More people than one service speaks to in an hour. */
  private static final int MOST = 20_000;

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
    List<Pace.Window> windows = pace.windows();
    if (windows.isEmpty()) {
      return Optional.empty();
    }
    long now = clock.millis();
    long longest = windows.getLast().length().toMillis();
    Deque<Long> moments = taken.computeIfAbsent(key, any -> new ArrayDeque<>());
    // What a clock that was set back left in the future does not count.
    moments.removeIf(moment -> moment <= now - longest || moment > now);
    long wait = windows.stream().mapToLong(window -> wait(moments, now, window)).max().orElse(0);
    if (wait > 0) {
      return Optional.of(Duration.ofMillis(wait));
    }
    moments.addLast(now);
    return Optional.empty();
  }

  /** Until so few are left in the window that one more finds room; 0 if it does now. */
  private static long wait(Deque<Long> moments, long now, Pace.Window window) {
    long length = window.length().toMillis();
    if (window.most() <= 0) {
      return length;
    }
    int before = moments.size() - window.most();
    if (before < 0) {
      return 0;
    }
    long first = moments.stream().skip(before).findFirst().orElse(now);
    return Math.max(0, first + length - now);
  }
}
