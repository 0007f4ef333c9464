package io.kouxin.bot.wiring;

import io.kouxin.bot.work.Work;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Whether so much arrives that the rest should hold back: a platform wants its answer within
 * seconds and gives up after three tries, while what was kept may be worked on a little later.
 */
final class Rush {
  /** So many arrivals within {@link #WINDOW} are a rush: 50 a second. */
  private static final int MANY = 5;

  private static final long WINDOW = TimeUnit.MILLISECONDS.toNanos(100);
  private static final long LOOK_AGAIN_MILLIS = 100;

  private final Semaphore places;
  private final AtomicLong arrivals = new AtomicLong();
  private volatile long window = System.nanoTime();
  private volatile boolean many;

  /** With so many steps at once while it is on. */
  Rush(int places) {
    this.places = new Semaphore(places, true);
  }

  /** Something arrives. */
  void arrival() {
    long now = System.nanoTime();
    long count = arrivals.incrementAndGet();
    if (count >= MANY) {
      many = true;
    }
    if (now - window > WINDOW) {
      many = count >= MANY && now - window < 2 * WINDOW;
      arrivals.set(0);
      window = now;
    }
  }

  boolean isOn() {
    return many && System.nanoTime() - window < 2 * WINDOW;
  }

  /** The same work, but in a rush only few steps at once, one at least. */
  Work holdingBack(Work work) {
    return new HoldingBack(work);
  }

  private final class HoldingBack implements Work {
    private final Work work;

    HoldingBack(Work work) {
      this.work = work;
    }

    @Override
    public void step(String key) throws Exception {
      boolean placed = false;
      while (!placed && isOn()) {
        placed = places.tryAcquire(LOOK_AGAIN_MILLIS, TimeUnit.MILLISECONDS);
      }
      try {
        work.step(key);
      } finally {
        if (placed) {
          places.release();
        }
      }
    }

    @Override
    public String name() {
      return work.name();
    }

    @Override
    public Optional<Instant> next(String key) {
      return work.next(key);
    }

    @Override
    public Optional<String> setAside(String key, String reason) {
      return work.setAside(key, reason);
    }

    @Override
    public void revive(String subject) {
      work.revive(subject);
    }
  }
}
