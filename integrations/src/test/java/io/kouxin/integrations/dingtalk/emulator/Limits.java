package io.kouxin.integrations.dingtalk.emulator;

/**
 * What the platform allows. Where it publishes no figure, {@link #REAL} has one of its own.
 *
 * @param callsAMonth API calls of the whole company in a calendar month
 * @param messagesAMonth messages over webhooks and Stream in a calendar month, in and out
 * @param callsASecond of one path
 * @param webhookAMinute messages of one custom robot; one more blocks it for ten minutes
 * @param personAMinute robot messages to one person; the figure is the emulator's own
 * @param workADay work notifications to one person
 */
public record Limits(
    long callsAMonth,
    long messagesAMonth,
    int callsASecond,
    int webhookAMinute,
    int personAMinute,
    int workADay) {
  /** The standard edition (KB:dingtalk-application-development-platform-billing-model). */
  public static final Limits REAL = new Limits(5_000, 3_000, 20, 20, 30, 500);

  /** The same with these figures for a month. */
  public Limits aMonth(long calls, long messages) {
    return new Limits(calls, messages, callsASecond, webhookAMinute, personAMinute, workADay);
  }

  /** The same with this many messages a minute for one person. */
  public Limits aPerson(int aMinute) {
    return new Limits(callsAMonth, messagesAMonth, callsASecond, webhookAMinute, aMinute, workADay);
  }

  /** The same with this many calls a second for one path. */
  public Limits aSecond(int calls) {
    return new Limits(callsAMonth, messagesAMonth, calls, webhookAMinute, personAMinute, workADay);
  }
}
