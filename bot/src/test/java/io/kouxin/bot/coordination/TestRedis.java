package io.kouxin.bot.coordination;

import io.lettuce.core.RedisClient;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.util.function.Function;
import redis.embedded.RedisServer;

/** A real Redis from Maven packages, on a port of its own and in memory alone. */
public final class TestRedis implements AutoCloseable {
  /** Of each of them. */
  public static final String PASSWORD = "p@ss:w/rd#1";

  private static final String SPELLED = "p%40ss%3Aw%2Frd%231";

  private final int port = freePort();
  private final RedisServer server;

  private TestRedis() {
    try {
      server =
          RedisServer.newRedisServer()
              .port(port)
              .bind("127.0.0.1")
              .setting("requirepass " + PASSWORD)
              .setting("save \"\"")
              .setting("appendonly no")
              .build();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start();
  }

  /** The one of this JVM; tests that harm theirs make their own. */
  static TestRedis shared() {
    return Shared.SERVER;
  }

  /** One that runs; the caller closes it. */
  public static TestRedis started() {
    return new TestRedis();
  }

  private static final class Shared {
    static final TestRedis SERVER = new TestRedis();

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
    }
  }

  /** Again on the same port. */
  public void start() {
    try {
      server.start();
    } catch (IOException | RuntimeException e) {
      close();
      throw new IllegalStateException("no Redis at port " + port, e);
    }
  }

  /** With nothing kept. */
  public void stop() {
    try {
      server.stop();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Stands still until it is closed: whoever asks gets no answer. */
  AutoCloseable hanging() {
    String id = ask(redis -> redis.info("server")).replaceAll("(?s).*process_id:(\\d+).*", "$1");
    signal("-STOP", id);
    return () -> signal("-CONT", id);
  }

  private static void signal(String which, String process) {
    try {
      new ProcessBuilder("kill", which, process).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** With the password. */
  public String url() {
    return "redis://:" + SPELLED + "@127.0.0.1:" + port;
  }

  RedisAddress address() {
    return RedisAddress.of(url());
  }

  /** What Redis answers to somebody who looks on. */
  <T> T ask(Function<RedisCommands<String, String>, T> question) {
    RedisClient client = RedisClient.create(RedisAddress.of(url()).uri());
    try (StatefulRedisConnection<String, String> connection = client.connect()) {
      return question.apply(connection.sync());
    } finally {
      client.shutdown();
    }
  }

  @Override
  public void close() {
    stop();
  }

  private static int freePort() {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
