package io.kouxin.bot.inbox;

import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.people.JdbcPeople;
import io.kouxin.bot.people.People.Account;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When somebody is added, the notes they sent before are worked on by themselves, those that an
 * administrator had turned away too.
 */
final class ReleaseHeld implements Reaction {
  private static final String RELEASE =
      """
      UPDATE inbox SET state = 'READY', done_at = NULL
      WHERE state IN ('HELD', 'TURNED_AWAY') AND EXISTS (
        SELECT 1 FROM person_identity i
        WHERE i.channel = inbox.channel AND i.account = inbox.sender
      """;

  private final JdbcClient jdbc;
  private final JdbcInbox inbox;

  ReleaseHeld(JdbcClient jdbc, JdbcInbox inbox) {
    this.jdbc = jdbc;
    this.inbox = inbox;
  }

  @Override
  public String name() {
    return "release-held";
  }

  /** A held note too: its sender may have been added while it was looked up. */
  @Override
  public Set<String> kinds() {
    return Set.of(JdbcPeople.SAVED, Conversing.SENDER_UNKNOWN);
  }

  @Override
  public void react(JournalEntry entry) {
    List<String> released =
        entry.kind().equals(JdbcPeople.SAVED) ? ofPerson(entry.subject()) : of(entry.subject());
    released.forEach(inbox::wakeConversation);
  }

  private List<String> ofPerson(String person) {
    return jdbc.sql(RELEASE + " AND i.person = :person) RETURNING id")
        .param("person", person)
        .query((row, number) -> row.getString("id"))
        .list();
  }

  private List<String> of(String key) {
    Account account = Account.of(key);
    return jdbc.sql(RELEASE + ") AND channel = :channel AND sender = :account RETURNING id")
        .param("channel", account.channel())
        .param("account", account.account())
        .query((row, number) -> row.getString("id"))
        .list();
  }
}
