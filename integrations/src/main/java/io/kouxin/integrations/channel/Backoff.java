package io.kouxin.integrations.channel;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;

/**
 * When to try again: one second after the last try, then two, four, up to a minute, with a fifth of
 * chance so that many bots do not come back together. Used under its owner's lock.
 */
public final class Backoff {
  private static final long FIRST_MILLIS = 1_000;
  private static final long MOST_MILLIS = 60_000;
  private static final int DOUBLINGS = 6;

  /** A connection that lived so long was a good one: the next try may be at once. */
  private static final Duration GOOD = Duration.ofSeconds(10);

  private final RandomGenerator random;
  private Instant due = Instant.EPOCH;
  private int failures;

  /** With this chance. */
  public Backoff(RandomGenerator random) {
    this.random = random;
  }

  /** Whether the next try may begin. */
  public boolean isDue(Instant now) {
    return !now.isBefore(due);
  }

  /** A try begins. */
  public void tried(Instant now) {
    due = now.plusMillis(FIRST_MILLIS);
  }

  /** The try came to nothing. */
  public void failed(Instant now) {
    long millis = Math.min(MOST_MILLIS, FIRST_MILLIS << Math.min(failures, DOUBLINGS));
    due = now.plusMillis((long) (millis * (0.8 + 0.2 * random.nextDouble())));
    failures++;
  }

  /** A connection ended that had been opened then. */
  public void ended(Instant opened, Instant now) {
    if (Duration.between(opened, now).compareTo(GOOD) < 0) {
      failed(now);
    } else {
      failures = 0;
    }
  }
}
