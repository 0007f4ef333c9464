package io.kouxin.integrations.dingtalk;

import java.time.Instant;
import java.util.Optional;

/**
 * How the Stream is, for readiness, metrics and the setup page.
 *
 * @param state what to do about it
 * @param lastFrame when DingTalk last sent anything, its pings included; empty before the first
 * @param opened when the connection that is in use was opened; empty without one
 * @param reason words for people, without secrets; empty if there is nothing to say
 */
public record StreamHealth(
    State state, Optional<Instant> lastFrame, Optional<Instant> opened, String reason) {

  /** In which of five ways it is. */
  public enum State {
    /** The first try is under way. */
    STARTING,
    /** Connected, and DingTalk has been heard lately. */
    OPEN,
    /** Connected, but nothing was heard for too long: another connection is being opened. */
    SILENT,
    /** DingTalk does not accept the client id and secret: somebody has to mend them. */
    REFUSED,
    /** No connection; it is tried again and again. */
    DOWN
  }
}
