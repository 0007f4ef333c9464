package io.kouxin.integrations.channel;

import java.time.Clock;

/** Coordination of one process with itself. It keeps little and only what is still of use. */
public final class LocalCoordination implements Coordination {
  private final LocalTokens tokens;
  private final LocalLeases leases;
  private final LocalBudgets budgets;
  private final LocalWakeups wakeups = new LocalWakeups();

  /** By this clock. */
  public LocalCoordination(Clock clock) {
    tokens = new LocalTokens(clock);
    leases = new LocalLeases(clock);
    budgets = new LocalBudgets(clock);
  }

  @Override
  public SharedTokens tokens() {
    return tokens;
  }

  @Override
  public Leases leases() {
    return leases;
  }

  @Override
  public Budgets budgets() {
    return budgets;
  }

  @Override
  public Wakeups wakeups() {
    return wakeups;
  }

  @Override
  public Reach reach() {
    return Reach.PROCESS;
  }

  @Override
  public void close() {}
}
