package io.kouxin.bot.alert;

import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.outbox.TapHandler;
import io.kouxin.bot.work.Work;
import java.util.List;

/** What administrators hear of, put together: strangers, what got stuck, a missing model. */
public final class Administering {
  private final Work work;
  private final List<Reaction> reactions;
  private final TapHandler tapHandler;

  /** On a store; strangers are looked up among these colleagues. */
  public Administering(Ground ground, Upkeep upkeep, Colleagues colleagues) {
    var rows = new Notices(ground.jdbc());
    var cards = new StrangerCards(ground, upkeep);
    var noting = new Noting(ground, rows);
    this.work = new Briefing(ground, upkeep, rows, cards, colleagues);
    this.reactions = List.of(noting, new Settling(ground, rows, cards, noting));
    var newcomers = new Newcomers(ground.people(), colleagues, upkeep.language());
    this.tapHandler = new StrangerTaps(ground, upkeep, rows, cards, newcomers);
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
