package io.kouxin.integrations.dingtalk.emulator;

import java.util.List;
import java.util.Optional;

/**
 * Somebody who may talk to the robot.
 *
 * @param userId also known as staffId; unique in the company
 * @param unionId the same person for all companies of one developer
 * @param departments those the person is in
 * @param leads those of them that the person leads
 * @param manager userid of the direct manager, if one is filled in
 */
public record Person(
    String userId,
    String unionId,
    String name,
    List<Long> departments,
    List<Long> leads,
    Optional<String> manager) {
  /** Somebody of department 2 without a manager. */
  public static Person of(String userId, String name) {
    return new Person(userId, "u-" + userId, name, List.of(2L), List.of(), Optional.empty());
  }

  /** Somebody of another company: the platform gives no staffId for such a person. */
  public static Person outside(String nick) {
    return new Person("", "u-" + nick, nick, List.of(), List.of(), Optional.empty());
  }

  /** The same with this direct manager. */
  public Person ledBy(String other) {
    return new Person(userId, unionId, name, departments, leads, Optional.of(other));
  }

  /** The same in these departments only. */
  public Person in(Long... others) {
    return new Person(userId, unionId, name, List.of(others), leads, manager);
  }

  /** The same, leading these. */
  public Person leading(Long... others) {
    return new Person(userId, unionId, name, departments, List.of(others), manager);
  }

  /** Whether the person belongs to another company. */
  public boolean isOutside() {
    return userId.isEmpty();
  }
}
