package io.kouxin.integrations.channel;

/**
 * Calls to look now. They only make sooner what happens anyway: one may be lost, come twice, or
 * stand for several. Safe for many threads.
 */
public interface Wakeups {

  /** Calls all who listen to this topic, on every node, here too. Returns at once, never throws. */
  void publish(String topic);

  /**
   * Has something done at each call, on a thread of its own, never twice at once; calls meanwhile
   * make one more. What it throws is logged.
   */
  void subscribe(String topic, Runnable look);
}
