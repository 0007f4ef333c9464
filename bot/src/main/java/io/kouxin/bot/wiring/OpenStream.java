package io.kouxin.bot.wiring;

import io.kouxin.bot.doctor.Examination;
import io.kouxin.bot.doctor.Finding;
import io.kouxin.bot.work.Ticker;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.dingtalk.DingTalk;
import io.kouxin.integrations.dingtalk.DingTalkStream;
import io.kouxin.integrations.dingtalk.Pushes;
import io.kouxin.integrations.dingtalk.StreamHealth;
import io.kouxin.integrations.dingtalk.StreamSettings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.context.SmartLifecycle;

/**
 * DingTalk's Stream while the service runs: opened when the work behind it has begun, looked after,
 * and closed before the store is.
 */
final class OpenStream implements SmartLifecycle, Examination, MeterBinder {
  private static final Duration LOOK = Duration.ofSeconds(1);

  private final DingTalkStream stream;
  private final Ticker ticker;
  private volatile boolean running;

  OpenStream(StreamSettings settings, Pushes pushes, Ticker ticker, Clock clock) {
    this.stream = new DingTalkStream(settings, pushes, clock);
    this.ticker = ticker;
  }

  @Override
  public void start() {
    running = true;
    stream.start();
    ticker.every(LOOK, "DingTalk's Stream", this::look);
  }

  private void look() {
    if (running) {
      stream.tick();
    }
  }

  @Override
  public void stop() {
    running = false;
    stream.close();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  @Override
  public String name() {
    return DingTalk.NAME + ".stream";
  }

  @Override
  public List<Finding> findings() {
    StreamHealth health = stream.health();
    State state =
        switch (health.state()) {
          case OPEN -> State.OK;
          case STARTING -> State.UNKNOWN;
          case SILENT -> State.WARNING;
          case DOWN, REFUSED -> State.BROKEN;
        };
    String key = "dingtalk.stream-" + health.state().name().toLowerCase(java.util.Locale.ROOT);
    return List.of(new Finding(name(), state, key, Map.of("said", health.reason())));
  }

  @Override
  public void bindTo(MeterRegistry metrics) {
    Gauge.builder("kouxin.dingtalk.stream.open", () -> isOpen() ? 1 : 0)
        .description("1 while DingTalk's Stream is open and heard")
        .register(metrics);
    Gauge.builder("kouxin.dingtalk.stream.waiting", stream::waiting)
        .description("pushes of DingTalk that have arrived and are not kept yet")
        .register(metrics);
  }

  private boolean isOpen() {
    return stream.health().state() == StreamHealth.State.OPEN;
  }
}
