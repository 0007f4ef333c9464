package io.kouxin.integrations.dingtalk;

import io.kouxin.integrations.dingtalk.emulator.gateway.GatewayClock;
import io.kouxin.integrations.dingtalk.emulator.gateway.StreamGateway;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** A gateway and a Stream that talks to it. */
final class StreamRig implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(10);
  private static final long TICK_NANOS = 20_000_000;

  final StreamGateway gateway;
  final Kept kept = new Kept();
  final GatewayClock clock = new GatewayClock();
  final DingTalkStream stream;

  StreamRig() throws Exception {
    this(StreamGateway.CLIENT_SECRET);
  }

  StreamRig(String secret) throws Exception {
    gateway = new StreamGateway();
    stream =
        new DingTalkStream(
            new StreamSettings(
                StreamGateway.CLIENT_ID, secret, gateway.apiUrl(), StreamSettings.SILENCE),
            kept,
            clock);
  }

  /** Started, and connected. */
  StreamRig open() {
    stream.start();
    until(() -> state() == StreamHealth.State.OPEN);
    return this;
  }

  StreamHealth.State state() {
    return stream.health().state();
  }

  /** Ticks until it is so. */
  void until(BooleanSupplier so) {
    long end = System.nanoTime() + SOON.toNanos();
    while (!so.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("not within " + SOON + ": " + stream.health());
      }
      stream.tick();
      LockSupport.parkNanos(TICK_NANOS);
    }
  }

  @Override
  public void close() {
    kept.goesOn();
    stream.close();
    gateway.close();
  }
}
