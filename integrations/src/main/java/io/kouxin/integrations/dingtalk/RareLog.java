package io.kouxin.integrations.dingtalk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A log that says one thing a minute, whatever happens how often. */
final class RareLog {
  private static final Logger LOG = LoggerFactory.getLogger(DingTalkStream.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Clock clock;
  private final AtomicReference<Instant> next = new AtomicReference<>(Instant.EPOCH);

  RareLog(Clock clock) {
    this.clock = clock;
  }

  /** Says it unless something was said within the last minute. */
  void warn(String words) {
    Instant now = clock.instant();
    Instant due = next.get();
    if (!now.isBefore(due) && next.compareAndSet(due, now.plus(PAUSE))) {
      LOG.warn("DingTalk Stream: {}", words);
    }
  }
}
