package io.kouxin.bot.inbox;

import io.kouxin.integrations.channel.Inbound;
import java.time.Instant;
import java.util.Optional;

/**
 * A message that was kept.
 *
 * @param id ours; sorts by arrival
 * @param inbound what arrived; its media are under {@code media} now
 * @param media the id of its bytes, once they are here
 * @param transcript what was heard, as the JSON of the room that heard it
 * @param receivedAt when we kept it
 */
public record Message(
    String id,
    Inbound inbound,
    State state,
    Optional<String> media,
    Optional<String> transcript,
    Instant receivedAt) {

  /** The sender's account on the channel. */
  public String sender() {
    return inbound.envelope().sender();
  }

  /** The channel it came through. */
  public String channel() {
    return inbound.envelope().channel();
  }

  /** How far it has come. */
  public enum State {
    /** Its bytes are still at the platform. */
    FETCHING,
    /** Its words are still in the sound. */
    HEARING,
    /** It can be worked on. */
    READY,
    /** Its language cannot be heard yet; others may overtake it. */
    PARKED,
    /** Its sender is not known yet; others may overtake it. */
    HELD,
    /**
     * An administrator said that its sender is nobody of ours; kept a while, should that change.
     */
    TURNED_AWAY,
    /** Nobody added its sender in time: its words and bytes are gone, only that it came is left. */
    FORGOTTEN,
    /** It was worked on. */
    DONE,
    /** It kept failing and was put aside. */
    DEAD
  }
}
