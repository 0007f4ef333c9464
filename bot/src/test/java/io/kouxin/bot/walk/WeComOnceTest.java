package io.kouxin.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.wecom.emulator.Letter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** WeCom brings one message three times at once, also to two nodes, and all are told it is kept. */
class WeComOnceTest {
  private static final List<String> CUSTOMERS = Said.CUSTOMERS;
  private static final long FIRST = 8_000_000_000_000_000_000L;

  @TempDir private Path folder;

  @Test
  void one_node_on_sqlite_makes_one_record_and_one_answer() throws Exception {
    try (var corp = new Corp();
        var node = ServiceProcess.start(folder, corp.settings(Map.of()))) {
      prove(corp, List.of(node.client(), node.client(), node.client()));
    }
  }

  @Test
  void two_nodes_on_one_postgresql_make_one_record_and_one_answer() throws Exception {
    try (var corp = new Corp();
        var server = EmbeddedPostgres.builder().setPGStartupWait(Duration.ofMinutes(1)).start();
        var one = ServiceProcess.start(home("one"), corp.settings(settings(server)));
        var two = ServiceProcess.start(home("two"), corp.settings(settings(server)))) {
      prove(corp, List.of(one.client(), two.client(), two.client()));
    }
  }

  private Path home(String name) throws IOException {
    return Files.createDirectory(folder.resolve(name));
  }

  private static Map<String, String> settings(EmbeddedPostgres server) {
    return Map.of(
        "SPRING_DATASOURCE_URL", server.getJdbcUrl("postgres", "postgres"),
        "SPRING_DATASOURCE_USERNAME", "postgres",
        "SPRING_DATASOURCE_PASSWORD", "postgres");
  }

  private static void prove(Corp corp, List<ServiceClient> doors) throws Exception {
    ServiceClient client = doors.getFirst();
    corp.calls(client);
    Corp.sellTo(client, CUSTOMERS);
    corp.employ(client, "OnceOnly", "zh");
    for (int i = 0; i < CUSTOMERS.size(); i++) {
      String words = "今天去" + CUSTOMERS.get(i) + "谈了谈，约了再去看看，一切顺利";
      String plain = corp.text("OnceOnly", String.valueOf(FIRST + i), words);
      assertThat(atOnce(corp, doors, List.of(plain, plain, plain))).containsOnly(200);
      corp.awaitSaid("OnceOnly", "card_type", CUSTOMERS.get(i));
    }
    proveFirstCounts(corp, doors);
    corp.awaitSaid("OnceOnly", "the-end");
    assertThat(client.followUps("onceonly")).hasSameSizeAs(CUSTOMERS);
    assertThat(corp.chat("OnceOnly"))
        .as("a card for each memo, an answer to each question")
        .hasSize(CUSTOMERS.size() + 2);
    assertThat(client.items("/api/v1/dead-letters")).isEmpty();
  }

  /** Another body under the same id is the same message: the first one counts. */
  private static void proveFirstCounts(Corp corp, List<ServiceClient> doors) throws Exception {
    String id = String.valueOf(FIRST + CUSTOMERS.size());
    for (String words : List.of("first-one", "second-one")) {
      String plain = corp.text("OnceOnly", id, "查 " + words);
      assertThat(atOnce(corp, doors, List.of(plain, plain, plain))).containsOnly(200);
    }
    String end = corp.text("OnceOnly", id + "0", "查 the-end");
    assertThat(atOnce(corp, doors, List.of(end, end, end))).containsOnly(200);
    corp.awaitSaid("OnceOnly", "the-end");
    assertThat(corp.timesSaid("OnceOnly", "first-one")).isEqualTo(1);
    assertThat(corp.timesSaid("OnceOnly", "second-one")).isZero();
  }

  private static List<Integer> atOnce(Corp corp, List<ServiceClient> doors, List<String> plains)
      throws Exception {
    var together = new CyclicBarrier(doors.size());
    List<Callable<Integer>> posts = new ArrayList<>();
    for (int i = 0; i < doors.size(); i++) {
      Letter letter = corp.letter(doors.get(i), plains.get(i));
      posts.add(
          () -> {
            together.await();
            return Corp.post(letter);
          });
    }
    List<Integer> statuses = new ArrayList<>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<Integer> answer : threads.invokeAll(posts)) {
        statuses.add(answer.get());
      }
    }
    return statuses;
  }
}
