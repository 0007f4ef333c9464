package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.channel.ChannelException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Many calls one after the other, below the 20 a second that DingTalk allows an application for one
 * API; where it still wants us slower, the call is made again a little later.
 */
final class Stride {
  /** So many in a second: others of our calls need room as well. */
  private static final int MOST = 12;

  private static final Duration SPAN = Duration.ofSeconds(1);
  private static final int TRIES = 4;
  private final Clock clock;
  private final Pause pause;
  private Instant began = Instant.MIN;
  private int taken;

  Stride(Clock clock, Pause pause) {
    this.clock = clock;
    this.pause = pause;
  }

  /** How waiting is done. */
  interface Pause {
    /** Really. */
    Pause SLEEP = length -> Thread.sleep(length.toMillis());

    /** Waits so long. */
    void of(Duration length) throws InterruptedException;
  }

  /** A call. */
  interface Step<T> {
    T taken() throws ChannelException;
  }

  /** Takes one step when it may be taken. */
  synchronized <T> T take(Step<T> step) throws ChannelException {
    for (int tries = 1; ; tries++) {
      await();
      try {
        return step.taken();
      } catch (ChannelException.Retry slower) {
        if (tries == TRIES || !String.valueOf(slower.getMessage()).contains("qps)")) {
          throw slower;
        }
        sleep(slower.after());
      }
    }
  }

  private void await() throws ChannelException {
    Instant now = clock.instant();
    if (began.equals(Instant.MIN) || !now.isBefore(began.plus(SPAN))) {
      began = now;
      taken = 0;
    }
    if (taken == MOST) {
      sleep(Duration.between(now, began.plus(SPAN)));
      began = clock.instant();
      taken = 0;
    }
    taken++;
  }

  private void sleep(Duration length) throws ChannelException {
    try {
      pause.of(length);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ChannelException.Retry(Duration.ofMinutes(1), "interrupted");
    }
  }
}
