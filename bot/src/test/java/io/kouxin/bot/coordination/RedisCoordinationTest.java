package io.kouxin.bot.coordination;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.integrations.channel.Coordination;
import io.kouxin.integrations.channel.CoordinationContract;
import io.kouxin.integrations.channel.Pace;
import io.kouxin.integrations.channel.SharedTokens.Fresh;
import io.lettuce.core.ScoredValue;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RedisCoordinationTest implements CoordinationContract {
  private static final TestRedis REDIS = TestRedis.shared();
  private final Company company = new Company(REDIS);

  @BeforeEach
  void connect() {
    REDIS.ask(redis -> redis.flushall());
    company.together();
  }

  @AfterEach
  void close() {
    company.close();
  }

  @Override
  public Coordination one() {
    return company.one;
  }

  @Override
  public Coordination other() {
    return company.other;
  }

  @Override
  public void pass(Duration time) {
    long until = now() + time.toMillis();
    Company.await("Redis's clock went on", () -> now() > until);
  }

  private static long now() {
    return REDIS.ask(
        redis -> {
          var time = redis.time();
          return Long.parseLong(time.get(0)) * 1000 + Long.parseLong(time.get(1)) / 1000;
        });
  }

  @Test
  void what_is_older_than_the_window_leaves_room() {
    var pace = new Pace(2, 3);
    took(61);
    took(62);
    assertThat(one().budgets().take("zhangsan", pace)).isEmpty();
    assertThat(other().budgets().take("zhangsan", pace).orElseThrow())
        .isBetween(Duration.ofSeconds(3500), Duration.ofSeconds(3540));
    REDIS.ask(redis -> redis.del("kouxin:budget:zhangsan"));
    took(3601);
    took(50);
    took(10);
    assertThat(one().budgets().take("zhangsan", pace).orElseThrow())
        .isBetween(Duration.ofSeconds(5), Duration.ofSeconds(10));
  }

  private static void took(int secondsAgo) {
    long at = now() - secondsAgo * 1000L;
    REDIS.ask(
        redis -> redis.zadd("kouxin:budget:zhangsan", ScoredValue.just(at, "ago" + secondsAgo)));
  }

  @Test
  void nothing_is_kept_in_redis_for_ever() {
    one().tokens().current("a", () -> new Fresh("T", LONG));
    one().leases().take("socket", "a", LONG);
    one().budgets().take("zhangsan", new Pace(2, 3));
    List<Long> left = REDIS.ask(redis -> redis.keys("*").stream().map(redis::ttl).toList());
    assertThat(left)
        .hasSizeGreaterThanOrEqualTo(3)
        .allMatch(seconds -> seconds >= 0 && seconds <= LONG.toSeconds());
  }
}
