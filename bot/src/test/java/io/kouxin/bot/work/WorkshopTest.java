package io.kouxin.bot.work;

import static org.assertj.core.api.Assertions.assertThat;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.store.Stores;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

class WorkshopTest {

  @ParameterizedTest
  @EnumSource
  void strands_nothing_and_keeps_the_order_of_each_key(Stores store) throws Exception {
    int threads = 8;
    int each = 60;
    try (var bench = new Bench(store, threads * each);
        var senders = Executors.newFixedThreadPool(threads)) {
      for (int thread = 0; thread < threads; thread++) {
        String key = "key-" + thread % 3;
        int number = thread;
        senders.submit(
            () -> {
              for (int i = 0; i < each; i++) {
                bench.add(key, number + "." + i);
              }
            });
      }
      assertThat(bench.done.await(60, TimeUnit.SECONDS)).as("all were worked on").isTrue();
      assertThat(bench.worked).hasSize(3);
      bench.worked.forEach((key, items) -> assertThat(items).doesNotHaveDuplicates());
      bench.worked.forEach((key, items) -> assertThat(items).isEqualTo(bench.added.get(key)));
    }
  }

  @ParameterizedTest
  @EnumSource
  void puts_aside_what_keeps_failing_and_goes_on(Stores store) throws Exception {
    try (var bench = new Bench(store, 2)) {
      bench.poison = "bad";
      bench.add("key", "bad");
      bench.add("key", "good");
      // 1 + 5 + 20 + 60 seconds of pauses pass on a clock that the test turns.
      for (int i = 0; i < 200 && bench.done.getCount() > 0; i++) {
        bench.turn.set(bench.turn.get().plusSeconds(30));
        bench.workshop.lookNow();
        bench.done.await(100, TimeUnit.MILLISECONDS);
      }
      assertThat(bench.worked.get("key")).containsExactly("good");
      List<DeadLetters.Letter> letters = bench.letters.open(Optional.empty(), 10);
      assertThat(letters).hasSize(1);
      assertThat(letters.getFirst().reason()).contains("poison");
      assertThat(letters.getFirst().attempts()).isEqualTo(Attempts.MOST);

      bench.poison = "";
      assertThat(bench.letters.retry(letters.getFirst().id())).isTrue();
      assertThat(bench.letters.retry(letters.getFirst().id())).as("a second time").isFalse();
      bench.again.await(20, TimeUnit.SECONDS);
      assertThat(bench.worked.get("key")).containsExactly("good", "bad");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_long_queue_lets_others_go_between(Stores store) throws Exception {
    int many = 300;
    try (var bench = new Bench(store, many + 1, 1)) {
      for (int i = 0; i < many; i++) {
        bench.add("long", "long " + i);
      }
      bench.add("short", "short");
      bench.workshop.start(store == Stores.SQLITE);
      assertThat(bench.done.await(60, TimeUnit.SECONDS)).as("all were worked on").isTrue();
      assertThat(bench.order.indexOf("short")).as("its place").isLessThan(many - 100);
    }
  }

  /** A kind of work over a table of its own, on a real store. */
  private static final class Bench implements Work, AutoCloseable {
    final HikariDataSource pool;
    final JdbcClient jdbc;
    final TransactionTemplate transactions;
    final AtomicReference<Instant> turn = new AtomicReference<>(Instant.now());
    final Clock clock;
    final JdbcWakes wakes;
    final JdbcDeadLetters letters;
    final Workshop workshop;
    final CountDownLatch done;
    final CountDownLatch again;
    final Map<String, List<String>> added = new HashMap<>();
    final Map<String, List<String>> worked = new ConcurrentHashMap<>();
    volatile String poison = "";

    final List<String> order = Collections.synchronizedList(new ArrayList<>());

    Bench(Stores store, int expected) {
      this(store, expected, 8);
      workshop.start(store == Stores.SQLITE);
    }

    Bench(Stores store, int expected, int threads) {
      pool = store.open();
      jdbc = JdbcClient.create(pool);
      transactions = new TransactionTemplate(new DataSourceTransactionManager(pool));
      jdbc.sql("CREATE TABLE item (id TEXT PRIMARY KEY, k TEXT, what TEXT, done INT, bad INT)")
          .update();
      clock = new TurnedClock(turn);
      done = new CountDownLatch(expected - (expected == 2 ? 1 : 0));
      again = new CountDownLatch(expected);
      AtomicReference<Runnable> look = new AtomicReference<>(() -> {});
      wakes = new JdbcWakes(new NamedParameterJdbcTemplate(pool), clock, () -> look.get().run());
      letters = new JdbcDeadLetters(jdbc, transactions, clock, () -> Map.of("bench", this));
      workshop =
          new Workshop(
              new Workshop.Ground(pool, jdbc, transactions, clock),
              new WorkSettings(
                  "test",
                  threads,
                  Duration.ofMillis(50),
                  Duration.ofSeconds(2),
                  Duration.ofSeconds(5),
                  store == Stores.POSTGRESQL),
              wakes,
              letters,
              List.of(this));
      look.set(workshop::lookNow);
    }

    void add(String key, String what) {
      synchronized (added) {
        transactions.executeWithoutResult(
            status -> {
              jdbc.sql("INSERT INTO item VALUES (:id, :key, :what, 0, 0)")
                  .param("id", Sequence.next())
                  .param("key", key)
                  .param("what", what)
                  .update();
              wakes.wake("bench", key);
            });
        added.computeIfAbsent(key, k -> new ArrayList<>()).add(what);
      }
    }

    private Optional<String[]> head(String key) {
      return jdbc.sql(
              "SELECT id, what FROM item WHERE k = :key AND done = 0 AND bad = 0 ORDER BY id"
                  + " LIMIT 1")
          .param("key", key)
          .query((row, n) -> new String[] {row.getString(1), row.getString(2)})
          .optional();
    }

    @Override
    public String name() {
      return "bench";
    }

    @Override
    public Optional<Instant> next(String key) {
      return head(key).map(item -> Instant.EPOCH);
    }

    @Override
    public void step(String key) {
      String[] item = head(key).orElseThrow();
      if (item[1].equals(poison)) {
        throw new IllegalStateException("poison");
      }
      jdbc.sql("UPDATE item SET done = 1 WHERE id = :id").param("id", item[0]).update();
      worked.computeIfAbsent(key, k -> new ArrayList<>()).add(item[1]);
      order.add(item[1]);
      done.countDown();
      again.countDown();
    }

    @Override
    public Optional<String> setAside(String key, String reason) {
      Optional<String[]> head = head(key);
      head.ifPresent(
          item -> jdbc.sql("UPDATE item SET bad = 1 WHERE id = :id").param("id", item[0]).update());
      return head.map(item -> item[0]);
    }

    @Override
    public void revive(String id) {
      jdbc.sql("UPDATE item SET bad = 0 WHERE id = :id").param("id", id).update();
      wakes.wake("bench", "key");
    }

    @Override
    public void close() {
      workshop.close();
      pool.close();
    }
  }

  private static final class TurnedClock extends Clock {
    private final AtomicReference<Instant> now;

    TurnedClock(AtomicReference<Instant> now) {
      this.now = now;
    }

    @Override
    public java.time.ZoneId getZone() {
      return java.time.ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(java.time.ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now.get();
    }
  }
}
