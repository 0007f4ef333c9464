package io.kouxin.bot.outbox;

import io.kouxin.integrations.channel.Outbound;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The platform's handles of our cards. Where a handle is good for one change, a tap brings the next
 * one; between the two there is none.
 */
final class Handles {
  private final JdbcClient jdbc;

  Handles(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A change with the handle of its card as it is now; any other message as it is. */
  Outbound on(Outbound message) {
    if (!(message instanceof Outbound.Change change)) {
      return message;
    }
    Optional<String> handle =
        jdbc.sql("SELECT handle FROM outbox WHERE message = :card AND handle <> ''")
            .param("card", change.card())
            .query(String.class)
            .optional();
    return new Outbound.Change(
        change.key(), change.card(), handle, change.face(), change.text(), change.wanted());
  }

  /** A change has left: its card's handle is another, unless a tap has brought a fresh one. */
  void spent(Outbound.Change change, String next) {
    jdbc.sql(
            """
            UPDATE outbox SET handle = :next,
              spent_handle = CASE WHEN :used = '' THEN spent_handle ELSE :used END
            WHERE message = :card AND COALESCE(handle, '') = :used
            """)
        .param("next", next)
        .param("used", change.handle().orElse(""))
        .param("card", change.card())
        .update();
  }

  /** A tap has brought this one; the same tap once more brings nothing. */
  void renew(String card, String fresh) {
    jdbc.sql(
            """
            UPDATE outbox SET handle = :fresh
            WHERE message = :card AND COALESCE(spent_handle, '') <> :fresh
            """)
        .param("fresh", fresh)
        .param("card", card)
        .update();
  }
}
