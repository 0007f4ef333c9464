package io.kouxin.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.coordination.TestRedis;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.walk.ServiceClient.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two services on one PostgreSQL: without Redis, with one, and while it is away. */
class TwoNodesTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final String READY = "/actuator/health/readiness";

  @TempDir private Path folder;
  private final HikariDataSource store = Stores.POSTGRESQL.open();

  @AfterEach
  void close() {
    store.close();
  }

  private ServiceProcess node(String name, Map<String, String> more) throws IOException {
    Map<String, String> settings = new HashMap<>(more);
    settings.put("SPRING_DATASOURCE_URL", store.getJdbcUrl());
    return ServiceProcess.start(Files.createDirectory(folder.resolve(name)), settings);
  }

  private static String examined(ServiceProcess node) throws IOException {
    return node.client().items("/api/v1/doctor?language=en").stream()
        .filter(item -> item.path("name").asString("").equals("coordination"))
        .map(item -> item.path("state").asString("") + " " + item.path("words").asString(""))
        .findFirst()
        .orElse("");
  }

  private static void await(ServiceProcess node, String state, String words) {
    Await.until(
        state + " " + words,
        PATIENCE,
        () -> {
          String found = examined(node);
          return found.toUpperCase(Locale.ROOT).startsWith(state) && found.contains(words);
        });
  }

  @Test
  void without_redis_both_say_so_and_only_the_first_stays_ready() throws Exception {
    try (var first = node("first", Map.of())) {
      try (var second = node("second", Map.of())) {
        await(first, "BROKEN", "there is no Redis");
        await(second, "BROKEN", "there is no Redis");
        Answer refused = second.client().get(READY);
        assertThat(refused.status()).isEqualTo(503);
        assertThat(refused.body().toString())
            .contains("2 nodes use this store and no Redis: set KOUXIN_REDIS_URL on each")
            .doesNotContain(folder.toString());
        Answer ready = first.client().get(READY);
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.body().toString()).contains("2 nodes use this store and no Redis");
        second.kill();
      }
      await(first, "OK", "One service runs");
    }
  }

  @Test
  void with_redis_both_are_ready_also_while_it_is_away() throws Exception {
    try (var redis = TestRedis.started()) {
      Map<String, String> shared = Map.of("KOUXIN_REDIS_URL", redis.url());
      try (var first = node("first", shared);
          var second = node("second", shared)) {
        await(first, "OK", "services on this store: 2");
        await(second, "OK", "services on this store: 2");
        redis.stop();
        await(first, "WARNING", "Redis is away");
        assertThat(first.client().get(READY).status()).isEqualTo(200);
        assertThat(second.client().get(READY).status()).isEqualTo(200);
        redis.start();
        await(second, "OK", "services on this store: 2");
        assertThat(first.said() + second.said())
            .contains("is away (", "this node works by itself")
            .doesNotContain("p%40ss", TestRedis.PASSWORD);
      }
    }
  }

  @Test
  void a_wrong_address_of_redis_ends_the_start_in_words_without_the_password() throws Exception {
    ServiceProcess.Ended ended =
        ServiceProcess.startInVain(folder, Map.of("KOUXIN_REDIS_URL", "redis://:hush@/0"));
    assertThat(ended.code()).isEqualTo(1);
    assertThat(ended.said())
        .contains("kouxin.redis.url: an address like redis://:PASSWORD@HOST:6379/0")
        .doesNotContain("hush", "\tat ");
  }
}
