package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.channel.Certificate;
import io.kouxin.integrations.channel.Inbound;
import io.kouxin.integrations.channel.Leases;
import io.kouxin.integrations.wecom.emulator.gateway.AiBotGateway;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/** A node that holds, or would hold, the connection of an AI bot. */
final class Line implements AutoCloseable {
  static final Duration SOON = Duration.ofSeconds(30);
  private static final long LOOK_NANOS = 10_000_000;
  final MovingClock clock;
  final List<Inbound> kept = new CopyOnWriteArrayList<>();
  final ReplyWindows windows = new LocalReplyWindows();
  final AiBotConnection connection;
  final WeComDoors channel;
  volatile Consumer<Inbound> keeping = kept::add;
  private final HttpClient http;

  Line(AiBotGateway gateway, String secret, Leases leases, MovingClock clock)
      throws IOException, GeneralSecurityException {
    this.clock = clock;
    this.http = HttpClient.newBuilder().sslContext(Certificate.trusting()).build();
    var talk =
        new BotTalk(
            windows, chat -> BotHouse.PHRASES, URI.create("https://qyapi.weixin.qq.com"), clock);
    var login = new BotLogin(AiBotGateway.BOT_ID, secret, gateway.url());
    this.connection =
        new AiBotConnection(login, talk, inbound -> keeping.accept(inbound), leases, http);
    var aibot = AiBotChannel.connected(talk, new BotMedia(http, BotMedia.HOSTS, ""), connection);
    this.channel = new WeComDoors(Optional.empty(), aibot, aibot, windows);
  }

  /** Ticks until it is in this state. */
  Line until(ConnectionHealth.State state) {
    await(
        () -> {
          connection.tick();
          return connection.health().state() == state;
        });
    return this;
  }

  /** Looks again and again until it is so; fails after {@link #SOON}. */
  static void await(BooleanSupplier so) {
    long until = System.nanoTime() + SOON.toNanos();
    while (!so.getAsBoolean()) {
      assertThat(System.nanoTime() - until).as("in time").isNegative();
      LockSupport.parkNanos(LOOK_NANOS);
    }
  }

  void awaitKept(int count) {
    await(() -> kept.size() >= count);
  }

  @Override
  public void close() {
    connection.close();
    http.shutdownNow();
  }
}
