package io.kouxin.integrations.dingtalk.emulator;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Group chats and the custom robots in them. */
public final class Groups {
  private final Map<String, Group> groups = new LinkedHashMap<>();
  private final Map<String, CustomRobot> robots = new LinkedHashMap<>();

  Groups() {
    add(Group.SALES);
    add(new CustomRobot("custom-1", "SEC0123456789", List.of(), Group.SALES.id()));
  }

  /** Adds a group, or takes the place of the one with the same id. */
  public synchronized void add(Group group) {
    groups.put(group.id(), group);
  }

  /** Adds a custom robot. */
  public synchronized void add(CustomRobot robot) {
    robots.put(robot.accessToken(), robot);
  }

  /** The group is no more: messages to it are refused. */
  public synchronized void disband(String id) {
    groups.computeIfPresent(id, (same, group) -> group.withoutAnybody());
  }

  synchronized Optional<Group> find(String id) {
    return Optional.ofNullable(groups.get(id));
  }

  synchronized Optional<CustomRobot> robot(String accessToken) {
    return Optional.ofNullable(robots.get(accessToken));
  }

  public synchronized List<Group> all() {
    return List.copyOf(groups.values());
  }
}
