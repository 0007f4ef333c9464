package io.kouxin.bot.outbox;

import com.zaxxer.hikari.HikariDataSource;
import io.kouxin.bot.journal.JdbcJournal;
import io.kouxin.bot.people.People.Account;
import io.kouxin.bot.store.Drain;
import io.kouxin.bot.store.MovableClock;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.work.JdbcDeadLetters;
import io.kouxin.bot.work.JdbcWakes;
import io.kouxin.bot.work.Work;
import io.kouxin.integrations.channel.Card;
import io.kouxin.integrations.channel.Channel;
import io.kouxin.integrations.channel.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

/** An outbox on a real store, with nothing behind it but a channel. */
final class Counter implements AutoCloseable {
  static final int PUSHES = 3;

  final MovableClock clock = new MovableClock(Instant.parse("2026-03-10T02:00:00Z"));
  final JdbcOutbox outbox;
  final JdbcDeadLetters letters;
  private final HikariDataSource store;
  private final JdbcOutbox.Ground ground;
  private final Drain drain;
  private Sending sending;

  /** With a letter box that somebody makes from the clock. */
  Counter(Stores kind) {
    store = kind.open();
    var jdbc = JdbcClient.create(store);
    var transactions = new TransactionTemplate(new DataSourceTransactionManager(store));
    var wakes = new JdbcWakes(new NamedParameterJdbcTemplate(store), clock, () -> {});
    letters = new JdbcDeadLetters(jdbc, transactions, clock, () -> Map.of(Sending.NAME, sending()));
    ground =
        new JdbcOutbox.Ground(
            jdbc,
            transactions,
            clock,
            wakes,
            JsonMapper.builder().build(),
            letters,
            new JdbcJournal(jdbc, wakes, clock));
    outbox = new JdbcOutbox(ground, new Evening());
    drain = new Drain(jdbc, transactions, clock, wakes);
    sending = new Sending(ground, outbox, Map.of());
  }

  /** Leaves through this one from now on, as after a start of the service. */
  Counter through(Channel channel) {
    sending = new Sending(ground, outbox, Map.of(channel.name(), channel));
    return this;
  }

  private Work sending() {
    return sending;
  }

  /** Does not wait for the disk: for tests that pull no plug, and write very much. */
  Counter careless() {
    ground.jdbc().sql("PRAGMA synchronous = OFF").update();
    return this;
  }

  /** Three pushes a day; the rest eight hours later. */
  private static final class Evening implements PushBudget {
    @Override
    public int perDay(Account recipient) {
      return PUSHES;
    }

    @Override
    public Instant startOfDay(Instant moment) {
      return moment.truncatedTo(ChronoUnit.DAYS);
    }

    @Override
    public Instant later(Instant moment) {
      return moment.plus(Duration.ofHours(8));
    }
  }

  static Account person(String name) {
    return new Account(Letterbox.NAME, name);
  }

  void says(String to, String text) {
    outbox.post(Post.plain(person(to), new Outbound.Reply(to + ":" + text, text)));
  }

  void shows(String to, String key) {
    var sheet = new Outbound.Sheet(key, Card.of(key, ""), key);
    outbox.post(Post.owned(person(to), sheet, "owner", "subject"));
  }

  void changes(String to, String card, String key) {
    var change = new Outbound.Change(key, card, Optional.empty(), Card.of(key, ""), key);
    outbox.post(Post.owned(person(to), change, "owner", "subject"));
  }

  void pushes(String to, String text) {
    var push = new Outbound.Push(to + ":" + text, Optional.empty(), text);
    outbox.post(Post.plain(person(to), push));
  }

  Posted posted(String key) {
    return outbox.find(key).orElseThrow();
  }

  /** How many of this kind the journal has. */
  long entries(String kind) {
    return ground
        .jdbc()
        .sql("SELECT COUNT(*) FROM journal WHERE kind = :kind")
        .param("kind", kind)
        .query(Long.class)
        .single();
  }

  /** Does what is due now. */
  void work() {
    drain.run(List.of(sending));
  }

  /** Lets time pass from one thing that is due to the next. */
  void pass(Duration time) {
    Instant end = clock.instant().plus(time);
    work();
    for (var next = drain.next(List.of(sending));
        next.filter(at -> !at.isAfter(end)).isPresent();
        next = drain.next(List.of(sending))) {
      clock.moveTo(next.get());
      work();
    }
    clock.moveTo(end);
  }

  /**
   * The same as the service does it: with many hands, which look for what is due every 250 ms. What
   * one of them does first of two that are due together is chance.
   */
  void passWithManyHands(Duration time) {
    long poll = 250;
    Instant end = clock.instant().plus(time);
    try (var hands = Executors.newFixedThreadPool(8)) {
      drain.run(List.of(sending), hands);
      for (var next = drain.next(List.of(sending));
          next.filter(at -> !at.isAfter(end)).isPresent();
          next = drain.next(List.of(sending))) {
        long after = Math.max(0, next.get().toEpochMilli() - clock.millis() + poll - 1);
        clock.move(Duration.ofMillis(after / poll * poll));
        drain.run(List.of(sending), hands);
      }
    }
    clock.moveTo(clock.instant().isAfter(end) ? clock.instant() : end);
  }

  /** It keeps failing with something that is a bug. */
  void setAside(String to, String reason) {
    ground
        .transactions()
        .executeWithoutResult(status -> sending.setAside(person(to).key(), reason));
  }

  /** In one transaction, as what follows from a message is. */
  void together(Runnable effects) {
    ground.transactions().executeWithoutResult(status -> effects.run());
  }

  @Override
  public void close() {
    store.close();
  }
}
