package io.kouxin.integrations.dingtalk.emulator;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.function.Supplier;

/** What was used in the calendar month, by the clock of Shanghai. */
public final class Quota {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  // Tokens, signing in and contacts are free (KB:basic-interfaces-…), opening a Stream too.
  private static final List<String> FREE =
      List.of(
          "/gettoken",
          "/get_jsapi_ticket",
          "/v1.0/oauth2/",
          "/v1.0/contact/",
          "/v1.0/gateway/",
          "/topapi/v2/user/",
          "/topapi/user/",
          "/topapi/v2/department/",
          "/auth/scopes",
          "/call_back/");
  private final Clock clock;
  private final Supplier<Limits> limits;
  private YearMonth month;
  private long calls;
  private long messages;

  Quota(Clock clock, Supplier<Limits> limits) {
    this.clock = clock;
    this.limits = limits;
    this.month = now();
  }

  /** API calls of this month that were not free. */
  public synchronized long calls() {
    turn();
    return calls;
  }

  /** Messages over webhooks and Stream or HTTP callbacks in this month. */
  public synchronized long messages() {
    turn();
    return messages;
  }

  /** As if so much had been used in this month. */
  public synchronized void used(long calledSoFar, long messagesSoFar) {
    turn();
    calls = calledSoFar;
    messages = messagesSoFar;
  }

  /** Whether one more call is allowed; it counts if it is. */
  synchronized boolean admitsCall(String path) {
    turn();
    if (FREE.stream().anyMatch(path::startsWith)) {
      return true;
    }
    boolean admitted = calls < limits.get().callsAMonth();
    calls += admitted ? 1 : 0;
    return admitted;
  }

  /** Whether one more message is allowed; it counts if it is. */
  synchronized boolean admitsMessage() {
    turn();
    boolean admitted = messages < limits.get().messagesAMonth();
    messages += admitted ? 1 : 0;
    return admitted;
  }

  private void turn() {
    if (!month.equals(now())) {
      month = now();
      calls = 0;
      messages = 0;
    }
  }

  private YearMonth now() {
    return YearMonth.from(clock.instant().atZone(SHANGHAI));
  }
}
