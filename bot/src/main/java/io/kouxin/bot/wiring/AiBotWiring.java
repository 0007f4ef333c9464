package io.kouxin.bot.wiring;

import io.kouxin.bot.inbox.Inbox;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.wording.Sentences;
import io.kouxin.bot.wording.Wording;
import io.kouxin.bot.work.Ticker;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Coordination;
import io.kouxin.integrations.channel.Directory;
import io.kouxin.integrations.channel.GuardedChannel;
import io.kouxin.integrations.channel.Guards;
import io.kouxin.integrations.channel.Webhook;
import io.kouxin.integrations.wecom.AiBotChannel;
import io.kouxin.integrations.wecom.AiBotCheckup;
import io.kouxin.integrations.wecom.AiBotConnection;
import io.kouxin.integrations.wecom.AiBotDoor;
import io.kouxin.integrations.wecom.BotKeys;
import io.kouxin.integrations.wecom.BotLogin;
import io.kouxin.integrations.wecom.BotMedia;
import io.kouxin.integrations.wecom.BotPhrases;
import io.kouxin.integrations.wecom.BotTalk;
import io.kouxin.integrations.wecom.WeCom;
import io.kouxin.integrations.wecom.WeComApi;
import io.kouxin.integrations.wecom.WeComChannel;
import io.kouxin.integrations.wecom.WeComDoors;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** WeCom's AI bot, where it is configured: a second door, or the only one. */
@Configuration(proxyBeanMethods = false)
@Conditional(PlatformConfigured.Bot.class)
class AiBotWiring {
  private static final Duration CONNECT = Duration.ofSeconds(5);

  @Bean(destroyMethod = "close")
  HttpClient aiBotHttp() {
    return HttpClient.newBuilder()
        .connectTimeout(CONNECT)
        .followRedirects(HttpClient.Redirect.NEVER)
        .build();
  }

  @Bean
  StoredWindows replyWindows(JdbcClient jdbc, Clock clock, Ticker ticker) {
    var windows = new StoredWindows(jdbc, clock);
    ticker.every(Duration.ofHours(1), "reply windows", windows::tidy);
    return windows;
  }

  @Bean
  Function<String, BotPhrases> botPhrases(People people, Wording wording, SpeechSettings speech) {
    return chat -> {
      Locale language =
          people.behind(WeCom.NAME, chat).map(Person::language).orElse(speech.language());
      Sentences say = wording.in(language);
      return new BotPhrases(
          say.say("aibot.working"), say.say("aibot.card"), say.say("aibot.later"));
    };
  }

  @Bean
  BotTalk botTalk(
      StoredWindows windows,
      Function<String, BotPhrases> botPhrases,
      WeComSettings settings,
      Clock clock) {
    return new BotTalk(windows, botPhrases, settings.baseUrl(), clock);
  }

  @Bean
  BotMedia botMedia(HttpClient aiBotHttp, WeComSettings settings) {
    WeComSettings.AiBot bot = settings.aibot();
    return new BotMedia(aiBotHttp, bot.mediaHosts(), bot.aesKey());
  }

  /** What the bot says; no channel of its own, because its people are those of WeCom. */
  record Voice(AiBotChannel channel) {}

  /** What calls WeCom, each behind its own guards. */
  record Guarded(Optional<GuardedChannel> application, GuardedChannel bot)
      implements AutoCloseable {
    @Override
    public void close() {
      application.ifPresent(GuardedChannel::close);
      bot.close();
    }
  }

  @Bean(destroyMethod = "close")
  Guarded weComGuarded(
      ObjectProvider<WeComApi> api,
      WeComSettings settings,
      Voice voice,
      Guards guards,
      Clock clock) {
    Optional<GuardedChannel> application =
        api.stream()
            .findFirst()
            .map(
                found ->
                    new GuardedChannel(new WeComChannel(found, clock, settings.home()), guards));
    return new Guarded(application, new GuardedChannel(voice.channel(), guards));
  }

  @Bean
  WeComDoors weComDoors(Guarded guarded, Voice voice, StoredWindows windows) {
    return new WeComDoors(
        guarded.application().map(Channel.class::cast), guarded.bot(), voice.channel(), windows);
  }

  @Bean
  @Conditional(PlatformConfigured.BotAlone.class)
  Checkup aiBotCheckup(WeComSettings settings) {
    return new AiBotCheckup(settings.aibot().mode() == WeComSettings.Mode.CONNECTION);
  }

  /**
   * Without an application we see nobody's name; who answers for Kouxin is an account until then.
   */
  @Bean
  @Conditional(PlatformConfigured.BotAlone.class)
  PlatformAdministrators aiBotAdministrators(
      People people, Ticker ticker, WeComSettings wecom, SpeechSettings speech) {
    return new PlatformAdministrators(
        people, new Unseen(), ticker, wecom.administratorAccounts(), speech.language());
  }

  private static final class Unseen implements Directory {
    @Override
    public String name() {
      return WeCom.NAME;
    }

    @Override
    public Optional<Member> member(String account) {
      return Optional.empty();
    }

    @Override
    public Roster roster(Set<String> known) {
      return new Roster(List.of(), 0, Optional.of("an AI bot sees no directory"));
    }
  }

  /** WeCom knocks. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(PlatformConfigured.BotKnocked.class)
  static class CalledBack {
    @Bean
    Voice aiBotVoice(BotTalk talk, BotMedia media, HttpClient aiBotHttp) {
      return new Voice(AiBotChannel.calledBack(talk, media, aiBotHttp));
    }

    @Bean
    Webhook aiBotDoor(BotTalk talk, WeComSettings settings, Inbox inbox, Rush rush) {
      WeComSettings.AiBot bot = settings.aibot();
      BotKeys keys = WeComWiring.checked(() -> new BotKeys(bot.token(), bot.aesKey(), bot.botId()));
      return new AiBotDoor(keys, talk, WeComWiring.keeping(inbox, rush));
    }
  }

  /** We open a connection. */
  @Configuration(proxyBeanMethods = false)
  @Conditional(PlatformConfigured.BotConnects.class)
  static class Connected {
    /** What a connection needs besides its settings. */
    record Base(Inbox inbox, Rush rush, Coordination coordination, HttpClient http) {}

    @Bean
    Base aiBotBase(Inbox inbox, Rush rush, Coordination coordination, HttpClient aiBotHttp) {
      return new Base(inbox, rush, coordination, aiBotHttp);
    }

    @Bean(destroyMethod = "close")
    AiBotConnection aiBotConnection(BotTalk talk, WeComSettings settings, Base base) {
      WeComSettings.AiBot bot = settings.aibot();
      BotLogin login =
          WeComWiring.checked(() -> new BotLogin(bot.botId(), bot.secret(), bot.url()));
      return new AiBotConnection(
          login,
          talk,
          WeComWiring.keeping(base.inbox(), base.rush()),
          base.coordination().leases(),
          base.http());
    }

    @Bean
    Voice aiBotVoice(BotTalk talk, BotMedia media, AiBotConnection connection) {
      return new Voice(AiBotChannel.connected(talk, media, connection));
    }

    /** By this name health and metrics know it. */
    @Bean
    HeldConnection weComAiBot(AiBotConnection connection, Ticker ticker) {
      return new HeldConnection(connection, ticker);
    }
  }
}
