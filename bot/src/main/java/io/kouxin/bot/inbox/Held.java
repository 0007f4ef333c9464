package io.kouxin.bot.inbox;

import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.media.Media;
import io.kouxin.bot.work.Work;
import java.time.Duration;
import java.util.List;

/** What unknown senders sent: kept for a while, until somebody says who they are. */
public final class Held {
  /** How long it is kept, from its arrival; what is said of it and what is done use this. */
  public static final Duration KEEPING = Duration.ofHours(72);

  private final List<Work> works;
  private final List<Reaction> reactions;

  /** Over an inbox. */
  public Held(JdbcInbox.Ground ground, JdbcInbox inbox, Media media) {
    this.works = List.of(new LettingGo(ground, inbox, media));
    this.reactions = List.of(new ReleaseHeld(ground.jdbc(), inbox), new TurningAway(ground));
  }

  /** To be done by the workshop. */
  public List<Work> works() {
    return works;
  }

  /** To be told by the journal. */
  public List<Reaction> reactions() {
    return reactions;
  }
}
