package io.kouxin.integrations.wecom.emulator;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What one member may be sent: 30 a minute and 1000 an hour; more is dropped in silence (90454).
 */
final class MemberPace {
  static final int A_MINUTE = 30;
  static final int AN_HOUR = 1000;
  private final Map<String, Deque<Instant>> times = new ConcurrentHashMap<>();
  private final Clock clock;

  MemberPace(Clock clock) {
    this.clock = clock;
  }

  /** Whether one more reaches this member now; it counts if it does. */
  boolean admits(String userId) {
    Deque<Instant> mine = times.computeIfAbsent(People.key(userId), user -> new ArrayDeque<>());
    synchronized (mine) {
      Instant now = clock.instant();
      mine.removeIf(each -> each.isBefore(now.minus(Duration.ofHours(1))));
      Instant minute = now.minus(Duration.ofMinutes(1));
      long lately = mine.stream().filter(each -> each.isAfter(minute)).count();
      boolean admitted = lately < A_MINUTE && mine.size() < AN_HOUR;
      if (admitted) {
        mine.addLast(now);
      }
      return admitted;
    }
  }
}
