package io.kouxin.integrations.dingtalk.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** So many of a kind within a moving span of time. */
final class Pace {
  private final Map<String, Deque<Instant>> times = new HashMap<>();
  private final Map<String, Instant> blocked = new HashMap<>();
  private final Clock clock;
  private final Duration span;
  private final Duration penalty;

  /** Who is too fast waits for the penalty; with none, only until the span has moved on. */
  Pace(Clock clock, Duration span, Duration penalty) {
    this.clock = clock;
    this.span = span;
    this.penalty = penalty;
  }

  /** Whether one more is allowed now; it counts if it is. */
  synchronized boolean admits(String key, int most) {
    Instant now = clock.instant();
    if (now.isBefore(blocked.getOrDefault(key, Instant.MIN))) {
      return false;
    }
    Deque<Instant> mine = times.computeIfAbsent(key, each -> new ArrayDeque<>());
    while (!mine.isEmpty() && !mine.getFirst().isAfter(now.minus(span))) {
      mine.removeFirst();
    }
    if (mine.size() >= most) {
      blocked.put(key, now.plus(penalty));
      return false;
    }
    mine.addLast(now);
    return true;
  }
}
