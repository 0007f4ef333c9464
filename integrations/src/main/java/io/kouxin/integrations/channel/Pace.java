package io.kouxin.integrations.channel;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** How many there may be in any second, any minute and any hour. */
public record Pace(int perSecond, int perMinute, int perHour) {
  private static final int NO_END = Integer.MAX_VALUE;

  /** For a channel without such limits. */
  public static final Pace ANY = new Pace(NO_END, NO_END, NO_END);

  /** So many in a minute and in an hour, all of them at once if need be. */
  public Pace(int perMinute, int perHour) {
    this(NO_END, perMinute, perHour);
  }

  /** So many in a second, for ever. */
  public static Pace aSecond(int most) {
    return new Pace(most, NO_END, NO_END);
  }

  /** A span of time, and how many there may be in it. */
  public record Window(Duration length, int most) {}

  /** What is limited, shortest first; empty where anything goes. */
  public List<Window> windows() {
    return Stream.of(
            new Window(Duration.ofSeconds(1), perSecond),
            new Window(Duration.ofMinutes(1), perMinute),
            new Window(Duration.ofHours(1), perHour))
        .filter(window -> window.most() < NO_END)
        .toList();
  }
}
