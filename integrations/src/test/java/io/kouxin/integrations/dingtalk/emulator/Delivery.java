package io.kouxin.integrations.dingtalk.emulator;

import java.util.List;
import java.util.Optional;

/**
 * What became of something that the application was told.
 *
 * @param id of the message or the event
 * @param reply the body of the last accepted answer, if it had one
 */
public record Delivery(String id, List<Attempt> attempts, Optional<String> reply) {
  /** The status of an attempt that got no answer in time. */
  public static final int TIMED_OUT = -1;

  /** The status of an attempt that found nobody. */
  public static final int NO_CONNECTION = -2;

  /**
   * One request, or one frame.
   *
   * @param status of HTTP, or one of the two above
   * @param body of the answer; that of an event is opened
   */
  public record Attempt(int status, long millis, String body, boolean accepted) {}

  static Delivery of(String id, List<Attempt> attempts) {
    Optional<String> reply =
        attempts.stream()
            .filter(each -> each.accepted() && !each.body().isBlank())
            .reduce((first, second) -> second)
            .map(Attempt::body);
    return new Delivery(id, List.copyOf(attempts), reply);
  }

  /** Whether the application took it at last. */
  public boolean isAccepted() {
    return !attempts.isEmpty() && attempts.getLast().accepted();
  }
}
