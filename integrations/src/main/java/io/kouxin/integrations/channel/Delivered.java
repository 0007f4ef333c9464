package io.kouxin.integrations.channel;

import java.util.List;

/**
 * How a message reached somebody.
 *
 * @param handle the platform's handle of the message, needed to change a card later; for a {@link
 *     Outbound.Change}, the handle from now on; empty if it has none, and no further change is
 *     possible until a tap brings a fresh one
 * @param way by which it went
 * @param receipts what the channel needs to take all of it back, each a line; empty where it cannot
 *     be taken back
 */
public record Delivered(String handle, Way way, List<String> receipts) {

  /** Nothing was said: a card changed in place, or a message was taken back. */
  public static final Delivered SILENTLY = new Delivered("", Way.NONE, List.of());

  public Delivered {
    receipts = List.copyOf(receipts);
  }

  /** Ways to reach somebody. */
  public enum Way {
    /** In the conversation with the bot. */
    CHAT,
    /** Among the platform's own notices, because the conversation could not be reached. */
    NOTICE,
    /** In the conversation, and with an alarm that is not overlooked. */
    ALARM,
    /** Nothing had to be said. */
    NONE
  }

  /** Something said in the chat that cannot be taken back. */
  public static Delivered of(String handle) {
    return new Delivered(handle, Way.CHAT, List.of());
  }

  /** Something said in the chat that these take back. */
  public static Delivered of(String handle, List<String> receipts) {
    return new Delivered(handle, Way.CHAT, receipts);
  }
}
