package io.kouxin.bot.inbox;

import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.people.People.Account;
import java.time.Clock;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * When an administrator says that an account is nobody of ours, what it sent waits no longer. The
 * words stay for the rest of their time: whoever is added after all finds them again.
 */
final class TurningAway implements Reaction {
  private final JdbcClient jdbc;
  private final Clock clock;

  TurningAway(JdbcInbox.Ground ground) {
    this.jdbc = ground.jdbc();
    this.clock = ground.clock();
  }

  @Override
  public String name() {
    return "turn-away";
  }

  @Override
  public Set<String> kinds() {
    return Set.of("sender.turned-away");
  }

  @Override
  public void react(JournalEntry entry) {
    Account account = Account.of(entry.subject());
    jdbc.sql(
            """
            UPDATE inbox SET state = 'TURNED_AWAY', done_at = :now
            WHERE state = 'HELD' AND channel = :channel AND sender = :account
            """)
        .param("now", clock.millis())
        .param("channel", account.channel())
        .param("account", account.account())
        .update();
  }
}
