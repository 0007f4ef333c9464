package io.kouxin.integrations.dingtalk;

import java.util.Optional;

/**
 * What DingTalk offers besides the robot's messages, and a company may allow.
 *
 * @param ding how managers are alerted of what is urgent; empty for never
 * @param agentId the application's number, for work notifications to those whom the robot does not
 *     reach; empty for none
 */
public record Beyond(Optional<Ding.Way> ding, Optional<String> agentId) {
  /** Nothing but the robot. */
  public static final Beyond NOTHING = new Beyond(Optional.empty(), Optional.empty());

  /**
   * Says in clear words what is wrong with a setting.
   *
   * @throws IllegalArgumentException if the number is none
   */
  public Beyond {
    if (agentId.filter(id -> !id.matches("[0-9]{1,18}")).isPresent()) {
      throw new IllegalArgumentException("DingTalk's agent-id is a number.");
    }
  }
}
