package io.kouxin.bot.alert;

import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.outbox.TapHandler;
import io.kouxin.bot.work.Work;
import java.util.List;

/** The room put together: what the house has to run for it. */
public final class Alerting {
  private final AlertRows rows;
  private final Work work;
  private final List<Reaction> reactions;
  private final TapHandler tapHandler;

  /** On a store. */
  public Alerting(Ground ground) {
    var cards = new AlertCards(ground);
    this.rows = new AlertRows(ground.jdbc());
    this.work = new Telling(ground, rows, cards);
    this.reactions = List.of(new Noticing(ground, rows), new TakingBack(ground, rows, cards));
    this.tapHandler = new AlertTaps(ground, rows, cards);
  }

  /** What leaders were told, or will be. */
  public Alerts alerts() {
    return rows;
  }

  /** To be done by the workshop. */
  public List<Work> works() {
    return List.of(work);
  }

  /** To be told by the journal. */
  public List<Reaction> reactions() {
    return reactions;
  }

  /** To be told by the outbox. */
  public List<TapHandler> tapHandlers() {
    return List.of(tapHandler);
  }
}
