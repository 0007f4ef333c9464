package io.kouxin.integrations.dingtalk;

import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * One thread, so that what comes in order is kept in order. When too much waits, who brings more
 * waits a moment, which slows the socket down; after that it is refused aloud.
 */
final class Lane implements AutoCloseable {
  private static final Duration GOODBYE = Duration.ofSeconds(2);

  private final ThreadPoolExecutor one;

  /**
   * A lane.
   *
   * @param places how many may wait
   * @param patience how long one who brings more waits for a place
   */
  Lane(String name, int places, Duration patience) {
    one =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(places),
            Thread.ofPlatform().daemon().name("dingtalk-" + name).factory(),
            (task, pool) -> wait(task, pool, patience));
  }

  /** Runs it after all before it; throws RejectedExecutionException if it never will. */
  void add(Runnable task) {
    one.execute(task);
  }

  /** How many wait. */
  int waiting() {
    return one.getQueue().size();
  }

  private static void wait(Runnable task, ThreadPoolExecutor pool, Duration patience) {
    try {
      if (pool.isShutdown()
          || !pool.getQueue().offer(task, patience.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new RejectedExecutionException("too much waits to be kept");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException("interrupted", e);
    }
  }

  /** Lets what waits finish, for two seconds. */
  @Override
  public void close() {
    one.shutdown();
    try {
      if (!one.awaitTermination(GOODBYE.toMillis(), TimeUnit.MILLISECONDS)) {
        one.shutdownNow();
      }
    } catch (InterruptedException e) {
      one.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
