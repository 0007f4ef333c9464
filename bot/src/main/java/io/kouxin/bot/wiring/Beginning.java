package io.kouxin.bot.wiring;

import io.kouxin.bot.access.AdminToken;
import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.hearing.Hearing;
import io.kouxin.bot.hearing.ModelKeeper;
import io.kouxin.bot.media.Media;
import io.kouxin.bot.pack.Installation;
import io.kouxin.bot.pack.Packs;
import io.kouxin.bot.people.People;
import io.kouxin.bot.reminder.Reminding;
import io.kouxin.bot.work.Ticker;
import io.kouxin.bot.work.Workshop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** The order in which a start goes: packs, demo data, work; then the door opens. */
@Component
class Beginning implements SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger("io.kouxin");

  private final Settings settings;
  private final Rooms rooms;
  private final Engine engine;
  private volatile boolean running;

  /** What decides how it begins. */
  @Component
  record Settings(KouxinSettings kouxin, SpeechSettings speech, StoreWiring.Kind store) {}

  /** What is filled at the first start. */
  @Component
  record Rooms(Packs packs, People people, Customers customers, Media media, LiveLibrary library) {}

  /** What runs. */
  @Component
  record Engine(
      Workshop workshop,
      Reminding reminding,
      Ticker ticker,
      ModelKeeper models,
      Hearing hearing,
      Home home,
      AdminToken token,
      Clock clock) {}

  Beginning(Settings settings, Rooms rooms, Engine engine) {
    this.settings = settings;
    this.rooms = rooms;
    this.engine = engine;
  }

  @Override
  public void start() {
    installPacks();
    rooms.library().refresh();
    if (settings.kouxin().sandbox().enabled()) {
      DemoData.into(rooms.people(), rooms.customers());
    }
    if (settings.speech().fetches()) {
      engine.models().fetchMissing();
    }
    engine.reminding().begin();
    engine.workshop().start(settings.store() == StoreWiring.Kind.SQLITE);
    upkeep();
    running = true;
  }

  private void installPacks() {
    try {
      for (Installation done : rooms.packs().installMissing(settings.kouxin().packs())) {
        if (done instanceof Installation.Refused refused) {
          throw new WrongSetting("kouxin.packs", String.valueOf(refused.problems()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a pack of kouxin.packs is not in this jar", e);
    }
  }

  private void upkeep() {
    Ticker ticker = engine.ticker();
    ticker.every(Duration.ofMillis(200), "library", rooms.library()::refresh);
    ticker.every(Duration.ofHours(6), "calibration", rooms.library()::calibrate);
    ticker.every(Duration.ofSeconds(1), "reassure", engine.hearing()::reassure);
    ticker.every(Duration.ofSeconds(2), "parked notes", engine.hearing()::retryParked);
    ticker.every(Duration.ofHours(1), "media retention", this::forgetOldMedia);
  }

  private void forgetOldMedia() {
    rooms.media().forgetBefore(engine.clock().instant().minus(settings.kouxin().mediaRetention()));
  }

  @EventListener
  void opened(WebServerInitializedEvent event) {
    if (!"management".equals(event.getApplicationContext().getServerNamespace())) {
      URI page = URI.create("http://127.0.0.1:" + event.getWebServer().getPort() + "/");
      engine.home().announce(page.toString());
      // The link goes to the terminal of whoever started this, never to the log.
      System.out.println("Kouxin is ready: " + engine.token().link(page));
      LOG.info("ready at {}", page);
    }
  }

  @Override
  public void stop() {
    engine.workshop().close();
    running = false;
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Before the web server opens its port, and stopped after it has closed. */
  @Override
  public int getPhase() {
    return 0;
  }
}
