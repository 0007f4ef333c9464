package io.kouxin.bot.inbox;

import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.MediaRef;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * An inbox that keeps what arrives at the same time in one transaction, because a store that syncs
 * to the disk at each commit commits only so often, and one that is asked over a network answers
 * only so often. Nobody waits for company: whoever has arrived while the last transaction ran is in
 * the next. Each caller gets an answer of its own after the commit, and a message that cannot be
 * kept spoils nobody else's.
 *
 * <p>It writes in a platform thread of its own: callers may be virtual threads, and a few of them
 * inside a native store would stop all.
 */
public final class GroupedAccepts implements Inbox, AutoCloseable {
  /** Most messages in one transaction, so that none waits long for the others. */
  static final int MOST = 64;

  private static final Logger LOG = LoggerFactory.getLogger(GroupedAccepts.class);
  private static final int WAITING = 1_024;

  /** How often an idle writer looks whether the inbox was closed. */
  private static final Duration LOOK_UP = Duration.ofMillis(250);

  private final JdbcInbox inbox;
  private final TransactionOperations transactions;
  private final BlockingQueue<Arrival> arrivals = new ArrayBlockingQueue<>(WAITING);
  private final Thread writer =
      Thread.ofPlatform().name("accepts").daemon().unstarted(this::writeAll);
  private volatile boolean closed;

  /**
   * In front of an inbox.
   *
   * @param transactions of the same store, for several messages at once
   */
  public GroupedAccepts(JdbcInbox inbox, TransactionOperations transactions) {
    this.inbox = inbox;
    this.transactions = transactions;
    writer.start();
  }

  private record Arrival(Inbound inbound, CompletableFuture<Receipt> receipt) {}

  @Override
  public Receipt accept(Inbound inbound) {
    // Bytes may be many: they are not to be in everybody's transaction.
    if (closed || JdbcInbox.mediaOf(inbound).orElse(null) instanceof MediaRef.Inline) {
      return inbox.accept(inbound);
    }
    var arrival = new Arrival(inbound, new CompletableFuture<>());
    try {
      arrivals.put(arrival);
      if (closed && arrivals.remove(arrival)) {
        return inbox.accept(inbound);
      }
      return arrival.receipt().get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a message was being kept", e);
    } catch (ExecutionException e) {
      // As it would be without company: callers tell a full disk from other troubles.
      throw e.getCause() instanceof RuntimeException cause
          ? cause
          : new IllegalStateException("a message could not be kept", e.getCause());
    }
  }

  /** How many wait for the next transaction. */
  int queued() {
    return arrivals.size();
  }

  private void writeAll() {
    List<Arrival> group = new ArrayList<>(MOST);
    while (!closed || !arrivals.isEmpty()) {
      try {
        Optional.ofNullable(arrivals.poll(LOOK_UP.toMillis(), TimeUnit.MILLISECONDS))
            .ifPresent(group::add);
        arrivals.drainTo(group, MOST - group.size());
        write(group);
      } catch (InterruptedException e) {
        LOG.warn("the writer was interrupted, and goes on", e);
      }
      group.clear();
    }
  }

  private void write(List<Arrival> group) {
    if (group.size() < 2) {
      group.forEach(this::writeAlone);
      return;
    }
    try {
      List<Receipt> receipts = together(group);
      for (int i = 0; i < receipts.size(); i++) {
        group.get(i).receipt().complete(receipts.get(i));
      }
    } catch (RuntimeException e) {
      LOG.warn(
          "{} messages could not be kept together; each is tried alone: {}",
          group.size(),
          e.toString());
      group.forEach(this::writeAlone);
    }
  }

  /** Their receipts, in their order; nothing is kept if this throws. */
  private List<Receipt> together(List<Arrival> group) {
    return inbox.acceptAll(transactions, group.stream().map(Arrival::inbound).toList());
  }

  private void writeAlone(Arrival arrival) {
    try {
      arrival.receipt().complete(together(List.of(arrival)).getFirst());
    } catch (Throwable e) {
      // Whatever it is, its caller hears of it, and the writer goes on with the next.
      arrival.receipt().completeExceptionally(e);
    }
  }

  @Override
  public Optional<Message> find(String id) {
    return inbox.find(id);
  }

  @Override
  public List<Message> of(String channel, String sender, int limit) {
    return inbox.of(channel, sender, limit);
  }

  @Override
  public long waiting() {
    return inbox.waiting();
  }

  @Override
  public long unfetched() {
    return inbox.unfetched();
  }

  /** Keeps what has arrived; whatever comes later is kept by its caller's thread. */
  @Override
  public void close() {
    closed = true;
    try {
      writer.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
