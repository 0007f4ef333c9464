package io.kouxin.integrations.wecom;

import io.kouxin.integrations.channel.Inbound;
import java.time.Duration;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What WeCom pushes over the connection of an AI bot, kept in the order it came. WeCom is told
 * nothing and pushes nothing again (document 101463), so what cannot be kept is tried for seconds,
 * while what comes after it waits. What can never be read is logged without its content.
 */
final class BotPushes implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BotPushes.class);
  private static final int MOST = 1024;
  private static final int TRIES = 8;
  private static final Duration FIRST = Duration.ofMillis(100);
  private static final Duration DRAIN = Duration.ofSeconds(2);
  private final BotReading reading;
  private final ReplyWindows windows;
  private final Consumer<Inbound> keep;
  private final ThreadPoolExecutor lane =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new ArrayBlockingQueue<>(MOST),
          Thread.ofPlatform().daemon().name("wecom-aibot-keep").factory(),
          BotPushes::slowDown);

  /** Keeps them here. */
  BotPushes(BotReading reading, ReplyWindows windows, Consumer<Inbound> keep) {
    this.reading = reading;
    this.windows = windows;
    this.keep = keep;
  }

  /** Takes one; slows the socket down while too many wait. */
  void take(String reqId, Told body) {
    lane.execute(() -> keep(reqId, body));
  }

  int waiting() {
    return lane.getQueue().size();
  }

  private static void slowDown(Runnable push, ThreadPoolExecutor lane) {
    try {
      if (!lane.isShutdown()) {
        lane.getQueue().put(push);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException(e);
    }
  }

  private void keep(String reqId, Told body) {
    try {
      BotArrival arrival = reading.read(body, reqId);
      insist(() -> arrival.window().ifPresent(windows::open));
      arrival.inbound().forEach(inbound -> insist(() -> keep.accept(inbound)));
    } catch (RefusedException e) {
      LOG.warn("A push to WeCom's AI bot was not taken: {}", e.answer().reason());
    } catch (RuntimeException e) {
      LOG.error("A message to WeCom's AI bot is lost: it could not be kept.", e);
    }
  }

  private static void insist(Runnable keeping) {
    Duration pause = FIRST;
    for (int left = TRIES; ; left--) {
      try {
        keeping.run();
        return;
      } catch (RuntimeException e) {
        if (left <= 1 || Thread.currentThread().isInterrupted()) {
          throw e;
        }
        LOG.warn("A message to WeCom's AI bot is not kept yet", e);
        LockSupport.parkNanos(pause.toNanos());
        pause = pause.multipliedBy(2);
      }
    }
  }

  /** What has come is kept first, for up to two seconds. */
  @Override
  public void close() {
    lane.shutdown();
    try {
      if (!lane.awaitTermination(DRAIN.toMillis(), TimeUnit.MILLISECONDS)) {
        lane.shutdownNow();
      }
    } catch (InterruptedException e) {
      lane.shutdownNow();
      Thread.currentThread().interrupt();
    }
  }
}
