package io.kouxin.integrations.channel;

/**
 * What nodes of one company share beside the store: all of it may be lost without losing anybody's
 * words. One node needs nothing but its own memory. Safe for many threads.
 */
public interface Coordination extends AutoCloseable {

  /** Access tokens, one for all nodes. */
  SharedTokens tokens();

  /** Who does what only one may do at a time. */
  Leases leases();

  /** How much of what may be done has been done. */
  Budgets budgets();

  /** Calls to look now, and not only at the next turn. */
  Wakeups wakeups();

  /** How far it reaches right now. Asks nobody. */
  Reach reach();

  /** Lets go of what it holds; afterwards nothing of it may be used. */
  @Override
  void close();

  /** How far it reaches. */
  enum Reach {
    /** In this process, because there is nothing else to ask. */
    PROCESS,
    /** All nodes. */
    NODES,
    /**
     * In this process, because what the nodes share is away: each fetches its own tokens, has half
     * of each budget, takes no new lease and hears of changes a little later.
     */
    CUT_OFF
  }
}
