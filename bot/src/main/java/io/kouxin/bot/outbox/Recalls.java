package io.kouxin.bot.outbox;

import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.journal.Journal;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.Outbound;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What was said wrongly. What has not left yet never does; what has left is taken back by a message
 * of its own, behind all that was said before, so that it can never come too early.
 */
final class Recalls {
  private static final String RECALLED = "message.recalled";
  private final JdbcClient jdbc;
  private final Journal journal;

  Recalls(JdbcOutbox.Ground ground) {
    this.jdbc = ground.jdbc();
    this.journal = ground.journal();
  }

  /** The message that takes this one back; empty where that makes no sense. */
  static Optional<Post> of(Posted wrong, String text) {
    boolean said =
        switch (wrong.message()) {
          case Outbound.Reply r -> true;
          case Outbound.Sheet s -> true;
          case Outbound.Push p -> true;
          case Outbound.FileDelivery f -> true;
          case Outbound.Change c -> false;
          case Outbound.Recall r -> false;
        };
    boolean there = wrong.state() == Posted.State.WAITING || wrong.state() == Posted.State.SENT;
    String key = wrong.message().key();
    return Optional.of(
            Post.plain(wrong.to(), new Outbound.Recall("recall:" + key, key, List.of(), text)))
        .filter(post -> said && there);
  }

  /**
   * It does not leave any more, unless it may be there already, or its words are on their way with
   * others; written down. Of a long text that was begun a part may be there; a card is one piece.
   */
  void begin(Posted wrong, Optional<String> by) {
    jdbc.sql(
            """
            UPDATE outbox SET state = 'RECALLED'
            WHERE id = :id AND state = 'WAITING' AND merged_into IS NULL
              AND unsure_since IS NULL AND (begun_at IS NULL OR card IS NOT NULL)
            """)
        .param("id", wrong.id())
        .update();
    journal.append(new Happening(RECALLED, by, Optional.empty(), wrong.id(), "{}"));
  }

  /** Whether there is nothing to take back, because it never left. */
  boolean isMoot(Outbound message) {
    return message instanceof Outbound.Recall recall
        && jdbc.sql("SELECT COUNT(*) FROM outbox WHERE message = :key AND sent_at IS NOT NULL")
                .param("key", recall.message())
                .query(Long.class)
                .single()
            == 0;
  }

  /** With the receipts of what left alone; what left with others cannot be taken back. */
  Outbound on(Outbound message) {
    if (!(message instanceof Outbound.Recall recall)) {
      return message;
    }
    List<String> receipts =
        jdbc.sql(
                """
                SELECT receipts FROM outbox
                WHERE message = :key AND merged_into IS NULL AND receipts IS NOT NULL
                  AND NOT EXISTS (SELECT 1 FROM outbox AS other WHERE other.merged_into = :key)
                """)
            .param("key", recall.message())
            .query(String.class)
            .optional()
            .map(lines -> lines.lines().toList())
            .orElse(List.of());
    return new Outbound.Recall(recall.key(), recall.message(), receipts, recall.text());
  }

  /** What became of it. */
  void done(Outbound.Recall recall, Delivered delivered) {
    boolean gone = delivered.way() == Delivered.Way.NONE;
    jdbc.sql(
            """
            UPDATE outbox SET state = :state
            WHERE message = :key AND sent_at IS NOT NULL AND state IN ('SENT', 'RECALLED')
            """)
        .param("state", gone ? "RECALLED" : "SENT")
        .param("key", recall.message())
        .update();
  }
}
