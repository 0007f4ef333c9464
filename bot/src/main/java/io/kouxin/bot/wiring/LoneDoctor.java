package io.kouxin.bot.wiring;

import io.kouxin.bot.doctor.Doctor;
import io.kouxin.bot.doctor.Examination;
import io.kouxin.bot.doctor.Examinations;
import io.kouxin.bot.doctor.Finding;
import io.kouxin.bot.doctor.TestCards;
import io.kouxin.bot.hearing.ModelKeeper;
import io.kouxin.bot.wording.Wording;
import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.channel.Coordination;
import io.kouxin.integrations.channel.LocalCoordination;
import io.kouxin.integrations.dingtalk.DingTalkApi;
import io.kouxin.integrations.dingtalk.DingTalkCheckup;
import io.kouxin.integrations.dingtalk.Meter;
import io.kouxin.integrations.wecom.AiBotCheckup;
import io.kouxin.integrations.wecom.Reception;
import io.kouxin.integrations.wecom.WeComApi;
import io.kouxin.integrations.wecom.WeComCheckup;
import io.kouxin.nlp.speech.ModelSource;
import io.kouxin.nlp.speech.ModelStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/**
 * What can be looked at where no service runs: settings as the service would read them, models,
 * store, disk, and the platform. The door needs the service.
 */
final class LoneDoctor {
  private static final Clock CLOCK = Clock.systemUTC();
  private static final Coordination ALONE = new LocalCoordination(CLOCK);
  private final Map<String, String> environment;
  private final Path home;

  LoneDoctor(Map<String, String> environment, Path home) {
    this.environment = environment;
    this.home = home;
  }

  /** The settings that decide what is looked at. */
  private record Settings(
      SpeechSettings speech, WeComSettings wecom, DingTalkSettings dingTalk, String store) {}

  List<Finding> examine(Optional<String> account, Locale language) {
    List<Finding> found = new ArrayList<>();
    found.add(new Finding("service", State.WARNING, "service-none"));
    try {
      Settings settings = settings();
      List<Platform> platforms = platforms(settings);
      found.add(new Finding("settings", State.OK, "settings-ok"));
      if (platforms.isEmpty()) {
        found.add(new Finding("platform", State.WARNING, "platform-none"));
      }
      found.addAll(withPlatforms(platforms, settings, account, language));
    } catch (RuntimeException wrong) {
      found.add(new Finding("settings", State.BROKEN, "settings-bad", Map.of("said", why(wrong))));
    }
    return found;
  }

  /** A platform that is configured, and what is closed when it was looked at. */
  private record Platform(Checkup checkup, Runnable close) {}

  private static List<Platform> platforms(Settings settings) {
    List<Platform> all = new ArrayList<>();
    if (!settings.wecom().corpId().isBlank()) {
      WeComApi api = WeComWiring.api(settings.wecom(), ALONE, CLOCK);
      Reception reception = WeComWiring.reception(settings.wecom());
      all.add(new Platform(new WeComCheckup(api, reception, Optional.empty(), CLOCK), api::close));
    }
    if (settings.wecom().corpId().isBlank()
        && settings.wecom().aibot().mode() != WeComSettings.Mode.OFF) {
      boolean connects = settings.wecom().aibot().mode() == WeComSettings.Mode.CONNECTION;
      all.add(new Platform(new AiBotCheckup(connects), () -> {}));
    }
    if (!settings.dingTalk().clientId().isBlank()) {
      var api = new DingTalkApi(DingTalkWiring.account(settings.dingTalk()), Meter.NONE, CLOCK);
      // Nobody knocks at a door that is not open: only whether the template is there counts.
      var cards = DingTalkWiring.cards(settings.dingTalk(), api, Optional.empty(), CLOCK);
      all.add(new Platform(new DingTalkCheckup(api, cards, CLOCK), api::close));
    }
    return all;
  }

  private List<Finding> withPlatforms(
      List<Platform> platforms, Settings settings, Optional<String> account, Locale language) {
    try {
      List<Checkup> checkups = platforms.stream().map(Platform::checkup).toList();
      List<Examination> all =
          new ArrayList<>(checkups.stream().map(Examinations::platform).toList());
      all.addAll(here(settings));
      List<Finding> found = new ArrayList<>(new Doctor(all).examine());
      account.ifPresent(
          person ->
              found.addAll(new TestCards(checkups, Wording.bundled()).send(person, language)));
      return found;
    } finally {
      platforms.forEach(platform -> platform.close().run());
    }
  }

  private List<Examination> here(Settings settings) {
    var models = new ModelStore(home.resolve("models"), ModelSource.home());
    var keeper =
        new ModelKeeper(
            models,
            Map.of(
                Locale.CHINESE, settings.speech().model().zh(),
                Locale.ENGLISH, settings.speech().model().en()));
    return List.of(
        Examinations.models(keeper, settings.speech().needed()),
        SpeechCheck.of(settings.speech(), keeper::hears),
        Examination.of("store", () -> List.of(store(settings.store()))),
        Examinations.disk(nearest(home)));
  }

  /** What is there already of the folder that the first start makes. */
  private static Path nearest(Path folder) {
    return Stream.iterate(folder, path -> path != null, Path::getParent)
        .filter(Files::exists)
        .findFirst()
        .orElse(Path.of(""));
  }

  private Finding store(String url) {
    Path file = home.resolve("store.db");
    if (url.isBlank() && !Files.exists(file)) {
      return new Finding("store", State.OK, "store-none");
    }
    String address = url.isBlank() ? "jdbc:sqlite:file:" + file + "?mode=ro" : url;
    try (Connection store = DriverManager.getConnection(address, user(), password());
        Statement question = store.createStatement()) {
      question.execute("SELECT COUNT(*) FROM person");
      return new Finding("store", State.OK, "store-ok");
    } catch (SQLException e) {
      return new Finding("store", State.BROKEN, "store-bad", Map.of("home", home.toString()));
    }
  }

  private String user() {
    return environment.getOrDefault("SPRING_DATASOURCE_USERNAME", "");
  }

  private String password() {
    return environment.getOrDefault("SPRING_DATASOURCE_PASSWORD", "");
  }

  /** From the environment and the files beside the jar, in the service's order. */
  private Settings settings() {
    ConfigurableEnvironment all = new StandardEnvironment();
    String name = StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME;
    all.getPropertySources()
        .replace(name, new SystemEnvironmentPropertySource(name, Map.copyOf(environment)));
    ConfigDataEnvironmentPostProcessor.applyTo(all);
    new PlatformConfigured().postProcessEnvironment(all, new SpringApplication());
    Binder binder = Binder.get(all);
    binder.bindOrCreate("kouxin", KouxinSettings.class);
    CoordinationWiring.address(binder.bindOrCreate("kouxin.redis", RedisSettings.class));
    return new Settings(
        binder.bindOrCreate("kouxin.speech", SpeechSettings.class),
        binder.bindOrCreate("kouxin.wecom", WeComSettings.class),
        binder.bindOrCreate("kouxin.dingtalk", DingTalkSettings.class),
        binder.bind("spring.datasource.url", String.class).orElse(""));
  }

  /** The innermost words: the others only say that binding did not work. */
  private static String why(RuntimeException wrong) {
    return Stream.iterate((Throwable) wrong, cause -> cause != null, Throwable::getCause)
        .reduce((outer, inner) -> inner)
        .map(cause -> String.valueOf(cause.getMessage()))
        .orElse("");
  }
}
