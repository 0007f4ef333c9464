package io.kouxin.bot.inbox;

import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.people.JdbcPeople;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/** When somebody is added, the notes they sent before are worked on by themselves. */
public final class ReleaseHeld implements Reaction {
  private final JdbcClient jdbc;
  private final JdbcInbox inbox;

  /** Over an inbox. */
  public ReleaseHeld(JdbcClient jdbc, JdbcInbox inbox) {
    this.jdbc = jdbc;
    this.inbox = inbox;
  }

  @Override
  public String name() {
    return "release-held";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(JdbcPeople.SAVED);
  }

  @Override
  public void react(JournalEntry entry) {
    List<String> released =
        jdbc.sql(
                """
                UPDATE inbox SET state = 'READY'
                WHERE state = 'HELD' AND done_at IS NULL AND EXISTS (
                  SELECT 1 FROM person_identity i WHERE i.person = :person
                    AND i.channel = inbox.channel AND i.account = inbox.sender)
                RETURNING id
                """)
            .param("person", entry.subject())
            .query((row, number) -> row.getString("id"))
            .list();
    released.forEach(inbox::wakeConversation);
  }
}
