package io.kouxin.bot.outbox;

import io.kouxin.bot.outbox.Queue.Due;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Outbound;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Sends what waits, in order per recipient. What cannot leave now holds back what was said after it
 * to the same person, and nobody else's.
 */
public final class Sending implements Work {
  static final String NAME = "send";

  /**
   * So long a message is tried again and again: over a weekend on which nobody mends a setting.
   * What is older tells people nothing they still wait for, and a card's taps would mislead.
   */
  static final Duration LONGEST = Duration.ofHours(72);

  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Logger LOG = LoggerFactory.getLogger(Sending.class);
  private final TransactionOperations transactions;
  private final Clock clock;
  private final JdbcOutbox outbox;
  private final Map<String, Channel> channels;
  private final Queue queue;
  private final Handles handles;
  private final Recalls recalls;
  private final Pacing pacing;
  private final Merging merging;

  /** Through these channels, by name. */
  public Sending(JdbcOutbox.Ground ground, JdbcOutbox outbox, Map<String, Channel> channels) {
    this.transactions = ground.transactions();
    this.clock = ground.clock();
    this.outbox = outbox;
    this.channels = Map.copyOf(channels);
    this.queue = new Queue(ground, outbox);
    this.handles = new Handles(ground.jdbc());
    this.recalls = new Recalls(ground);
    this.pacing = new Pacing(ground);
    this.merging = new Merging(ground, outbox, queue, pacing);
  }

  static String key(Account to) {
    return to.key();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public Optional<Instant> next(String key) {
    return queue.next(Account.of(key));
  }

  @Override
  public void step(String key) throws Exception {
    Optional<Due> head = queue.head(Account.of(key));
    if (head.isEmpty()) {
      return;
    }
    Due due = head.get();
    Channel channel = channels.get(due.posted().to().channel());
    if (channel == null) {
      refuse(due, "no such channel");
      return;
    }
    Optional<Instant> turn =
        pacing.free(due.posted().to(), channel.pace(), channel.parts(complete(due)));
    if (turn.isPresent()) {
      queue.hold(due.id(), turn.get(), Pacing.REASON);
      return;
    }
    try {
      deliver(due, channel);
    } catch (ChannelException.Refused refused) {
      refuse(due, String.valueOf(refused.getMessage()));
    } catch (ChannelException.Doubtful doubtful) {
      // Whatever was merged into it may have arrived with it.
      queue.refuse(due, String.valueOf(doubtful.getMessage()));
    } catch (ChannelException.Retry retry) {
      later(due, retry);
    }
  }

  /** As the channel gets it, those not counted that may still be merged into it. */
  private Outbound complete(Due due) {
    return recalls.on(handles.on(merging.decided(due)));
  }

  private void deliver(Due due, Channel channel) throws ChannelException {
    merging.begin(due, channel);
    Outbound message = complete(due);
    Delivered delivered =
        recalls.isMoot(message)
            ? Delivered.SILENTLY
            : channel.deliver(due.posted().to().account(), message);
    transactions.executeWithoutResult(status -> sent(due, message, delivered, channel));
  }

  private void sent(Due due, Outbound message, Delivered delivered, Channel channel) {
    int parts = delivered.way() == Delivered.Way.NONE ? 0 : channel.parts(message);
    switch (message) {
      case Outbound.Change change -> {
        handles.spent(change, delivered.handle());
        queue.sent(due, Optional.empty(), delivered, parts);
      }
      case Outbound.Recall recall -> {
        recalls.done(recall, delivered);
        queue.sent(due, Optional.empty(), delivered, parts);
      }
      default -> queue.sent(due, Optional.of(delivered.handle()), delivered, parts);
    }
  }

  /** A certain no: nothing has left, so what was merged into it may go alone. */
  private void refuse(Due due, String reason) {
    transactions.executeWithoutResult(
        status -> {
          merging.undo(due);
          queue.refuse(due, reason);
        });
  }

  private void later(Due due, ChannelException.Retry retry) {
    Instant now = clock.instant();
    if (due.since().plus(LONGEST).isBefore(now)) {
      LOG.warn("Message {} has waited too long: {}", due.id(), retry.getMessage());
      queue.refuse(due, "not sent within " + LONGEST.toHours() + " h: " + retry.getMessage());
      return;
    }
    String reason = String.valueOf(retry.getMessage());
    if (!due.posted().reason().equals(Optional.of(reason))) {
      LOG.info("Message {} waits: {}", due.id(), reason);
    }
    Duration pause = retry.after().compareTo(LEAST) < 0 ? LEAST : retry.after();
    queue.hold(due.id(), now.plus(pause), reason);
  }

  @Override
  public Optional<String> setAside(String key, String reason) {
    Optional<Due> head = queue.head(Account.of(key));
    head.ifPresent(due -> queue.refuse(due, reason));
    return head.map(Due::id);
  }

  @Override
  public void revive(String id) {
    outbox.retry(id);
  }
}
