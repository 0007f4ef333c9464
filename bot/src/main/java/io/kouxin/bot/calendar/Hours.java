package io.kouxin.bot.calendar;

import java.time.DateTimeException;
import java.time.LocalTime;

/**
 * A stretch of the day that comes back every day; it may run across midnight.
 *
 * @param from its first moment
 * @param to the moment behind its last; the same as {@code from} means never
 */
public record Hours(LocalTime from, LocalTime to) {

  /** No moment at all. */
  public static final Hours NEVER = new Hours(LocalTime.MIDNIGHT, LocalTime.MIDNIGHT);

  /**
   * Reads {@code 09:00-18:00}.
   *
   * @throws IllegalArgumentException in words, when the text is anything else
   */
  public static Hours parse(String text) {
    String[] ends = text.strip().split("\\s*[-–]\\s*", -1);
    if (ends.length == 2) {
      try {
        return new Hours(LocalTime.parse(ends[0]), LocalTime.parse(ends[1]));
      } catch (DateTimeException e) {
        throw new IllegalArgumentException(wrong(text), e);
      }
    }
    throw new IllegalArgumentException(wrong(text));
  }

  /** Whether this time of day lies in it. */
  public boolean contains(LocalTime time) {
    if (acrossMidnight()) {
      return !time.isBefore(from) || time.isBefore(to);
    }
    return !time.isBefore(from) && time.isBefore(to);
  }

  boolean acrossMidnight() {
    return to.isBefore(from);
  }

  private static String wrong(String text) {
    return "\"" + text + "\" is no stretch of a day; write it like 09:00-18:00";
  }

  @Override
  public String toString() {
    return from + "-" + to;
  }
}
