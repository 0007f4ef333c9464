package io.kouxin.bot.walk;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;

/** Waits for what another process does. */
final class Await {
  private static final Duration LOOK = Duration.ofMillis(150);

  private Await() {}

  /** Until it is so. Returns how long that took; what fails on the way counts as "not yet". */
  static Duration until(String what, Duration longest, Callable<Boolean> isSo) {
    long begin = System.nanoTime();
    Exception last = new IllegalStateException("not so");
    while (System.nanoTime() - begin < longest.toNanos()) {
      try {
        if (isSo.call()) {
          return Duration.ofNanos(System.nanoTime() - begin);
        }
      } catch (Exception e) {
        last = e;
      }
      LockSupport.parkNanos(LOOK.toNanos());
    }
    throw new AssertionError("Not within " + longest.toSeconds() + " s: " + what, last);
  }
}
