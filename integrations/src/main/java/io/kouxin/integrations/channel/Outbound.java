package io.kouxin.integrations.channel;

import java.util.List;
import java.util.Optional;

/**
 * Something we say. Each carries the key that makes it leave once, and words for where cards are
 * not.
 */
public sealed interface Outbound {

  /** The idempotency key: the same key is the same message. */
  String key();

  /** The whole message in plain words. */
  String text();

  /** An answer in words. */
  record Reply(String key, String text) implements Outbound {}

  /** A card. {@link Inbound.Tap#card} brings the key back. */
  record Sheet(String key, Card card, String text) implements Outbound {}

  /**
   * The new face of a card that was sent before.
   *
   * @param card the key of the card to change
   * @param handle what {@link Channel#deliver} answered for that card
   * @param face the new card
   * @param text one short sentence for platforms that cannot change a card; empty says nothing
   *     there
   * @param wanted whether somebody asked for this face: where the card cannot change, it is shown
   *     once more below
   */
  record Change(
      String key, String card, Optional<String> handle, Card face, String text, boolean wanted)
      implements Outbound {

    /** What has changed by itself is not shown twice. */
    public Change(String key, String card, Optional<String> handle, Card face, String text) {
      this(key, card, handle, face, text, false);
    }
  }

  /**
   * A message nobody asked for at this moment: a reminder, an alert, a digest.
   *
   * @param urgent worth an alarm where the company allows one
   */
  record Push(String key, Optional<Card> card, String text, boolean urgent) implements Outbound {

    /** A message without an alarm. */
    public Push(String key, Optional<Card> card, String text) {
      this(key, card, text, false);
    }
  }

  /**
   * Takes back what was said before.
   *
   * @param message the key of what is taken back
   * @param receipts what {@link Delivered#receipts} held for it
   * @param text one short sentence for where it cannot be taken back; empty says nothing there
   */
  record Recall(String key, String message, List<String> receipts, String text)
      implements Outbound {
    public Recall {
      receipts = List.copyOf(receipts);
    }
  }

  /** A file. */
  @SuppressWarnings("ArrayRecordComponent") // a file's bytes: no copies
  record FileDelivery(String key, String name, String contentType, byte[] bytes, String text)
      implements Outbound {}
}
