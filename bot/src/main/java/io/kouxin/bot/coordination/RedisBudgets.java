package io.kouxin.bot.coordination;

import io.kouxin.integrations.channel.Budgets;
import io.kouxin.integrations.channel.Pace;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.Optional;

/**
 * Budgets in Redis, by the moments of the last hour. While it is away a node has half of each for
 * itself, by what it took and knows of.
 */
final class RedisBudgets implements Budgets {
  private static final String TAKE =
      """
      local time = redis.call('TIME')
      local now = time[1] * 1000 + math.floor(time[2] / 1000)
      redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - 3600000)
      local function wait(window, most)
        if most <= 0 then return window end
        local nth = redis.call('ZREVRANGE', KEYS[1], most - 1, most - 1, 'WITHSCORES')
        return nth[2] and nth[2] + window - now or 0
      end
      local longest = math.max(wait(60000, tonumber(ARGV[1])), wait(3600000, tonumber(ARGV[2])), 0)
      if longest == 0 then
        redis.call('ZADD', KEYS[1], now, now .. '-' .. time[2] .. '-' .. redis.call('ZCARD', KEYS[1]))
        redis.call('PEXPIRE', KEYS[1], 3600000)
      end
      return longest
      """;

  private final RedisLink link;
  private final Budgets here;

  RedisBudgets(RedisLink link, Budgets here) {
    this.link = link;
    this.here = here;
  }

  @Override
  public Optional<Duration> take(String key, Pace pace) {
    if (pace.equals(Pace.ANY)) {
      return Optional.empty();
    }
    Optional<Long> wait =
        link.ask(
            redis ->
                redis.eval(
                    TAKE,
                    ScriptOutputType.INTEGER,
                    new String[] {"kouxin:budget:" + key},
                    String.valueOf(pace.perMinute()),
                    String.valueOf(pace.perHour())));
    if (wait.isEmpty()) {
      return here.take(key, half(pace));
    }
    if (wait.get() > 0) {
      return Optional.of(Duration.ofMillis(wait.get()));
    }
    here.take(key, pace); // So that this node knows what it took when it is on its own.
    return Optional.empty();
  }

  private static Pace half(Pace pace) {
    return new Pace(half(pace.perMinute()), half(pace.perHour()));
  }

  /** At least one, or a person would hear nothing at all. */
  private static int half(int most) {
    return most <= 0 ? 0 : Math.max(1, most / 2);
  }
}
