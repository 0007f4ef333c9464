package io.kouxin.bot.playbook;

import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.outbox.TapHandler;
import java.util.List;

/** The room put together: what the house has to run for it. */
public final class Advising {
  private final Reaction reaction;
  private final TapHandler tapHandler;

  /** Over the packs' advice. */
  public Advising(Ground ground) {
    this.reaction = new Offering(ground);
    this.tapHandler = new AdviceTaps(ground);
  }

  /** To be told by the journal. */
  public List<Reaction> reactions() {
    return List.of(reaction);
  }

  /** To be told by the outbox. */
  public List<TapHandler> tapHandlers() {
    return List.of(tapHandler);
  }
}
