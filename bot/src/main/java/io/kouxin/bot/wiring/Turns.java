package io.kouxin.bot.wiring;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Whose turn it is, where only one can be served. Those who must not wait go before all others; but
 * after each of them the others have half as much time as it took, so that they are never shut out:
 * signs of life are among them. Of two who are equal, the one who came first goes first.
 */
final class Turns {
  private static final ScopedValue<Boolean> FIRST = ScopedValue.newInstance();

  private final ReentrantLock lock = new ReentrantLock();
  private final Queue<Waiting> first = new ArrayDeque<>();
  private final Queue<Waiting> others = new ArrayDeque<>();
  private boolean taken;
  private boolean takenByFirst;
  private long since;
  private long othersTime;

  private final class Waiting {
    final Condition called = lock.newCondition();
    boolean served;
  }

  /** The same transactions, of one who must not wait. */
  static TransactionOperations first(TransactionOperations transactions) {
    return new TransactionOperations() {
      @Override
      public <T extends @Nullable Object> T execute(TransactionCallback<T> action) {
        return ScopedValue.where(FIRST, true).call(() -> transactions.execute(action));
      }
    };
  }

  /** Waits for a turn. False if none came in that time. */
  boolean take(Duration patience) throws InterruptedException {
    boolean goesFirst = FIRST.isBound();
    lock.lockInterruptibly();
    try {
      if (!taken) {
        serve(goesFirst);
        return true;
      }
      return queue(goesFirst ? first : others, patience.toNanos());
    } finally {
      lock.unlock();
    }
  }

  private boolean queue(Queue<Waiting> queue, long nanos) throws InterruptedException {
    var waiting = new Waiting();
    queue.add(waiting);
    try {
      for (long left = nanos; !waiting.served && left > 0; ) {
        left = waiting.called.awaitNanos(left);
      }
      return waiting.served;
    } catch (InterruptedException e) {
      if (waiting.served) {
        leave();
      }
      throw e;
    } finally {
      queue.remove(waiting);
    }
  }

  /** The turn is over: the next one has it. */
  void leave() {
    lock.lock();
    try {
      long took = System.nanoTime() - since;
      othersTime = takenByFirst ? took / 2 : othersTime - took;
      taken = false;
      boolean goesFirst = !first.isEmpty() && (others.isEmpty() || othersTime <= 0);
      Waiting next = (goesFirst ? first : others).poll();
      if (next != null) {
        serve(goesFirst);
        next.served = true;
        next.called.signal();
      }
    } finally {
      lock.unlock();
    }
  }

  /** How many wait. */
  int waiting() {
    lock.lock();
    try {
      return first.size() + others.size();
    } finally {
      lock.unlock();
    }
  }

  private void serve(boolean goesFirst) {
    taken = true;
    takenByFirst = goesFirst;
    since = System.nanoTime();
  }
}
