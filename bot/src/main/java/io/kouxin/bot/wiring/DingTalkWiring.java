package io.kouxin.bot.wiring;

import io.kouxin.bot.inbox.Inbox;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.people.People;
import io.kouxin.bot.work.Ticker;
import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Coordination;
import io.kouxin.integrations.channel.GuardedChannel;
import io.kouxin.integrations.channel.Guards;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Webhook;
import io.kouxin.integrations.dingtalk.Beyond;
import io.kouxin.integrations.dingtalk.CardCallbacks;
import io.kouxin.integrations.dingtalk.CardTemplate;
import io.kouxin.integrations.dingtalk.Ding;
import io.kouxin.integrations.dingtalk.DingTalkAccount;
import io.kouxin.integrations.dingtalk.DingTalkApi;
import io.kouxin.integrations.dingtalk.DingTalkCardDoor;
import io.kouxin.integrations.dingtalk.DingTalkChannel;
import io.kouxin.integrations.dingtalk.DingTalkCheckup;
import io.kouxin.integrations.dingtalk.DingTalkDirectory;
import io.kouxin.integrations.dingtalk.DingTalkEventDoor;
import io.kouxin.integrations.dingtalk.DingTalkLogin;
import io.kouxin.integrations.dingtalk.DingTalkPageKit;
import io.kouxin.integrations.dingtalk.DingTalkPages;
import io.kouxin.integrations.dingtalk.DingTalkRobotDoor;
import io.kouxin.integrations.dingtalk.EventSubscription;
import io.kouxin.integrations.dingtalk.InteractiveCards;
import io.kouxin.integrations.dingtalk.Meter;
import io.kouxin.integrations.dingtalk.RobotMessages;
import io.kouxin.integrations.dingtalk.Sessions;
import io.kouxin.integrations.dingtalk.StreamPushes;
import io.kouxin.integrations.dingtalk.StreamSettings;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** DingTalk, where it is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(PlatformConfigured.DingTalk.class)
class DingTalkWiring {

  static DingTalkAccount account(DingTalkSettings settings) {
    return checked(
        () ->
            new DingTalkAccount(
                settings.clientId(),
                settings.clientSecret(),
                settings.robotCode(),
                settings.apiUrl(),
                settings.oapiUrl()));
  }

  @Bean
  MonthlyUse.Ground monthlyUseGround(ActingWiring.Floor floor, Journal journal) {
    return new MonthlyUse.Ground(floor.jdbc(), floor.transactions(), journal, floor.clock());
  }

  @Bean(destroyMethod = "flush")
  MonthlyUse dingTalkUse(MonthlyUse.Ground ground, DingTalkSettings settings, Ticker ticker) {
    var use = new MonthlyUse(ground, settings.quota());
    ticker.every(MonthlyUse.FLUSH, "quotas", use::flush);
    return use;
  }

  /** What everything that listens and everything that speaks has in common. */
  record Robot(
      DingTalkAccount account,
      RobotMessages messages,
      Sessions sessions,
      Meter meter,
      Clock clock) {}

  @Bean
  Robot dingTalkRobot(DingTalkSettings settings, Meter meter, Clock clock) {
    DingTalkAccount account = account(settings);
    var sessions = new Sessions(account, clock);
    var messages = new RobotMessages(account, sessions, meter, clock);
    return new Robot(account, messages, sessions, meter, clock);
  }

  @Bean(destroyMethod = "close")
  DingTalkApi dingTalkApi(Robot robot, Coordination coordination, Clock clock) {
    return new DingTalkApi(robot.account(), robot.meter(), coordination, clock);
  }

  @Bean
  Cards dingTalkCards(
      DingTalkSettings settings, DingTalkApi api, ObjectProvider<CardCallbacks> door, Clock clock) {
    return new Cards(cards(settings, api, Optional.ofNullable(door.getIfAvailable()), clock));
  }

  /** Interactive cards, where a template is set. */
  record Cards(Optional<InteractiveCards> made) {}

  /**
   * Interactive cards, if a template is set.
   *
   * @param door that DingTalk was told to bring taps to; empty where there is a Stream
   */
  static Optional<InteractiveCards> cards(
      DingTalkSettings settings, DingTalkApi api, Optional<CardCallbacks> door, Clock clock) {
    return Optional.of(settings.cardTemplate())
        .filter(id -> !id.isBlank())
        .map(id -> checked(() -> new CardTemplate(id, door)))
        .map(template -> new InteractiveCards(api, template, clock));
  }

  @Bean(destroyMethod = "close")
  GuardedChannel dingTalkChannel(
      DingTalkApi api, Robot robot, Cards cards, DingTalkSettings settings, Guards guards) {
    var channel =
        new DingTalkChannel(api, robot.sessions(), beyond(settings), cards.made(), robot.clock());
    return new GuardedChannel(channel, guards);
  }

