package io.kouxin.bot.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.channel.Coordination.Reach;
import io.kouxin.integrations.channel.Pace;
import io.kouxin.integrations.channel.SharedTokens.Fresh;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What happens to two nodes while their Redis dies, comes back, or hangs. */
class RedisLostTest {
  private static final Duration LONG = Duration.ofHours(1);
  private final TestRedis redis = TestRedis.started();
  private final Company company = new Company(redis).together();
  private final AtomicInteger fetched = new AtomicInteger();

  @AfterEach
  void close() {
    company.close();
    redis.close();
  }

  private Fresh next() {
    return new Fresh("T" + fetched.incrementAndGet(), LONG);
  }

  @Test
  void each_node_helps_itself_while_redis_is_down_and_comes_back_by_itself() throws Exception {
    assertThat(company.one.tokens().current("a", this::next)).isEqualTo("T1");
    redis.stop();
    company.cutOff();
    assertThat(company.one.tokens().current("a", this::next)).isEqualTo("T1");
    company.one.tokens().drop("a", "T1");
    assertThat(company.one.tokens().current("a", this::next)).isEqualTo("T2");
    assertThat(company.other.tokens().current("a", this::next)).isEqualTo("T3");
    var called = new CountDownLatch(2);
    company.one.wakeups().subscribe("library", called::countDown);
    company.one.wakeups().publish("library");
    company.other.wakeups().subscribe("library", called::countDown);

    redis.start();
    company.together();
    assertThat(company.one.tokens().current("a", this::next)).isEqualTo("T2");
    company.one.tokens().drop("a", "T2");
    company.other.tokens().drop("a", "T3");
    assertThat(company.one.tokens().current("a", this::next)).isEqualTo("T4");
    assertThat(company.other.tokens().current("a", this::next)).isEqualTo("T4");
    Company.await(
        "calls reach the other node again",
        () -> {
          company.one.wakeups().publish("library");
          return called.getCount() == 0;
        });
  }

  @Test
  void nobody_new_gets_a_lease_while_redis_is_down_and_its_owner_keeps_it_to_its_end() {
    Duration life = Duration.ofSeconds(5);
    assertThat(company.one.leases().take("socket", "a", life)).isTrue();
    redis.stop();
    company.cutOff();
    assertThat(company.one.leases().renew("socket", "a", LONG)).isTrue();
    assertThat(company.one.leases().renew("socket", "b", LONG)).isFalse();
    assertThat(company.other.leases().take("socket", "b", LONG)).isFalse();
    assertThat(company.one.leases().take("another", "a", LONG)).isFalse();
    Company.await("it ends", () -> !company.one.leases().renew("socket", "a", LONG));

    redis.start();
    company.together();
    assertThat(company.other.leases().take("socket", "b", LONG)).isTrue();
    assertThat(company.one.leases().renew("socket", "a", LONG)).isFalse();
  }

  @Test
  void each_node_has_half_of_a_budget_while_redis_is_down_less_what_it_took_before() {
    var pace = new Pace(10, 900);
    for (int i = 0; i < 3; i++) {
      assertThat(company.one.budgets().take("zhangsan", pace)).isEmpty();
    }
    redis.stop();
    company.cutOff();
    for (int i = 0; i < 2; i++) {
      assertThat(company.one.budgets().take("zhangsan", pace)).isEmpty();
    }
    assertThat(company.one.budgets().take("zhangsan", pace)).isPresent();
    for (int i = 0; i < 5; i++) {
      assertThat(company.other.budgets().take("zhangsan", pace)).isEmpty();
    }
    assertThat(company.other.budgets().take("zhangsan", pace)).isPresent();
  }

  @Test
  void a_redis_that_hangs_delays_each_node_once() throws Exception {
    try (var hanging = redis.hanging()) {
      long begun = System.nanoTime();
      for (int i = 0; i < 20; i++) {
        company.one.budgets().take("zhangsan" + i, new Pace(5, 5));
        company.one.tokens().current("a" + i, this::next);
        company.one.leases().take("a" + i, "a", LONG);
      }
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(2));
      assertThat(company.one.reach()).isEqualTo(Reach.CUT_OFF);
    }
    company.together();
    assertThat(company.other.tokens().current("b", this::next)).isEqualTo("T21");
  }

  @Test
  void a_node_that_starts_before_its_redis_waits_for_nothing() {
    redis.stop();
    long begun = System.nanoTime();
    try (var early = new RedisCoordination(redis.address(), Clock.systemUTC())) {
      assertThat(early.tokens().current("a", this::next)).isEqualTo("T1");
      assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(Duration.ofSeconds(5));
      assertThat(early.reach()).isEqualTo(Reach.CUT_OFF);
      redis.start();
      Company.await("it finds Redis", () -> early.reach() == Reach.NODES);
    }
  }

  @Test
  void a_node_that_dies_over_a_fetch_holds_the_others_up_for_a_few_seconds_only() throws Exception {
    var begun = new CountDownLatch(1);
    var dead = new CountDownLatch(1);
    Thread.ofVirtual()
        .start(
            () ->
                company
                    .one
                    .tokens()
                    .current(
                        "a",
                        () -> {
                          begun.countDown();
                          await(dead);
                          return next();
                        }));
    assertThat(begun.await(10, TimeUnit.SECONDS)).isTrue();
    assertThat(company.other.tokens().current("a", this::next)).isEqualTo("T1");
    dead.countDown();
    Company.await("the late one came", () -> fetched.get() == 2);
    company.one.tokens().drop("a", "T2");
    assertThat(company.one.tokens().current("a", this::next)).isEqualTo("T1");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
