package io.kouxin.bot.walk;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The process is really killed, again and again, at moments that nobody chose, while three people
 * talk; the seed is printed, and {@code -Dkouxin.kill.seed=} repeats the moments.
 */
class KillTest {
  private static final int KILLS = 3;
  private static final Duration LONGEST_LIFE = Duration.ofMillis(2_500);

  @TempDir private Path home;

  @Test
  void on_sqlite_nothing_is_lost_and_nothing_is_done_twice() throws Exception {
    walkWhileKilled(Map.of());
  }

  @Test
  void on_postgresql_nothing_is_lost_and_nothing_is_done_twice() throws Exception {
    // The embedded server is set up to forget in a crash; this one keeps its promises.
    try (var server =
        EmbeddedPostgres.builder()
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start()) {
      walkWhileKilled(
          Map.of(
              "SPRING_DATASOURCE_URL", server.getJdbcUrl("postgres", "postgres"),
              "SPRING_DATASOURCE_USERNAME", "postgres",
              "SPRING_DATASOURCE_PASSWORD", "postgres"));
    }
  }

  private void walkWhileKilled(Map<String, String> store) throws Exception {
    long seed = Long.getLong("kouxin.kill.seed", System.nanoTime());
    System.out.println("KillTest: -Dkouxin.kill.seed=" + seed);
    try (var service = ServiceProcess.start(home, store);
        var people = Executors.newVirtualThreadPerTaskExecutor()) {
      var zhang = new PersistentRep(service, "zhangsan");
      var wang = new PersistentRep(service, "wanglei");
      var emma = new PersistentRep(service, "emma");
      var firstKill = new CountDownLatch(1);
      List<Future<?>> walks =
          List.of(
              people.submit(() -> typed(zhang, ZHANG)),
              people.submit(() -> typed(wang, WANG)),
              people.submit(() -> spoken(emma, firstKill)));
      killAtRandom(service, new Random(seed), firstKill);
      for (Future<?> walk : walks) {
        walked(walk, service);
      }
      Stream.of(zhang, wang, emma).forEach(PersistentRep::awaitRest);
      for (PersistentRep rep : List.of(zhang, wang, emma)) {
        proveWhole(service.client(), rep);
      }
      proveCorrected(service.client(), zhang, ZHANG);
      proveCorrected(service.client(), wang, WANG);
      assertThat(service.client().items("/api/v1/dead-letters")).isEmpty();
      assertThat(service.client().items("/api/v1/outbox?state=refused")).isEmpty();
    }
  }

  private static void walked(Future<?> walk, ServiceProcess service) throws Exception {
    try {
      walk.get();
    } catch (ExecutionException e) {
      throw new AssertionError("The service had printed:\n" + service.said(), e.getCause());
    }
  }

  private static void killAtRandom(ServiceProcess service, Random random, CountDownLatch first)
      throws InterruptedException {
    for (int i = 0; i < KILLS; i++) {
      LockSupport.parkNanos(random.nextLong(LONGEST_LIFE.toNanos()));
      int code = service.killAndRestart();
      assertThat(code).isEqualTo(ServiceProcess.KILLED);
      first.countDown();
    }
  }

  private static final List<String> ZHANG =
      List.of("华东市第一人民医院", "云溪县中医院", "博宁骨科医院", "松源医学检验所", "江北新城医院", "安禾口腔");
  private static final List<String> WANG =
      List.of("临江市妇幼保健院", "东岭区人民医院", "清河肿瘤专科医院", "明远康复医院", "启程精密机械", "绿畦食品");

  /** Three at once out of the basement; one is tapped; one is corrected; two more. */
  private static void typed(PersistentRep rep, List<String> customers) {
    customers.subList(0, 3).forEach(customer -> rep.memo(customer, about(customer)));
    rep.awaitCards(3);
    rep.tap(customers.getFirst(), "ok");
    rep.memo(customers.get(3), about(customers.get(3)));
    rep.awaitCards(4);
    rep.say("不对，是强生");
    rep.awaitOnCard(customers.get(3), "强生");
    customers.subList(4, 6).forEach(customer -> rep.memo(customer, about(customer)));
    rep.awaitCards(6);
    rep.tap(customers.get(5), "ok");
  }

  private static String about(String customer) {
    return "今天去" + customer + "谈了谈，对方说我们比迈瑞贵，下周三下午三点再去";
  }

  /**
   * A note that was begun three times without an end is taken for one that kills the process, and
   * put aside. So the notes come after the first of three kills.
   */
  private static void spoken(PersistentRep emma, CountDownLatch firstKill) {
    try {
      firstKill.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
    emma.note("endoscopy-pain.amr");
    emma.note("price-objection.amr");
    emma.awaitCards(2);
  }

  private static void proveWhole(ServiceClient client, PersistentRep rep) throws Exception {
    List<JsonNode> mine = rep.mine();
    assertThat(mine.stream().map(item -> item.path("text").asString("")))
        .as("what %s did, each once, in order", rep.id())
        .containsExactlyElementsOf(rep.done());
    assertThat(mine.stream().map(item -> item.path("id").asString("")))
        .as("acknowledged messages of %s", rep.id())
        .doesNotHaveDuplicates()
        .containsAll(rep.acknowledged());
    assertThat(rep.cards()).as("one card per memo of %s", rep.id()).hasSameSizeAs(rep.memos());
    // The notes that take longer than ten seconds each get the same word that they are kept.
    assertThat(
            rep.heard().stream()
                .map(item -> item.path("text").asString(""))
                .filter(text -> !text.startsWith("Got it")))
        .as("answers to %s", rep.id())
        .doesNotHaveDuplicates();
    List<JsonNode> followUps = client.followUps(rep.id());
    assertThat(followUps).as("one record per memo of %s", rep.id()).hasSameSizeAs(rep.memos());
    assertThat(
            followUps.stream()
                .map(one -> one.path("source").path("messageId").asString(""))
                .collect(toSet()))
        .as("each from its own message")
        .hasSameSizeAs(rep.memos());
  }

  private static void proveCorrected(
      ServiceClient client, PersistentRep rep, List<String> customers) throws Exception {
    assertThat(
            rep.cards().stream().map(item -> item.path("card").path("title").asString("")).toList())
        .as("cards in the order of the memos")
        .zipSatisfy(customers, (title, customer) -> assertThat(title).contains(customer));
    Map<String, JsonNode> byCustomer =
        client.followUps(rep.id()).stream()
            .collect(
                java.util.stream.Collectors.toMap(
                    one -> one.path("customer").path("name").asString(""), one -> one));
    assertThat(byCustomer.keySet()).containsExactlyInAnyOrderElementsOf(customers);
    for (int i = 0; i < customers.size(); i++) {
      JsonNode followUp = byCustomer.get(customers.get(i));
      assertThat(followUp.path("status").asString(""))
          .isEqualTo(i == 0 || i == 5 ? "confirmed" : "draft");
      assertThat(followUp.path("revision").asInt()).isEqualTo(1);
    }
  }
}
