package io.kouxin.bot.work;

import java.time.Duration;

/** How often failing work is tried: five times within about two minutes. */
public final class Attempts {
  /** After so many failures in a row a step is put aside. */
  public static final int MOST = 5;

  private static final Duration[] PAUSES = {
    Duration.ofSeconds(1), Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofSeconds(60)
  };

  private Attempts() {}

  /** The pause after the given number of failures in a row, counted from 1. */
  public static Duration pauseAfter(int failures) {
    return PAUSES[Math.clamp(failures - 1, 0, PAUSES.length - 1)];
  }
}
