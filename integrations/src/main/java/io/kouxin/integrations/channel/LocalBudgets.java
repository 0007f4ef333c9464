package io.kouxin.integrations.channel;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
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

  /** Nobody waits longer for an answer. */
  private static final Duration LONGEST = Duration.ofMinutes(1);

  private final Clock clock;
  private final Map<String, List<Long>> taken =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, List<Long>> eldest) {
          return size() > MOST;
        }
      };

  LocalBudgets(Clock clock) {
    this.clock = clock;
  }

  @Override
  public synchronized Optional<Duration> begin(String key, Pace pace, Duration longest) {
    List<Pace.Window> windows = pace.windows();
    if (windows.isEmpty()) {
      return Optional.empty();
    }
    long now = clock.millis();
    long past = now - windows.getLast().length().toMillis();
    // What has not ended stands in the future; what a clock that was set back left there does not
    // count.
    long future = now + LONGEST.toMillis();
    List<Long> moments = taken.computeIfAbsent(key, any -> new ArrayList<>());
    moments.removeIf(moment -> moment <= past || moment > future);
    long wait = windows.stream().mapToLong(window -> wait(moments, now, window)).max().orElse(0);
    if (wait > 0) {
      return Optional.of(Duration.ofMillis(wait));
    }
    add(moments, now + Math.min(longest.toMillis(), LONGEST.toMillis()));
    return Optional.empty();
  }

  @Override
  public synchronized void end(String key) {
    long now = clock.millis();
    List<Long> moments = taken.getOrDefault(key, List.of());
    for (int i = 0; i < moments.size(); i++) {
      if (moments.get(i) > now) {
        moments.remove(i);
        add(moments, now);
        return;
      }
    }
  }

  /** In order of time. */
  private static void add(List<Long> moments, long moment) {
    int at = moments.size();
    while (at > 0 && moments.get(at - 1) > moment) {
      at--;
    }
    moments.add(at, moment);
  }

  /** Until so few are left in the window that one more finds room; 0 if it does now. */
  private static long wait(List<Long> moments, long now, Pace.Window window) {
    long length = window.length().toMillis();
    if (window.most() <= 0) {
      return length;
    }
    int before = moments.size() - window.most();
    // What has not ended yet may end at any moment.
    return before < 0 ? 0 : Math.max(0, Math.min(moments.get(before), now) + length - now);
  }
}
