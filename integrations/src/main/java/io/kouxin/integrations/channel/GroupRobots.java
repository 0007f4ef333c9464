package io.kouxin.integrations.channel;

import java.util.List;
import java.util.Optional;

/** The platforms whose groups can be spoken in. */
public record GroupRobots(List<GroupChannel> channels) {
  private static final String SUFFIX = "-group";

  public GroupRobots {
    channels = List.copyOf(channels);
  }

  /** Their names. */
  public List<String> platforms() {
    return channels.stream().map(one -> one.name().replace(SUFFIX, "")).toList();
  }

  /** The channel into groups of the platform with this name. */
  public Optional<GroupChannel> of(String platform) {
    return channels.stream().filter(one -> one.name().equals(platform + SUFFIX)).findFirst();
  }
}
