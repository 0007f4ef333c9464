package io.kouxin.integrations.wecom;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Time that passes when a test says so. */
final class MovingClock extends Clock {
  private volatile Instant at = Instant.parse("2026-03-11T07:00:00Z");

  void advance(Duration by) {
    at = at.plus(by);
  }

  @Override
  public Instant instant() {
    return at;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
