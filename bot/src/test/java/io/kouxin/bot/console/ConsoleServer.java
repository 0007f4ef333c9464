package io.kouxin.bot.console;

import io.kouxin.bot.access.AccessFilter;
import io.kouxin.bot.access.AdminToken;
import io.kouxin.bot.access.PublicAddress;
import io.kouxin.bot.access.SignInTries;
import io.kouxin.bot.access.Strangers;
import io.kouxin.bot.wording.Wording;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * The console behind its door, without the rooms it shows. Not a @Configuration: no scan finds it.
 */
@EnableAutoConfiguration(
    exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
@Import({
  ApiDescription.class,
  Assets.class,
  DoorController.class,
  MediaController.class,
  MemberPages.class,
  ModelController.class,
  PageProofs.class,
  Problems.class,
  SandboxController.class,
  SecurityHeaders.class,
  SignInController.class,
  SignInPage.class,
  SignInRoom.class,
  TicketController.class,
  Uploads.class,
  WordingController.class
})
class ConsoleServer {
  static final String TOKEN = "a-token-for-this-test";

  @Bean
  Clock clock() {
    return Clock.fixed(ScriptedChat.AT, ZoneOffset.UTC);
  }

  @Bean
  AdminToken token() throws IOException {
    return AdminToken.from(Optional.of(TOKEN), Path.of("unused"));
  }

  @Bean
  ScriptedGate gate() {
    return new ScriptedGate();
  }

  @Bean
  Wording sentences() {
    return Wording.bundled();
  }

  @Bean
  PublicAddress address() {
    return PublicAddress.of("");
  }

  @Bean
  SignInTries tries(AdminToken token, Clock clock) {
    return new SignInTries(token, clock);
  }

  @Bean
  ScriptedPlatform platform() {
    return new ScriptedPlatform();
  }

  @Bean
  AccessFilter door(AdminToken token, Clock clock) {
    return new AccessFilter(token, new Strangers(), List.of(), clock);
  }

  /** Readiness asks for it by name. */
  @Bean
  HealthIndicator coordinationHealthIndicator() {
    return () -> Health.up().build();
  }

  @Bean
  ScriptedChat chat() {
    return new ScriptedChat();
  }

  @Bean
  ScriptedDoors doors() {
    return new ScriptedDoors();
  }

  @Bean
  SpeechModels models() {
    return () ->
        List.of(
            new SpeechModels.Model(
                "vosk-cn", Language.ZH, SpeechModels.State.FETCHING, 43, 100, ""));
  }
}
