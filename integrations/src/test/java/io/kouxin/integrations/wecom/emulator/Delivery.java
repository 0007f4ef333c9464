package io.kouxin.integrations.wecom.emulator;

import java.util.List;
import java.util.Optional;

/**
 * What became of one callback.
 *
 * @param msgId empty for an event
 * @param attempts in order
 * @param reply the plain XML of the passive reply to the last accepted attempt
 */
public record Delivery(String msgId, List<Attempt> attempts, Optional<String> reply) {
  /** The status of an attempt that was not answered in time. */
  public static final int TIMED_OUT = 0;

  /** The status of an attempt that found nobody. */
  public static final int NO_CONNECTION = -1;

  /**
   * One request.
   *
   * @param status of HTTP, or one of the constants above
   * @param millis until the answer
   * @param body what was answered
   */
  public record Attempt(int status, long millis, String body) {
    boolean isAccepted() {
      return status == 200;
    }
  }

  /** Whether the application has it. */
  public boolean isAccepted() {
    return attempts.stream().anyMatch(Attempt::isAccepted);
  }
}
