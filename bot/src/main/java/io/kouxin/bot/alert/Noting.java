package io.kouxin.bot.alert;

import io.kouxin.bot.journal.JournalEntry;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.outbox.Sending;
import io.kouxin.bot.people.DirectorySync;
import io.kouxin.bot.people.JdbcPeople;
import io.kouxin.bot.people.JdbcTeamGroups;
import io.kouxin.bot.people.People.Account;
import java.util.Set;

/** Notes what administrators should hear of, and when. */
final class Noting implements Reaction {
  private static final String SENDER_UNKNOWN = "sender.unknown";
  private static final String GIVEN_UP = "message.given-up";
  private static final String QUOTA = "quota.high";
  private static final String PARKED = "note.parked";
  private static final String DOUBTED = DirectorySync.DOUBTED;

  private final Ground ground;
  private final Notices rows;

  Noting(Ground ground, Notices rows) {
    this.ground = ground;
    this.rows = rows;
  }

  @Override
  public String name() {
    return "admin-note";
  }

  @Override
  public Set<String> kinds() {
    return Set.of(
        SENDER_UNKNOWN,
        GIVEN_UP,
        PARKED,
        JdbcPeople.LEFT,
        JdbcTeamGroups.REFUSED,
        QUOTA,
        DOUBTED,
        Sending.DOUBTFUL);
  }

  @Override
  public void react(JournalEntry entry) {
    want(
        switch (entry.kind()) {
          case SENDER_UNKNOWN -> new Topic.Stranger(Account.of(entry.subject()));
          case GIVEN_UP -> new Topic.Trouble();
          case Sending.DOUBTFUL -> new Topic.Doubt();
          case JdbcTeamGroups.REFUSED -> new Topic.Group(entry.subject());
          case QUOTA -> new Topic.Quota(entry.subject());
          case DOUBTED -> new Topic.Losses(entry.subject());
          case JdbcPeople.LEFT -> new Topic.Gone(entry.subject());
          default -> new Topic.Model();
        });
  }

  void want(Topic topic) {
    rows.want(topic, ground.clock().instant())
        .ifPresent(at -> ground.wakes().wakeAt(Briefing.NAME, topic.key(), at));
  }
}
