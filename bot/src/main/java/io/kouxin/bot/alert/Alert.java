package io.kouxin.bot.alert;

import io.kouxin.bot.followup.FollowUp;
import java.time.Instant;
import java.util.Optional;

/**
 * Something serious that a customer said, for the leader of the rep who heard it.
 *
 * @param entry the id in the library; there is one alert per follow-up and entry
 * @param label what people call it
 * @param rep who heard it
 * @param leader who is to be told; empty if nobody leads the rep, or nobody can be reached
 * @param customer the customer's name, empty as long as nobody knows
 * @param quote the sentence it was said in, empty if a person ticked it
 * @param toldAt when both were told
 */
public record Alert(
    String id,
    String followUp,
    String entry,
    String label,
    String rep,
    Optional<String> leader,
    Optional<String> customer,
    String quote,
    State state,
    Instant createdAt,
    Optional<Instant> toldAt) {

  /** Whether the record still says what it is about. */
  boolean stands(FollowUp about) {
    return about.status() != FollowUp.Status.DROPPED
        && about.asserted().stream().anyMatch(tag -> tag.entry().equals(entry));
  }

  /** How far it has come. */
  public enum State {
    /** For a decent hour, or to be told together with others. */
    WAITING,
    /** Leader and rep know. */
    TOLD,
    /** The leader will get in touch. */
    TAKEN,
    /** The leader leaves it to the rep. */
    LEFT,
    /** There is nobody to tell. */
    UNTOLD,
    /** It turned out to be wrong before anybody was told. */
    WITHDRAWN,
    /** It turned out to be wrong after they were told, and they know that, too. */
    TAKEN_BACK
  }
}
