package io.kouxin.bot.store;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test moves, forward or back. */
public final class MovableClock extends Clock {
  private volatile Instant now;
  private volatile Duration pace = Duration.ZERO;

  /** Standing at this moment. */
  public MovableClock(Instant now) {
    this.now = now;
  }

  /** Moves it by this much; a negative duration moves it back. */
  public void move(Duration by) {
    now = now.plus(by);
  }

  /** Moves it to this moment. */
  public void moveTo(Instant moment) {
    now = moment;
  }

  /** From now on each look finds it so much later than the one before, as on a real machine. */
  public void tick(Duration each) {
    pace = each;
  }

  @Override
  public synchronized Instant instant() {
    now = now.plus(pace);
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return Clock.fixed(now, zone);
  }
}
