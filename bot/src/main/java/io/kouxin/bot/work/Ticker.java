package io.kouxin.bot.work;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The upkeep of this node: small things done again and again, none of them durable. */
public final class Ticker implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Ticker.class);
  private static final long SOON = Duration.ofMinutes(1).toMillis();
  private final ScheduledExecutorService thread;

  /** With a thread of its own. */
  public Ticker() {
    ThreadFactory daemon = Thread.ofPlatform().name("ticker").daemon().factory();
    thread = Executors.newSingleThreadScheduledExecutor(daemon);
  }

  /**
   * Does this again and again, with that pause in between; a failure is logged and forgotten. The
   * first time comes within a minute, so that a machine that is restarted often does it too.
   */
  public void every(Duration pause, String what, Runnable upkeep) {
    long millis = pause.toMillis();
    var unused =
        thread.scheduleWithFixedDelay(
            () -> once(what, upkeep), Math.min(millis, SOON), millis, TimeUnit.MILLISECONDS);
  }

  private static void once(String what, Runnable upkeep) {
    try {
      upkeep.run();
    } catch (RuntimeException e) {
      LOG.warn("upkeep failed: {}", what, e);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
