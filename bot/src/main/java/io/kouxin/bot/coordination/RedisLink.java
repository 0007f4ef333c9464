package io.kouxin.bot.coordination;

import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisException;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import io.lettuce.core.pubsub.RedisPubSubAdapter;
import io.lettuce.core.pubsub.StatefulRedisPubSubConnection;
import io.lettuce.core.resource.ClientResources;
import io.lettuce.core.resource.Delay;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The connections to Redis. Whoever asks waits {@link #PATIENCE} at most, and once one question was
 * in vain nobody asks until Redis has answered the watch again.
 */
final class RedisLink implements AutoCloseable {
  /** What people do not notice; a Redis in the same house answers in less than a millisecond. */
  static final Duration PATIENCE = Duration.ofMillis(300);

  private static final Logger LOG = LoggerFactory.getLogger(RedisLink.class);
  private static final Duration LOOK = Duration.ofMillis(500);
  private static final Duration CONNECT = Duration.ofSeconds(2);
  private static final Duration REMIND = Duration.ofMinutes(1);
  private static final String EVERY_CALL = "kouxin:wake:*";

  private final RedisAddress address;
  private final ClientResources resources;
  private final RedisClient client;
  private final ScheduledExecutorService watch =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().name("redis-watch").daemon().factory());

  private volatile @Nullable StatefulRedisConnection<String, String> commands;
  private volatile boolean there;
  private @Nullable StatefulRedisPubSubConnection<String, String> calls;
  private long saidAt = System.nanoTime() - REMIND.toNanos();
  private boolean said;

  RedisLink(RedisAddress address) {
    this.address = address;
    resources =
        ClientResources.builder()
            .ioThreadPoolSize(2)
            .computationThreadPoolSize(2)
            .reconnectDelay(Delay.constant(LOOK))
            .build();
    address.uri().setTimeout(CONNECT);
    client = RedisClient.create(resources, address.uri());
    client.setOptions(
        ClientOptions.builder()
            .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
            .socketOptions(SocketOptions.builder().connectTimeout(CONNECT).keepAlive(true).build())
            .build());
  }

  /**
   * Begins to connect, in the background.
   *
   * @param heard takes each call with its channel and words
   */
  void open(BiConsumer<String, String> heard) {
    var unused =
        watch.scheduleWithFixedDelay(() -> look(heard), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  boolean isThere() {
    return there;
  }

  /** Redis's answer; empty if there is none in time. The question may still reach it later. */
  <T> Optional<T> ask(Function<RedisCommands<String, String>, @Nullable T> question) {
    StatefulRedisConnection<String, String> connection = commands;
    if (!there || connection == null) {
      return Optional.empty();
    }
    try {
      return Optional.ofNullable(question.apply(connection.sync()));
    } catch (RedisException e) {
      there = false;
      complain(e);
      return Optional.empty();
    }
  }

  private void look(BiConsumer<String, String> heard) {
    try {
      // A question alone would not find out that nothing can be written.
      connect(heard).sync().psetex("kouxin:watch", LOOK.toMillis(), "");
      there = true;
      rejoice();
    } catch (RuntimeException e) {
      there = false;
      complain(e);
    }
  }

  private StatefulRedisConnection<String, String> connect(BiConsumer<String, String> heard) {
    StatefulRedisConnection<String, String> connection = commands;
    if (connection == null) {
      connection = client.connect();
      connection.setTimeout(PATIENCE);
      commands = connection;
    }
    if (calls == null) {
      calls = client.connectPubSub();
      calls.addListener(
          new RedisPubSubAdapter<>() {
            @Override
            public void message(String pattern, String channel, String words) {
              heard.accept(channel, words);
            }
          });
      var unused = calls.async().psubscribe(EVERY_CALL);
    }
    return connection;
  }

  private synchronized void rejoice() {
    if (said) {
      LOG.info("Redis at {} is back", address);
      said = false;
    }
  }

  private synchronized void complain(RuntimeException reason) {
    long now = System.nanoTime();
    if (now - saidAt >= REMIND.toNanos() && !watch.isShutdown()) {
      LOG.warn(
          "Redis at {} is away ({}): this node works by itself, more slowly, until it is back",
          address,
          words(reason));
      saidAt = now;
      said = true;
    }
  }

  /** What Redis or its client says, such as a wrong password; of others only which kind it is. */
  private static String words(Throwable reason) {
    Throwable inner = reason;
    while (inner.getCause() != null) {
      inner = inner.getCause();
    }
    return inner instanceof RedisException
        ? String.valueOf(inner.getMessage())
        : inner.getClass().getSimpleName();
  }

  @Override
  public void close() {
    there = false;
    watch.shutdownNow();
    client.shutdown(0, 2, TimeUnit.SECONDS);
    resources.shutdown(0, 2, TimeUnit.SECONDS);
  }
}
