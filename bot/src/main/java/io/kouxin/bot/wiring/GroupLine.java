package io.kouxin.bot.wiring;

import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.people.TeamGroups;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Delivered;
import io.kouxin.integrations.channel.GroupChannel;
import io.kouxin.integrations.channel.GroupRobot;
import io.kouxin.integrations.channel.Limits;
import io.kouxin.integrations.channel.MediaRef;
import io.kouxin.integrations.channel.Outbound;
import io.kouxin.integrations.channel.Pace;
import java.util.Optional;
import java.util.function.Function;

/**
 * The groups of one platform. What the platform will never take is written down at the group, so
 * that nobody tries again and an administrator hears of it.
 */
record GroupLine(GroupChannel robots, TeamGroups groups) {

  /** The robots that teams have on this channel. */
  static Function<String, Optional<GroupRobot>> known(TeamGroups groups, String channel) {
    return recipient ->
        groups
            .behind(new Account(channel, recipient))
            .map(group -> new GroupRobot(channel, group.address(), group.secret()));
  }

  /** For the outbox. */
  Channel channel() {
    return new Watched(robots, groups);
  }

  private record Watched(GroupChannel robots, TeamGroups groups) implements Channel {
    @Override
    public String name() {
      return robots.name();
    }

    @Override
    public Limits limits() {
      return robots.limits();
    }

    @Override
    public Pace pace() {
      return robots.pace();
    }

    @Override
    public int parts(Outbound message) {
      return robots.parts(message);
    }

    @Override
    public Delivered deliver(String recipient, Outbound message) throws ChannelException {
      try {
        return robots.deliver(recipient, message);
      } catch (ChannelException.Refused no) {
        groups.refused(new Account(name(), recipient), String.valueOf(no.getMessage()));
        throw no;
      }
    }

    @Override
    public byte[] fetch(MediaRef.Remote media, long atMost) throws ChannelException {
      return robots.fetch(media, atMost);
    }
  }
}
