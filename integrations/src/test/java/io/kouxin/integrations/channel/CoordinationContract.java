package io.kouxin.integrations.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.kouxin.integrations.channel.SharedTokens.Fresh;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every coordination does, between two nodes or in one. */
public interface CoordinationContract {
  Duration LONG = Duration.ofHours(1);
  Duration MINUTE = Duration.ofMinutes(1);
  Duration SHORT = Duration.ofMillis(400);

  /** A node of the company of this test, connected to what it shares; closed by the test. */
  Coordination one();

  /** Another node, or the same where there is only one. */
  Coordination other();

  /** Lets so much time go by. */
  void pass(Duration time);

  @Test
  default void fetches_a_token_once_for_all_nodes() {
    var fetched = new AtomicInteger();
    assertThat(one().tokens().current("a", () -> numbered(fetched))).isEqualTo("T1");
    assertThat(other().tokens().current("a", () -> numbered(fetched))).isEqualTo("T1");
    assertThat(one().tokens().current("another", () -> numbered(fetched))).isEqualTo("T2");
  }

  @Test
  default void twenty_threads_of_each_node_whose_token_was_revoked_fetch_one() throws Exception {
    var fetched = new AtomicInteger();
    var revoked = one().tokens().current("a", () -> numbered(fetched));
    assertThat(other().tokens().current("a", () -> numbered(fetched))).isEqualTo(revoked);
    List<String> fresh = new ArrayList<>();
    var start = new CyclicBarrier(40);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<String>> asked = new ArrayList<>();
      for (int thread = 0; thread < 40; thread++) {
        Coordination node = thread % 2 == 0 ? one() : other();
        asked.add(
            pool.submit(
                () -> {
                  start.await();
                  node.tokens().drop("a", revoked);
                  return node.tokens().current("a", () -> numbered(fetched));
                }));
      }
      for (Future<String> each : asked) {
        fresh.add(each.get());
      }
    }
    assertThat(fresh).containsOnly("T2");
    assertThat(fetched).hasValue(2);
  }

  @Test
  default void a_late_complaint_about_an_old_token_leaves_the_fresh_one_alone() {
    var fetched = new AtomicInteger();
    String old = one().tokens().current("a", () -> numbered(fetched));
    one().tokens().drop("a", old);
    String fresh = one().tokens().current("a", () -> numbered(fetched));
    other().tokens().drop("a", old);
    assertThat(other().tokens().current("a", () -> numbered(fetched))).isEqualTo(fresh);
    assertThat(one().tokens().current("a", () -> numbered(fetched))).isEqualTo("T2");
  }

  @Test
  default void a_token_whose_life_is_over_is_fetched_again() {
    var fetched = new AtomicInteger();
    one().tokens().current("a", () -> new Fresh("T" + fetched.incrementAndGet(), SHORT));
    pass(SHORT);
    assertThat(other().tokens().current("a", () -> numbered(fetched))).isEqualTo("T2");
    assertThat(one().tokens().current("a", () -> numbered(fetched))).isEqualTo("T2");
  }

  @Test
  default void a_token_without_a_life_is_used_and_not_kept() {
    var fetched = new AtomicInteger();
    for (String expected : List.of("T1", "T2")) {
      assertThat(
              one()
                  .tokens()
                  .current("a", () -> new Fresh("T" + fetched.incrementAndGet(), Duration.ZERO)))
          .isEqualTo(expected);
    }
  }

  @Test
  default void a_fetch_that_fails_is_told_to_its_caller_and_holds_nobody_up() {
    assertThatExceptionOfType(IOException.class)
        .isThrownBy(
            () ->
                one()
                    .tokens()
                    .current(
                        "a",
                        () -> {
                          throw new IOException("no answer");
                        }));
    var fetched = new AtomicInteger();
    assertThat(other().tokens().current("a", () -> numbered(fetched))).isEqualTo("T1");
  }

  @Test
  default void a_token_never_shows_in_words() {
    assertThat(new Fresh("secret", LONG)).asString().doesNotContain("secret");
  }

  @Test
  default void a_lease_has_one_owner_until_it_is_given_back() {
    assertThat(one().leases().take("socket", "a", LONG)).isTrue();
    assertThat(other().leases().take("socket", "b", LONG)).isFalse();
    assertThat(one().leases().take("socket", "a", LONG)).isTrue();
    other().leases().release("socket", "b");
    assertThat(other().leases().take("socket", "b", LONG)).isFalse();
    one().leases().release("socket", "a");
    assertThat(other().leases().take("socket", "b", LONG)).isTrue();
    assertThat(one().leases().take("another", "a", LONG)).isTrue();
  }

  @Test
  default void whoever_dies_loses_the_lease_to_the_next_and_cannot_renew_it() {
    assertThat(one().leases().take("socket", "dead", SHORT)).isTrue();
    pass(SHORT);
    assertThat(one().leases().renew("socket", "dead", LONG)).isFalse();
    assertThat(other().leases().take("socket", "heir", LONG)).isTrue();
    assertThat(one().leases().renew("socket", "dead", LONG)).isFalse();
    one().leases().release("socket", "dead");
    assertThat(other().leases().renew("socket", "heir", LONG)).isTrue();
  }

  @Test
  default void a_lease_that_is_renewed_is_held_for_longer() {
    assertThat(one().leases().take("socket", "a", SHORT)).isTrue();
    assertThat(one().leases().renew("socket", "a", LONG)).isTrue();
    pass(SHORT);
    assertThat(other().leases().take("socket", "b", LONG)).isFalse();
  }

  @Test
  default void two_nodes_keep_to_one_budget_together() throws Exception {
    var pace = new Pace(25, 900);
    var taken = new AtomicInteger();
    var start = new CyclicBarrier(10);
    try (var pool = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int thread = 0; thread < 10; thread++) {
        Coordination node = thread % 2 == 0 ? one() : other();
        var unused =
            pool.submit(
                () -> {
                  start.await();
                  for (int i = 0; i < 6; i++) {
                    if (node.budgets().take("zhangsan", pace).isEmpty()) {
                      taken.incrementAndGet();
                    }
                  }
                  return node;
                });
      }
    }
    assertThat(taken).hasValue(25);
    assertThat(one().budgets().take("zhangsan", pace).orElseThrow())
        .isPositive()
        .isLessThanOrEqualTo(Duration.ofMinutes(1));
    assertThat(one().budgets().take("lisi", pace)).isEmpty();
  }

  @Test
  default void an_hour_that_is_used_up_is_waited_for_however_quiet_the_minute() {
    var pace = new Pace(25, 2);
    assertThat(one().budgets().take("zhangsan", pace)).isEmpty();
    assertThat(other().budgets().take("zhangsan", pace)).isEmpty();
    assertThat(one().budgets().take("zhangsan", pace).orElseThrow())
        .isBetween(Duration.ofMinutes(59), Duration.ofHours(1));
  }

  @Test
  default void a_second_that_is_used_up_is_waited_for_and_then_over() {
    var pace = Pace.aSecond(2);
    assertThat(one().budgets().take("app", pace)).isEmpty();
    assertThat(other().budgets().take("app", pace)).isEmpty();
    assertThat(one().budgets().take("app", pace).orElseThrow())
        .isPositive()
        .isLessThanOrEqualTo(Duration.ofSeconds(1));
    pass(Duration.ofSeconds(1));
    assertThat(other().budgets().take("app", pace)).isEmpty();
  }

  @Test
  default void what_lasts_counts_until_it_has_ended_and_a_window_more() {
    var pace = Pace.aSecond(1);
    assertThat(one().budgets().begin("app", pace, MINUTE)).isEmpty();
    pass(Duration.ofSeconds(1));
    assertThat(other().budgets().begin("app", pace, MINUTE).orElseThrow())
        .as("it may end at any moment")
        .isLessThanOrEqualTo(Duration.ofSeconds(1));
    one().budgets().end("app");
    assertThat(other().budgets().begin("app", pace, MINUTE)).isPresent();
    pass(Duration.ofSeconds(1));
    assertThat(other().budgets().begin("app", pace, MINUTE)).isEmpty();
    other().budgets().end("another");
  }

  @Test
  default void what_nobody_ends_ends_by_itself() {
    var pace = Pace.aSecond(1);
    assertThat(one().budgets().begin("app", pace, SHORT)).isEmpty();
    pass(SHORT);
    assertThat(other().budgets().take("app", pace)).isPresent();
    pass(Duration.ofSeconds(1));
    assertThat(other().budgets().take("app", pace)).isEmpty();
  }

  @Test
  default void nothing_is_counted_where_anything_goes_and_nothing_goes_where_nothing_may() {
    assertThat(one().budgets().take("zhangsan", Pace.ANY)).isEmpty();
    assertThat(one().budgets().take("zhangsan", new Pace(0, 1))).isPresent();
  }

  @Test
  default void a_call_wakes_those_who_listen_to_it_on_every_node() throws Exception {
    var here = new CountDownLatch(1);
    var there = new CountDownLatch(1);
    var elsewhere = new AtomicInteger();
    one().wakeups().subscribe("library", here::countDown);
    other().wakeups().subscribe("library", there::countDown);
    other().wakeups().subscribe("another", elsewhere::incrementAndGet);
    one().wakeups().publish("library");
    assertThat(here.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(there.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(elsewhere).hasValue(0);
  }

  @Test
  default void calls_during_a_look_make_one_more_and_a_look_that_fails_is_not_the_last()
      throws Exception {
    var looks = new Semaphore(0);
    var go = new Semaphore(0);
    one()
        .wakeups()
        .subscribe(
            "library",
            () -> {
              looks.release();
              go.acquireUninterruptibly();
              throw new IllegalStateException("as a test wants it");
            });
    one().wakeups().publish("library");
    assertThat(looks.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    one().wakeups().publish("library");
    one().wakeups().publish("library");
    go.release();
    assertThat(looks.tryAcquire(10, TimeUnit.SECONDS)).isTrue();
    go.release(100);
  }

  private static Fresh numbered(AtomicInteger fetched) {
    return new Fresh("T" + fetched.incrementAndGet(), LONG);
  }
}
