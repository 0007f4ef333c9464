package io.kouxin.integrations.wecom;

import java.time.Instant;
import java.util.Optional;

/**
 * How the long connection of an AI bot is, for doctor and metrics.
 *
 * @param state what to do about it
 * @param lastHeard when WeCom last said anything; empty before the first
 * @param reason words for people, without secrets; empty if there is nothing to say
 */
public record ConnectionHealth(State state, Optional<Instant> lastHeard, String reason) {

  /** In which of six ways it is. */
  public enum State {
    /** The first try is under way. */
    STARTING,
    /** Another node holds it, and this one would take over. */
    STANDBY,
    /** WeCom knows us here. */
    OPEN,
    /** No connection; it is tried again and again. */
    DOWN,
    /** WeCom does not accept the bot's id and secret: somebody has to mend them. */
    REFUSED,
    /** Somebody else has connected as this bot; two of us would end each other for ever. */
    KICKED
  }
}
