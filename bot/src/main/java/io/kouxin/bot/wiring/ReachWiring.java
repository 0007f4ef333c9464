package io.kouxin.bot.wiring;

import io.kouxin.bot.inbox.Inbox;
import io.kouxin.bot.people.TeamGroups;
import io.kouxin.bot.work.Wakes;
import io.kouxin.integrations.channel.GuardedChannel;
import io.kouxin.integrations.channel.Guards;
import io.kouxin.integrations.dingtalk.DingTalkApi;
import io.kouxin.integrations.dingtalk.DingTalkGroups;
import io.kouxin.integrations.dingtalk.MissedEvents;
import io.kouxin.integrations.wecom.WeComApi;
import io.kouxin.integrations.wecom.WeComGroups;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** Groups of teams, and events that were missed. */
@Configuration(proxyBeanMethods = false)
class ReachWiring {

  /** Groups of WeCom. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(PlatformConfigured.WeCom.class)
  static class OfWeCom {
    @Bean
    GroupLine weComGroups(WeComApi api, TeamGroups groups) {
      var robots = new WeComGroups(api, GroupLine.known(groups, WeComGroups.NAME));
      return new GroupLine(robots, groups);
    }

    @Bean(destroyMethod = "close")
    GuardedChannel weComGroupChannel(GroupLine weComGroups, Guards guards) {
      return new GuardedChannel(weComGroups.channel(), guards);
    }
  }

  /** Groups of DingTalk. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(PlatformConfigured.DingTalk.class)
  static class OfDingTalk {
    @Bean
    GroupLine dingTalkGroups(DingTalkApi api, TeamGroups groups, Clock clock) {
      var robots = new DingTalkGroups(api, GroupLine.known(groups, DingTalkGroups.NAME), clock);
      return new GroupLine(robots, groups);
    }

    @Bean(destroyMethod = "close")
    GuardedChannel dingTalkGroupChannel(GroupLine dingTalkGroups, Guards guards) {
      return new GuardedChannel(dingTalkGroups.channel(), guards);
    }
  }

  /** Where DingTalk knocks, it may find nobody at home; in its Stream it waits by itself. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(PlatformConfigured.DingTalkTells.class)
  static class Missed {
    @Bean
    MissedEventsWork missedEvents(
        DingTalkApi api, Inbox inbox, Rush rush, Wakes wakes, Clock clock) {
      var missed = new MissedEvents(api, DingTalkWiring.keeping(inbox, rush), clock);
      return new MissedEventsWork(missed, wakes, clock);
    }
  }
}
