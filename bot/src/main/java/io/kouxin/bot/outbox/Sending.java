package io.kouxin.bot.outbox;

import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.outbox.Queue.Due;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.work.DeadLetters;
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

  /** The journal's word for a message that may have arrived; its subject is the message's id. */
  public static final String DOUBTFUL = "message.doubtful";

  /**
   * So long a message is tried again and again: over a weekend on which nobody mends a setting.
   * What is older tells people nothing they still wait for, and a card's taps would mislead.
   */
  static final Duration LONGEST = Duration.ofHours(72);

  private static final Duration LEAST = Duration.ofSeconds(1);
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String STOPPED = "something stopped us before we knew";
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
  private final DeadLetters letters;
  private final Journal journal;
  private final Line line = new Line();

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
    this.letters = ground.letters();
    this.journal = ground.journal();
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
    if (due.unsure().isPresent() && !isRemembered(due, channel.remembers(message(due)))) {
      doubt(due, channel, due.posted().reason().orElse(STOPPED));
      return;
    }
    Optional<Instant> turn =
        pacing.free(due.posted().to(), channel.pace(), channel.parts(complete(due)));
    if (turn.isPresent()) {
      queue.hold(due, turn.get(), Pacing.REASON);
      return;
    }
    send(due, channel);
  }

  private void send(Due due, Channel channel) throws ChannelException {
    try {
      deliver(due, channel);
    } catch (ChannelException.Refused refused) {
      String reason = String.valueOf(refused.getMessage());
      if (due.unsure().isPresent()) {
        doubt(due, channel, reason);
      } else {
        refuse(due, reason);
      }
    } catch (ChannelException.Doubtful doubtful) {
      unsure(due, channel, doubtful);
    } catch (ChannelException.Wait wait) {
      Instant turn = line.turn(channel.name(), wait, clock.instant());
      queue.hold(due, turn, Pacing.REASON);
    } catch (ChannelException.Retry retry) {
      later(due, channel, retry);
    }
  }

  private static Outbound message(Due due) {
    return due.posted().message();
  }

  /** Whether the platform still takes a repeat for what it is. */
  private boolean isRemembered(Due due, Duration remembered) {
    Instant now = clock.instant();
    Duration ago = Duration.between(due.unsure().orElse(now), now).abs();
    return ago.compareTo(remembered) < 0;
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

  /** Once more under the same key, as long as that is no second message. */
  private void unsure(Due due, Channel channel, ChannelException.Doubtful doubtful) {
    String reason = String.valueOf(doubtful.getMessage());
    if (!isRemembered(due, doubtful.remembered())) {
      doubt(due, channel, reason);
      return;
    }
    Instant now = clock.instant();
    queue.hold(due, now.plus(SOON), reason, due.unsure().or(() -> Optional.of(now)));
  }

  /** Nobody knows: a person decides. Whatever was merged into it may have arrived with it. */
  private void doubt(Due due, Channel channel, String why) {
    String beginning = ChannelException.Doubtful.BEGINNING;
    String reason = why.startsWith(beginning) ? why : beginning + why;
    LOG.warn("Message {} is doubtful: {}", due.id(), reason);
    transactions.executeWithoutResult(
        status -> {
          queue.doubt(due, reason, channel.parts(complete(due)));
          letters.add(NAME, due.id(), reason, 1);
          journal.append(
              new Happening(DOUBTFUL, Optional.empty(), Optional.empty(), due.id(), "{}"));
        });
  }

  private void later(Due due, Channel channel, ChannelException.Retry retry) {
    Instant now = clock.instant();
    if (due.since().plus(LONGEST).isBefore(now)) {
      String reason = "not sent within " + LONGEST.toHours() + " h: " + retry.getMessage();
      if (due.unsure().isPresent()) {
        doubt(due, channel, reason);
      } else {
        LOG.warn("Message {} has waited too long: {}", due.id(), retry.getMessage());
        queue.refuse(due, reason);
      }
      return;
    }
    String reason = String.valueOf(retry.getMessage());
    if (!due.posted().reason().equals(Optional.of(reason))) {
      LOG.info("Message {} waits: {}", due.id(), reason);
    }
    Duration pause = retry.after().compareTo(LEAST) < 0 ? LEAST : retry.after();
    queue.hold(due, now.plus(pause), reason);
  }

  @Override
  public Optional<String> setAside(String key, String reason) {
    Optional<Due> head = queue.head(Account.of(key));
    head.ifPresent(due -> aside(due, reason));
    return head.map(Due::id);
  }

  private void aside(Due due, String reason) {
    if (due.unsure().isPresent()) {
      queue.doubt(due, reason, 1);
    } else {
      queue.refuse(due, reason);
    }
  }

  @Override
  public void revive(String id) {
    outbox.retry(id);
  }
}
