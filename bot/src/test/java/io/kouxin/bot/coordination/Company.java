package io.kouxin.bot.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.channel.Coordination;
import io.kouxin.integrations.channel.Coordination.Reach;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** Two nodes at one Redis. */
final class Company implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  final Coordination one;
  final Coordination other;

  Company(TestRedis redis) {
    one = new RedisCoordination(redis.address(), Clock.systemUTC());
    other = new RedisCoordination(redis.address(), Clock.systemUTC());
  }

  Company together() {
    await("both reach each other", () -> isAt(Reach.NODES));
    return this;
  }

  void cutOff() {
    await("both know that Redis is away", () -> isAt(Reach.CUT_OFF));
  }

  private boolean isAt(Reach reach) {
    return one.reach() == reach && other.reach() == reach;
  }

  static void await(String what, BooleanSupplier holds) {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (!holds.getAsBoolean() && System.nanoTime() < until) {
      LockSupport.parkNanos(Duration.ofMillis(10).toNanos());
    }
    assertThat(holds.getAsBoolean()).as(what).isTrue();
  }

  @Override
  public void close() {
    one.close();
    other.close();
  }
}
