package io.kouxin.bot.wiring;

import io.kouxin.bot.doctor.Examination;
import io.kouxin.bot.doctor.Finding;
import io.kouxin.bot.work.Ticker;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.wecom.AiBotConnection;
import io.kouxin.integrations.wecom.ConnectionHealth;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.SmartLifecycle;

/**
 * The connection of WeCom's AI bot while the service runs: one node of all holds it, by a lease
 * that is renewed here and given back at the end.
 */
final class HeldConnection implements SmartLifecycle, Examination, HealthIndicator, MeterBinder {
  private static final Duration LOOK = Duration.ofSeconds(1);
  private final AiBotConnection connection;
  private final Ticker ticker;
  private volatile boolean running;

  HeldConnection(AiBotConnection connection, Ticker ticker) {
    this.connection = connection;
    this.ticker = ticker;
  }

  @Override
  public void start() {
    running = true;
    ticker.every(LOOK, "the AI bot's connection", this::look);
  }

  private void look() {
    if (running) {
      connection.tick();
    }
  }

  @Override
  public void stop() {
    running = false;
    connection.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public String name() {
    return "wecom.aibot";
  }

  @Override
  public List<Finding> findings() {
    ConnectionHealth health = connection.health();
    State state =
        switch (health.state()) {
          case OPEN, STANDBY -> State.OK;
          case STARTING -> State.UNKNOWN;
          case DOWN, REFUSED, KICKED -> State.BROKEN;
        };
    String key = "wecom.aibot-" + health.state().name().toLowerCase(Locale.ROOT);
    return List.of(new Finding(name(), state, key, Map.of("said", health.reason())));
  }

  /** Not part of readiness: the console and the other platforms work without it. */
  @Override
  public Health health() {
    ConnectionHealth health = connection.health();
    Health.Builder built =
        switch (health.state()) {
          case OPEN, STANDBY -> Health.up();
          case STARTING -> Health.unknown();
          case DOWN, REFUSED, KICKED -> Health.down();
        };
    return built.withDetail("connection", health.state().name().toLowerCase(Locale.ROOT)).build();
  }

  @Override
  public void bindTo(MeterRegistry metrics) {
    Gauge.builder("kouxin.wecom.aibot.open", () -> isOpen() ? 1 : 0)
        .description("1 while this node holds the connection of WeCom's AI bot")
        .register(metrics);
    Gauge.builder("kouxin.wecom.aibot.waiting", connection::waiting)
        .description("messages to WeCom's AI bot that have arrived and are not kept yet")
        .register(metrics);
  }

  private boolean isOpen() {
    return connection.health().state() == ConnectionHealth.State.OPEN;
  }
}
