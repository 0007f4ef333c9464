package io.kouxin.bot.reminder;

import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.Post;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Outbound;
import java.util.Optional;

/** Changes cards where they stand. */
final class Faces {
  private final Outbox outbox;

  Faces(Outbox outbox) {
    this.outbox = outbox;
  }

  /** Settles the latest card of a reminder; its version makes that happen once. */
  void settle(Kept kept, String line, String text) {
    kept.card().ifPresent(card -> settle(card, card + ":" + kept.version(), line, text));
  }

  /**
   * Settles a card.
   *
   * @param key of the change
   * @param line the grey line
   * @param text for platforms that cannot change a card; may be empty
   */
  void settle(String card, String key, String line, String text) {
    Optional<Posted> sent = outbox.find(card);
    Optional<Card> face = outbox.face(card);
    if (sent.isPresent() && face.isPresent()) {
      var change =
          new Outbound.Change(key, card, Optional.empty(), face.get().settledAs(line), text);
      outbox.post(Post.plain(sent.get().to(), change));
    }
  }
}
