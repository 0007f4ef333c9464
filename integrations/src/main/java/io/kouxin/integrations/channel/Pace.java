package io.kouxin.integrations.channel;

/** How many messages one person may be sent in any minute and in any hour. */
public record Pace(int perMinute, int perHour) {
  /** For a channel without such limits. */
  public static final Pace ANY = new Pace(Integer.MAX_VALUE, Integer.MAX_VALUE);
}