  private static Beyond beyond(DingTalkSettings settings) {
    Optional<Ding.Way> ding =
        switch (settings.ding()) {
          case OFF -> Optional.empty();
          case APP -> Optional.of(Ding.Way.APP);
          case SMS -> Optional.of(Ding.Way.SMS);
          case PHONE -> Optional.of(Ding.Way.PHONE);
        };
    Optional<String> agent = Optional.of(settings.agentId().strip()).filter(id -> !id.isEmpty());
    return checked(() -> new Beyond(ding, agent));
  }

  @Bean
  DingTalkDirectory dingTalkDirectory(DingTalkApi api, Clock clock) {
    return new DingTalkDirectory(api, clock);
  }

  @Bean
  DingTalkPages dingTalkPages(DingTalkSettings settings) {
    return new DingTalkPages(settings.loginUrl(), settings.corpId(), settings.agentId());
  }

  @Bean
  DingTalkLogin dingTalkLogin(DingTalkApi api, DingTalkPages pages) {
    return new DingTalkLogin(api, pages);
  }

  @Bean
  DingTalkPageKit dingTalkPageKit(
      DingTalkApi api, DingTalkPages pages, Coordination coordination, Clock clock) {
    return new DingTalkPageKit(api, pages, coordination.tokens(), clock);
  }

  @Bean
  Checkup dingTalkCheckup(DingTalkApi api, Cards cards, Clock clock) {
    return new DingTalkCheckup(api, cards.made(), clock);
  }

  @Bean
  PlatformAdministrators dingTalkAdministrators(
      People people,
      DingTalkDirectory directory,
      Ticker ticker,
      DingTalkSettings dingTalk,
      SpeechSettings speech) {
    return new PlatformAdministrators(
        people, directory, ticker, dingTalk.administratorAccounts(), speech.language());
  }

  static Consumer<Inbound> keeping(Inbox inbox, Rush rush) {
    return inbound -> {
      rush.arrival();
      inbox.accept(inbound);
    };
  }

  /** DingTalk knocks. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(PlatformConfigured.DingTalkKnocks.class)
  static class Http {
    @Bean
    Webhook dingTalkRobotDoor(Robot robot, Inbox inbox, Rush rush, Clock clock) {
      return new DingTalkRobotDoor(robot.account(), robot.messages(), keeping(inbox, rush), clock);
    }
  }

  /** DingTalk knocks, and there is a template for cards. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(PlatformConfigured.DingTalkKnocksForCards.class)
  static class HttpCards {
    private static final Duration LOOK = Duration.ofSeconds(1);

    @Bean
    CardCallbacks dingTalkCardCallbacks(
        DingTalkApi api, DingTalkSettings settings, Ticker ticker, Clock clock) {
      var callbacks =
          checked(() -> new CardCallbacks(api, URI.create(settings.cardCallbackUrl()), clock));
      ticker.every(LOOK, "DingTalk's callback for cards", callbacks::register);
      return callbacks;
    }

    @Bean
    Webhook dingTalkCardDoor(
        CardCallbacks callbacks, Robot robot, Inbox inbox, Rush rush, Clock clock) {
      return new DingTalkCardDoor(callbacks, robot.meter(), keeping(inbox, rush), clock);
    }
  }

  /** DingTalk knocks, and tells what happens in the company. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(PlatformConfigured.DingTalkTells.class)
  static class HttpEvents {
    @Bean
    Webhook dingTalkEventDoor(
        Robot robot, DingTalkSettings settings, Inbox inbox, Rush rush, Clock clock) {
      var subscription = checked(() -> new EventSubscription(settings.token(), settings.aesKey()));
      return new DingTalkEventDoor(robot.account(), subscription, keeping(inbox, rush), clock);
    }
  }

  /** We open a connection. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(PlatformConfigured.DingTalkStreams.class)
  static class Stream {
    @Bean
    StreamPushes dingTalkPushes(Robot robot, Inbox inbox, Rush rush, Clock clock) {
      return new StreamPushes(robot.messages(), robot.meter(), keeping(inbox, rush), clock);
    }

    /** By this name readiness and metrics know it. */
    @Bean
    OpenStream dingTalkStream(Robot robot, StreamPushes pushes, Ticker ticker, Clock clock) {
      var settings =
          new StreamSettings(
              robot.account().clientId(),
              robot.account().clientSecret(),
              robot.account().apiUrl().toString(),
              StreamSettings.SILENCE);
      return new OpenStream(settings, pushes, ticker, clock);
    }
  }

  private static <T> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException wrong) {
      throw new WrongSetting("kouxin.dingtalk", String.valueOf(wrong.getMessage()));
    }
  }
}
