package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.channel.Budgets;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Pace;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Keeps all nodes together to what DingTalk takes of one application on one path in a second
 * (KB:how-to-process-api-throttling: 20 in the standard edition, 60 at most). We use four fifths of
 * it and leave the rest to whatever else works in the application's name.
 */
final class Throttle {
  private static final Duration LONGEST = Duration.ofSeconds(3);
  private final Budgets budgets;
  private final String application;
  private final int most;

  /**
   * For one application.
   *
   * @param callsASecond that its edition allows on each path
   */
  Throttle(Budgets budgets, String clientId, int callsASecond) {
    this.budgets = budgets;
    this.application = "dingtalk:" + clientId + ":";
    this.most = Math.max(1, callsASecond * 4 / 5);
  }

  /**
   * A turn at once or not at all: what says something waits in the outbox, where it keeps nobody
   * from working.
   */
  void now(String path) throws ChannelException.Wait {
    Optional<Duration> wait = take(path, Http.READ);
    if (wait.isPresent()) {
      throw new ChannelException.Wait(wait.get(), Duration.ofSeconds(1).dividedBy(most), path);
    }
  }

  /** A turn within a few seconds, for questions, downloads and uploads: few run side by side. */
  void soon(String path) throws ChannelException.Retry {
    long begin = System.nanoTime();
    for (var wait = take(path, Http.FILE); wait.isPresent(); wait = take(path, Http.FILE)) {
      if (System.nanoTime() - begin > LONGEST.toNanos() || Thread.currentThread().isInterrupted()) {
        throw new ChannelException.Retry(LONGEST, "Too many calls of " + path + " at once");
      }
      LockSupport.parkNanos(wait.get().toNanos());
    }
  }

  private Optional<Duration> take(String path, Duration longest) {
    return budgets.begin(application + path, Pace.aSecond(most), longest);
  }

  /** A call that had its turn has its answer, or will have none. */
  void over(String path) {
    budgets.end(application + path);
  }
}
