package io.kouxin.bot.people;

import io.kouxin.bot.journal.Happening;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.people.People.Account;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/** The groups of teams in the store. The journal says who changed one, and nothing of its robot. */
public final class JdbcTeamGroups implements TeamGroups {
  /** The journal's word for a group whose robot takes nothing any more; its subject is the team. */
  public static final String REFUSED = "group.refused";

  private static final String CHANGED = "group.changed";
  private static final String REMOVED = "group.removed";
  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Journal journal;
  private final Clock clock;

  /** On a store. */
  public JdbcTeamGroups(
      JdbcClient jdbc, TransactionOperations transactions, Journal journal, Clock clock) {
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.journal = journal;
    this.clock = clock;
  }

  @Override
  public Optional<TeamGroup> of(String team) {
    return jdbc.sql("SELECT * FROM team_group WHERE team = :team")
        .param("team", team)
        .query(JdbcTeamGroups::group)
        .optional();
  }

  @Override
  public Optional<TeamGroup> behind(Account account) {
    return jdbc.sql(
            """
            SELECT * FROM team_group WHERE channel = :channel AND recipient = :recipient
            ORDER BY changed_at DESC, team LIMIT 1
            """)
        .param("channel", account.channel())
        .param("recipient", account.account())
        .query(JdbcTeamGroups::group)
        .optional();
  }

  @Override
  public List<TeamGroup> all() {
    return jdbc.sql("SELECT * FROM team_group ORDER BY team").query(JdbcTeamGroups::group).list();
  }

  @Override
  public void save(TeamGroup group, String by) {
    transactions.executeWithoutResult(
        status -> {
          jdbc.sql(
                  """
                  INSERT INTO team_group
                    (team, channel, recipient, address, secret, changed_by, changed_at)
                  VALUES (:team, :channel, :recipient, :address, :secret, :by, :now)
                  ON CONFLICT (team) DO UPDATE SET channel = excluded.channel,
                    recipient = excluded.recipient, address = excluded.address,
                    secret = excluded.secret, changed_by = excluded.changed_by,
                    changed_at = excluded.changed_at, refused = NULL
                  """)
              .param("team", group.team())
              .param("channel", group.account().channel())
              .param("recipient", group.account().account())
              .param("address", group.address())
              .param("secret", group.secret())
              .param("by", by)
              .param("now", clock.millis())
              .update();
          note(CHANGED, group.team(), Optional.of(by));
        });
  }

  @Override
  public boolean remove(String team, String by) {
    return Boolean.TRUE.equals(
        transactions.execute(
            status -> {
              int gone =
                  jdbc.sql("DELETE FROM team_group WHERE team = :team")
                      .param("team", team)
                      .update();
              if (gone > 0) {
                note(REMOVED, team, Optional.of(by));
              }
              return gone > 0;
            }));
  }

  @Override
  public void refused(Account account, String reason) {
    transactions.executeWithoutResult(
        status ->
            jdbc.sql(
                    """
                    UPDATE team_group SET refused = :reason
                    WHERE channel = :channel AND recipient = :recipient AND refused IS NULL
                    RETURNING team
                    """)
                .param("reason", reason)
                .param("channel", account.channel())
                .param("recipient", account.account())
                .query(String.class)
                .list()
                .forEach(team -> note(REFUSED, team, Optional.empty())));
  }

  private void note(String kind, String team, Optional<String> by) {
    journal.append(new Happening(kind, by, Optional.empty(), team, "{}"));
  }

  private static TeamGroup group(ResultSet row, int number) throws SQLException {
    return new TeamGroup(
        row.getString("team"),
        new Account(row.getString("channel"), row.getString("recipient")),
        row.getString("address"),
        row.getString("secret"),
        Optional.ofNullable(row.getString("refused")));
  }
}
