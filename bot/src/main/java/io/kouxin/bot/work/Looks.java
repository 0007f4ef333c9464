package io.kouxin.bot.work;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Looking for due work at once, but not again and again: each look costs a query, and in a rush
 * there would be hundreds a second. The first is immediate, those right after it become one.
 */
final class Looks {
  private final long apart;
  private final Runnable look;
  private final AtomicBoolean asked = new AtomicBoolean();
  private volatile long last;

  /** At least so far apart. */
  Looks(Duration apart, Runnable look) {
    this.apart = apart.toNanos();
    this.look = look;
    this.last = System.nanoTime() - this.apart;
  }

  /** There is something to be seen; whatever is seen includes it. */
  void ask() {
    if (!asked.compareAndSet(false, true)) {
      return;
    }
    long wait = last + apart - System.nanoTime();
    if (wait <= 0) {
      now();
    } else {
      CompletableFuture.delayedExecutor(wait, TimeUnit.NANOSECONDS).execute(this::now);
    }
  }

  private void now() {
    last = System.nanoTime();
    asked.set(false);
    look.run();
  }
}
