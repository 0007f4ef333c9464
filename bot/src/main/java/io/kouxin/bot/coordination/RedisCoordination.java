package io.kouxin.bot.coordination;

import io.kouxin.integrations.channel.Budgets;
import io.kouxin.integrations.channel.Coordination;
import io.kouxin.integrations.channel.Leases;
import io.kouxin.integrations.channel.LocalCoordination;
import io.kouxin.integrations.channel.SharedTokens;
import io.kouxin.integrations.channel.Wakeups;
import java.time.Clock;
import java.util.UUID;

/**
 * Coordination through one Redis. Lives are counted by its clock. While it is away this node helps
 * itself as {@link Reach#CUT_OFF} says, and comes back by itself.
 */
public final class RedisCoordination implements Coordination {
  private final RedisLink link;
  private final SharedTokens tokens;
  private final Leases leases;
  private final Budgets budgets;
  private final RedisWakeups wakeups;

  /**
   * Begins to connect and waits for nothing.
   *
   * @param clock for what this node does by itself
   */
  public RedisCoordination(RedisAddress address, Clock clock) {
    var alone = new LocalCoordination(clock);
    link = new RedisLink(address);
    tokens = new RedisTokens(link, alone.tokens(), UUID.randomUUID().toString());
    leases = new RedisLeases(link);
    budgets = new RedisBudgets(link, alone.budgets());
    wakeups = new RedisWakeups(link, alone.wakeups());
    link.open(wakeups::heard);
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
    return link.isThere() ? Reach.NODES : Reach.CUT_OFF;
  }

  @Override
  public void close() {
    link.close();
  }
}
