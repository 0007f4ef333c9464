package io.kouxin.integrations.dingtalk.emulator.gateway;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** What goes wrong from now on, until told otherwise. */
public final class Faults {
  private volatile int openStatus = 200;
  private volatile boolean deaf;
  private volatile boolean zombie;
  private volatile boolean swap;
  private final AtomicReference<CountDownLatch> hanging =
      new AtomicReference<>(new CountDownLatch(0));
  private final AtomicInteger twice = new AtomicInteger();

  /** {@code open} answers with this status; 200 is the health of it. */
  public void openAnswers(int status) {
    openStatus = status;
  }

  /** {@code open} takes a request and says nothing until {@link #clear}. */
  public void openHangs() {
    hanging.set(new CountDownLatch(1));
  }

  /** Answers of clients get lost: pushes come again when the clock says so. */
  public void losesAnswers() {
    deaf = true;
  }

  /** Sockets stay open, and nothing is written to them any more. */
  public void silent() {
    zombie = true;
  }

  /** The next so many pushes go out twice. */
  public void twice(int pushes) {
    twice.set(pushes);
  }

  /** The next push goes out after the one behind it. */
  public void swapsNext() {
    swap = true;
  }

  /** All is well again. */
  public void clear() {
    openStatus = 200;
    deaf = false;
    zombie = false;
    swap = false;
    twice.set(0);
    hanging.get().countDown();
  }

  int openStatus() {
    return openStatus;
  }

  void hang() throws InterruptedException {
    hanging.get().await();
  }

  boolean isDeaf() {
    return deaf;
  }

  boolean isZombie() {
    return zombie;
  }

  boolean takesTwice() {
    return twice.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
  }

  boolean takesSwap() {
    boolean was = swap;
    swap = false;
    return was;
  }
}
