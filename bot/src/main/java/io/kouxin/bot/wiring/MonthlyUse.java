package io.kouxin.bot.wiring;

import io.kouxin.bot.doctor.Examination;
import io.kouxin.bot.doctor.Finding;
import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.journal.Journal;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.dingtalk.DingTalk;
import io.kouxin.integrations.dingtalk.Meter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * How much of the month's quotas of DingTalk is used, by all nodes together: counted here, and
 * added to the store every few seconds, so that a crash forgets some seconds at most. Other
 * applications of the company use the same quotas and are not counted.
 */
final class MonthlyUse implements Meter, Examination, MeterBinder {
  /**
   * The journal's word for a quota of which most is used; its subject is channel, month and what is
   * counted.
   */
  static final String HIGH = "quota.high";

  static final Duration FLUSH = Duration.ofSeconds(5);

  /** DingTalk counts by its own calendar. */
  private static final ZoneId CALENDAR = ZoneId.of("Asia/Shanghai");

  private static final int HIGH_PERCENT = 80;

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Journal journal;
  private final Clock clock;
  private final int callsASecond;
  private final Counted calls;
  private final Counted messages;

  /** What stands behind it. */
  record Ground(
      JdbcClient jdbc, TransactionOperations transactions, Journal journal, Clock clock) {}

  MonthlyUse(Ground ground, DingTalkSettings.Quota quota) {
    this.jdbc = ground.jdbc();
    this.transactions = ground.transactions();
    this.journal = ground.journal();
    this.clock = ground.clock();
    this.callsASecond = quota.callsPerSecond();
    this.calls = new Counted("calls", quota.calls());
    this.messages = new Counted("messages", quota.messages());
  }

  /** Of one kind: what was counted and is not in the store yet. */
  private record Counted(String kind, long quota, LongAdder pending) {
    Counted(String kind, long quota) {
      this(kind, quota, new LongAdder());
    }

    boolean isHigh(long used) {
      return quota > 0 && used * 100 >= quota * HIGH_PERCENT;
    }
  }

  @Override
  public void call() {
    calls.pending().increment();
  }

  @Override
  public void message() {
    messages.pending().increment();
  }

  @Override
  public int callsASecond() {
    return callsASecond;
  }

  /** Adds what was counted to the store. What cannot be added now is added later. */
  synchronized void flush() {
    List.of(calls, messages).forEach(this::flush);
  }

  private void flush(Counted counted) {
    long more = counted.pending().sum();
    if (more > 0) {
      transactions.executeWithoutResult(status -> add(counted, more));
      counted.pending().add(-more);
    }
  }

  private void add(Counted counted, long more) {
    String month = month();
    long used =
        jdbc.sql(
                """
                INSERT INTO quota (channel, month, kind, used)
                VALUES (:channel, :month, :kind, :more)
                ON CONFLICT (channel, month, kind) DO UPDATE SET used = quota.used + excluded.used
                RETURNING used
                """)
            .param("channel", DingTalk.NAME)
            .param("month", month)
            .param("kind", counted.kind())
            .param("more", more)
            .query(Long.class)
            .single();
    if (counted.isHigh(used) && !counted.isHigh(used - more)) {
      journal.append(
          new Happening(HIGH, Optional.empty(), Optional.empty(), subject(counted, month), "{}"));
    }
  }

  private static String subject(Counted counted, String month) {
    return String.join(":", DingTalk.NAME, month, counted.kind());
  }

  private String month() {
    return YearMonth.now(clock.withZone(CALENDAR)).toString();
  }

  private long used(Counted counted) {
    long stored =
        jdbc.sql(
                "SELECT used FROM quota WHERE channel = :channel AND month = :month"
                    + " AND kind = :kind")
            .param("channel", DingTalk.NAME)
            .param("month", month())
            .param("kind", counted.kind())
            .query(Long.class)
            .optional()
            .orElse(0L);
    return stored + counted.pending().sum();
  }

  @Override
  public String name() {
    return DingTalk.NAME + ".quota";
  }

  @Override
  public List<Finding> findings() {
    long called = used(calls);
    long said = used(messages);
    boolean high = calls.isHigh(called) || messages.isHigh(said);
    Map<String, ?> values =
        Map.of("calls", called, "most", calls.quota(), "messages", said, "limit", messages.quota());
    return List.of(
        new Finding(
            name(),
            high ? State.WARNING : State.OK,
            high ? "dingtalk.used-high" : "dingtalk.used-ok",
            values));
  }

  @Override
  public void bindTo(MeterRegistry metrics) {
    for (Counted counted : List.of(calls, messages)) {
      Gauge.builder("kouxin.quota.used", () -> used(counted))
          .description("what was used of a platform's monthly quota")
          .tags("channel", DingTalk.NAME, "kind", counted.kind())
          .register(metrics);
      Gauge.builder("kouxin.quota.most", counted::quota)
          .description("what the edition allows in a month, by our settings")
          .tags("channel", DingTalk.NAME, "kind", counted.kind())
          .register(metrics);
    }
  }
}
