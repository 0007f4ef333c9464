package io.kouxin.bot.work;

import java.time.Instant;
import java.util.Optional;

/**
 * One kind of durable work. It has a queue per key; a key is worked on by one thread at a time in
 * the whole installation, different keys side by side. A step may be repeated after a crash, so it
 * commits its effects together with the mark that it is done.
 */
public interface Work {

  /** The name of the work, also in the store: never change it. */
  String name();

  /**
   * When the next step of this key may begin, possibly in the past; empty when nothing waits. Asked
   * in the transaction that ends the work on a key, so that whatever was added meanwhile is seen.
   */
  Optional<Instant> next(String key);

  /**
   * Does one step. An exception means: again later, and after {@link Attempts#MOST} of them in a
   * row the step is put aside.
   */
  void step(String key) throws Exception;

  /**
   * The step of this key keeps failing: take it out of the queue so that the next one goes on,
   * without losing it. Runs in a transaction.
   *
   * @return what was put aside, for {@link #revive}; empty if nothing waits any more
   */
  Optional<String> setAside(String key, String reason);

  /** Puts a thing that was set aside back into its queue and wakes it. Runs in a transaction. */
  void revive(String subject);
}
