package io.kouxin.integrations.dingtalk;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;

/**
 * A {@link Meter} in memory: what this process used in the current month of Shanghai. It begins at
 * zero with the process, and knows nothing of other applications of the organisation, which share
 * the quota.
 */
public final class Quota implements Meter {
  /** API calls a month in the standard edition. */
  public static final int CALLS = 5_000;

  /** Messages by webhook and Stream a month in the standard edition. */
  public static final int MESSAGES = 3_000;

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private final Clock clock;
  private Used used;

  /** Nothing used yet. */
  public Quota(Clock clock) {
    this.clock = clock;
    this.used = new Used(month(), 0, 0);
  }

  /** What was used in one month. */
  public record Used(YearMonth month, long calls, long messages) {}

  @Override
  public synchronized void call() {
    Used now = used();
    used = new Used(now.month(), now.calls() + 1, now.messages());
  }

  @Override
  public synchronized void message() {
    Used now = used();
    used = new Used(now.month(), now.calls(), now.messages() + 1);
  }

  /** What the current month used so far. */
  public synchronized Used used() {
    YearMonth month = month();
    return used.month().equals(month) ? used : new Used(month, 0, 0);
  }

  private YearMonth month() {
    return YearMonth.from(clock.instant().atZone(SHANGHAI));
  }
}
