package io.kouxin.bot.outbox;

import io.kouxin.bot.outbox.Queue.Due;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.channel.Pace;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets plain words that adjoin leave as one message, once their recipient has got half of what may
 * come in a minute. Which ones is written before the first of them is tried and never changes: what
 * is tried again under the same key is the same message.
 */
final class Merging {
  private static final int MOST = 50;
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final JdbcOutbox outbox;
  private final Queue queue;
  private final Pacing pacing;

  Merging(JdbcOutbox.Ground ground, JdbcOutbox outbox, Queue queue, Pacing pacing) {
    this.jdbc = ground.jdbc();
    this.transactions = ground.transactions();
    this.outbox = outbox;
    this.queue = queue;
    this.pacing = pacing;
  }

  /**
   * Decides what leaves with the head, unless that was done before, and that it leaves now; both
   * are written when this returns.
   */
  void begin(Due head, Channel channel) {
    boolean merges = !channel.pace().equals(Pace.ANY) && isPlain(head) && !head.begun();
    boolean matters = channel.remembers(head.posted().message()).compareTo(Sending.LONGEST) < 0;
    if (merges) {
      transactions.executeWithoutResult(
          status -> {
            queue.leaves(head);
            decide(head, channel);
          });
    } else if (matters) {
      queue.leaves(head);
    }
  }

  private void decide(Due head, Channel channel) {
    if (!pacing.isBusy(head.posted().to(), channel.pace())) {
      return;
    }
    List<String> with = companions(head, channel.limits().textBytes());
    if (!with.isEmpty()) {
      jdbc.sql("UPDATE outbox SET merged_into = :key, reason = NULL WHERE id IN (:with)")
          .param("key", head.key())
          .param("with", with)
          .update();
    }
  }

  private List<String> companions(Due head, int bytes) {
    List<String> ids = new ArrayList<>();
    int used = bytes(head);
    for (Due next : queue.due(head.posted().to(), MOST)) {
      if (next.id().equals(head.id())) {
        continue;
      }
      used += 1 + bytes(next);
      if (!isPlain(next) || next.begun() || used > bytes) {
        break;
      }
      ids.add(next.id());
    }
    return ids;
  }

  /** The message at the head, with the words of those that were merged into it. */
  Outbound decided(Due head) {
    Outbound message = head.posted().message();
    List<Posted> others = isPlain(head) ? mergedInto(head) : List.of();
    if (others.isEmpty()) {
      return message;
    }
    String text =
        Stream.concat(Stream.of(head.posted()), others.stream())
            .map(posted -> posted.message().text())
            .collect(Collectors.joining("\n"));
    return message instanceof Outbound.Push push
        ? new Outbound.Push(push.key(), push.card(), text)
        : new Outbound.Reply(message.key(), text);
  }

  private List<Posted> mergedInto(Due head) {
    return jdbc.sql("SELECT * FROM outbox WHERE merged_into = :key ORDER BY id")
        .param("key", head.key())
        .query(outbox::posted)
        .list();
  }

  /** The platform will never take the head, so nothing of it has left: the others go alone. */
  void undo(Due head) {
    jdbc.sql("UPDATE outbox SET merged_into = NULL WHERE merged_into = :key")
        .param("key", head.key())
        .update();
  }

  private static boolean isPlain(Due due) {
    boolean words =
        switch (due.posted().message()) {
          case Outbound.Reply reply -> true;
          case Outbound.Push push -> push.card().isEmpty();
          case Outbound.Sheet s -> false;
          case Outbound.Change c -> false;
          case Outbound.FileDelivery f -> false;
          case Outbound.Recall r -> false;
        };
    return words && !due.posted().message().text().isBlank();
  }

  private static int bytes(Due due) {
    return due.posted().message().text().getBytes(StandardCharsets.UTF_8).length;
  }
}
