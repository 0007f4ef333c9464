package io.kouxin.bot.wiring;

import io.kouxin.bot.console.MenuOffer;
import io.kouxin.bot.inbox.Inbox;
import io.kouxin.bot.people.People;
import io.kouxin.bot.work.Ticker;
import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Coordination;
import io.kouxin.integrations.channel.GuardedChannel;
import io.kouxin.integrations.channel.Guards;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.wecom.DoorQuestion;
import io.kouxin.integrations.wecom.Reception;
import io.kouxin.integrations.wecom.WeComAccess;
import io.kouxin.integrations.wecom.WeComApi;
import io.kouxin.integrations.wecom.WeComChannel;
import io.kouxin.integrations.wecom.WeComCheckup;
import io.kouxin.integrations.wecom.WeComDirectory;
import io.kouxin.integrations.wecom.WeComDoor;
import io.kouxin.integrations.wecom.WeComDoors;
import io.kouxin.integrations.wecom.WeComLogin;
import io.kouxin.integrations.wecom.WeComMenu;
import io.kouxin.integrations.wecom.WeComPageKit;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** WeCom, where it is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(PlatformConfigured.WeCom.class)
class WeComWiring {

  @Bean(destroyMethod = "close")
  WeComApi weComApi(WeComSettings settings, Coordination coordination, Clock clock) {
    return api(settings, coordination, clock);
  }

  static WeComApi api(WeComSettings settings, Coordination coordination, Clock clock) {
    return new WeComApi(
        checked(
            () ->
                new WeComAccess(
                    settings.corpId(), agent(settings), settings.secret(), settings.baseUrl())),
        coordination.tokens(),
        clock);
  }

  @Bean(destroyMethod = "close")
  @Conditional(PlatformConfigured.WeComWithoutBot.class)
  GuardedChannel weComChannel(WeComApi api, WeComSettings settings, Guards guards, Clock clock) {
    return new GuardedChannel(new WeComChannel(api, clock, settings.home()), guards);
  }

  @Bean
  WeComDirectory weComDirectory(WeComApi api, Clock clock) {
    return new WeComDirectory(api, clock);
  }

  @Bean
  MenuOffer weComMenu(WeComApi api, WeComSettings settings) {
    return new MenuOffer(new WeComMenu(api), new MenuFile(settings.menu(), settings.home())::read);
  }

  @Bean
  WeComLogin weComLogin(WeComApi api, WeComSettings settings) {
    return new WeComLogin(api, settings.login());
  }

  @Bean
  WeComPageKit weComPageKit(WeComApi api, Coordination coordination, Clock clock) {
    return new WeComPageKit(api, coordination.tokens(), clock);
  }

  @Bean
  WeComDoor weComDoor(
      WeComSettings settings,
      Inbox inbox,
      Rush rush,
      ObjectProvider<WeComDoors> both,
      Clock clock) {
    Consumer<Inbound> keep = keeping(inbox, rush);
    return new WeComDoor(
        reception(settings),
        both.stream().findFirst().map(doors -> doors.throughApplication(keep)).orElse(keep),
        clock);
  }

  static Consumer<Inbound> keeping(Inbox inbox, Rush rush) {
    return inbound -> {
      rush.arrival();
      inbox.accept(inbound);
    };
  }

  /** WeCom waits one second for the first answer, and whatever runs first takes its time. */
  @Bean
  ApplicationListener<WebServerInitializedEvent> warmWeComDoor(
      WeComSettings settings, Clock clock) {
    return opened -> {
      URI door =
          URI.create(
              "http://127.0.0.1:%d/callbacks/wecom".formatted(opened.getWebServer().getPort()));
      Thread.startVirtualThread(() -> new DoorQuestion(reception(settings), door, clock).ask());
    };
  }

  @Bean
  Checkup weComCheckup(WeComApi api, WeComSettings settings, Clock clock) {
    return new WeComCheckup(api, reception(settings), settings.callback(), clock);
  }

  static Reception reception(WeComSettings settings) {
    return checked(
        () ->
            new Reception(
                settings.corpId(), settings.agentId(), settings.token(), settings.aesKey()));
  }

  @Bean
  PlatformAdministrators weComAdministrators(
      People people,
      WeComDirectory directory,
      Ticker ticker,
      WeComSettings wecom,
      SpeechSettings speech) {
    return new PlatformAdministrators(
        people, directory, ticker, wecom.administratorAccounts(), speech.language());
  }

  private static int agent(WeComSettings settings) {
    return settings.agentId().matches("\\d{1,9}") ? Integer.parseInt(settings.agentId()) : 0;
  }

  static <T> T checked(Supplier<T> made) {
    try {
      return made.get();
    } catch (IllegalArgumentException wrong) {
      throw new WrongSetting("kouxin.wecom", String.valueOf(wrong.getMessage()));
    }
  }
}
