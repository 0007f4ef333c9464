package io.kouxin.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.walk.CrowdMember.Crowd;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Members write on WeCom while the service is killed at moments that nobody chose. Whatever got a
 * 200 is there afterwards, was worked on once and answered once, in the order of each member. The
 * seed is printed, and {@code -Dkouxin.kill.seed=} repeats the moments; {@code -Pslow} makes it
 * long.
 */
class DoorKillTest {
  private static final boolean SLOW = Boolean.getBoolean("kouxin.slow");
  private static final Duration REST = Duration.ofSeconds(120);

  @TempDir private Path home;

  /**
   * How much of it.
   *
   * @param each messages of each member
   * @param life how long a service lives after it was ready, at least
   * @param percentAgain how many of the acknowledged messages come again later
   */
  record Form(int members, int each, int kills, Duration life, int percentAgain) {
    static final Form SHORT = new Form(20, 15, 2, Duration.ofMillis(1_500), 10);
    static final Form LONG = new Form(100, 20, 10, Duration.ofSeconds(10), 10);
  }

  @Test
  void on_sqlite_what_was_acknowledged_is_done_once_and_in_order() throws Exception {
    String url = "jdbc:sqlite:" + home.resolve("store.db") + "?busy_timeout=10000";
    proveWhileKilled("SQLite", Map.of(), () -> DriverManager.getConnection(url));
  }

  @Test
  void on_postgresql_what_was_acknowledged_is_done_once_and_in_order() throws Exception {
    // The embedded server is set up to forget in a crash; this one keeps its promises.
    try (var server =
        EmbeddedPostgres.builder()
            .setPGStartupWait(Duration.ofMinutes(1))
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .start()) {
      proveWhileKilled(
          "PostgreSQL",
          Map.of(
              "SPRING_DATASOURCE_URL", server.getJdbcUrl("postgres", "postgres"),
              "SPRING_DATASOURCE_USERNAME", "postgres",
              "SPRING_DATASOURCE_PASSWORD", "postgres"),
          () -> server.getPostgresDatabase().getConnection());
    }
  }

  private void proveWhileKilled(String name, Map<String, String> store, DoorLedger.Store opening)
      throws Exception {
    Form form = SLOW ? Form.LONG : Form.SHORT;
    long seed = Long.getLong("kouxin.kill.seed", System.nanoTime());
    System.out.printf("DoorKillTest on %s: -Dkouxin.kill.seed=%d %s%n", name, seed, form);
    long begin = System.nanoTime();
    try (var corp = new Corp();
        var service = ServiceProcess.start(home, corp.settings(store))) {
      var crowd = new Crowd(corp, service, new Lives(), form);
      List<CrowdMember> members = members(crowd, seed);
      corp.emulator().faults().redeliveryRate(0.1);
      talkWhileKilled(crowd, members, new Random(seed));
      var ledger = new DoorLedger(corp, opening);
      Await.until("rest", REST, ledger::isAtRest);
      prove(ledger, members);
      System.out.printf(
          "DoorKillTest on %s: %s in %d s%n",
          name, figures(ledger, members), (System.nanoTime() - begin) / 1_000_000_000);
      assertThat(ledger.lost()).as("lost").isEmpty();
      assertThat(ledger.doubled()).as("doubled").isEmpty();
      assertThat(ledger.outOfOrder()).as("out of order").isEmpty();
      proveNothingStuck(ledger, form);
    }
  }

  private static List<CrowdMember> members(Crowd crowd, long seed) throws IOException {
    ServiceClient client = crowd.service().client();
    crowd.corp().calls(client);
    Corp.sellTo(client, Said.CUSTOMERS);
    List<CrowdMember> members = new ArrayList<>();
    for (int person = 0; person < crowd.form().members(); person++) {
      var member = new CrowdMember(person, crowd, seed);
      crowd.corp().employ(client, member.user(), "zh");
      members.add(member);
    }
    return members;
  }

  private static void talkWhileKilled(Crowd crowd, List<CrowdMember> members, Random random)
      throws Exception {
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<?>> talks = new ArrayList<>();
      for (CrowdMember member : members) {
        talks.add(
            threads.submit(
                () -> {
                  member.talk();
                  return null;
                }));
      }
      kill(crowd, random);
      for (Future<?> talk : talks) {
        talk.get();
      }
    } catch (ExecutionException e) {
      throw new AssertionError("The service had printed:\n" + crowd.service().said(), e.getCause());
    }
  }

  private static void kill(Crowd crowd, Random random) throws InterruptedException {
    for (int i = 0; i < crowd.form().kills(); i++) {
      long life = crowd.form().life().toNanos();
      LockSupport.parkNanos(life + random.nextLong(life / 2));
      assertThat(crowd.service().killAndRestart()).isEqualTo(ServiceProcess.KILLED);
      crowd.corp().calls(crowd.service().client());
      crowd.lives().next();
    }
  }

  private static void prove(DoorLedger ledger, List<CrowdMember> members) throws SQLException {
    Map<String, String> ids = ledger.checkStore(members);
    for (CrowdMember member : members) {
      ledger.check(member, ids);
    }
  }

  private static void proveNothingStuck(DoorLedger ledger, Form form) throws SQLException {
    assertThat(ledger.dropped()).as("over the member's pace").isZero();
    assertThat(ledger.number("SELECT COUNT(*) FROM dead_letter")).as("dead letters").isZero();
    assertThat(ledger.number("SELECT COUNT(*) FROM outbox WHERE state = 'REFUSED'"))
        .as("refused")
        .isZero();
    assertThat(ledger.number("SELECT COUNT(*) FROM journal WHERE kind = 'follow-up.confirmed'"))
        .as("each member's tap, twice delivered, confirmed once")
        .isEqualTo(form.members());
  }

  private static String figures(DoorLedger ledger, List<CrowdMember> members) {
    List<Long> acks = members.stream().flatMap(m -> m.millis().stream()).sorted().toList();
    return ("%d acknowledged, %d not at first, %d again; lost %d, doubled %d, out of order %d;"
            + " %d repeats kept away by WeCom; ack p50 %d ms, p99 %d ms, longest %d ms")
        .formatted(
            members.stream().mapToInt(m -> m.acknowledged().size()).sum(),
            members.stream().mapToInt(CrowdMember::refused).sum(),
            members.stream().mapToInt(CrowdMember::repeated).sum(),
            ledger.lost().size(),
            ledger.doubled().size(),
            ledger.outOfOrder().size(),
            ledger.swallowed(),
            acks.get(acks.size() / 2),
            acks.get(acks.size() * 99 / 100),
            acks.getLast());
  }
}
