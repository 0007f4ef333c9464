package io.kouxin.bot.coordination;

import io.kouxin.integrations.channel.Budgets;
import io.kouxin.integrations.channel.Pace;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Budgets in Redis, by the moments that still count. While it is away a node has half of each for
 * itself, by what it took and knows of.
 */
final class RedisBudgets implements Budgets {
  /** Windows come shortest first, each as milliseconds and how many. */
  private static final String TAKE =
      """
      local time = redis.call('TIME')
      local now = time[1] * 1000 + math.floor(time[2] / 1000)
      local longest = tonumber(ARGV[#ARGV - 1])
      redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - longest)
      local function wait(window, most)
        if most <= 0 then return window end
        local nth = redis.call('ZREVRANGE', KEYS[1], most - 1, most - 1, 'WITHSCORES')
        return nth[2] and nth[2] + window - now or 0
      end
      local after = 0
      for i = 1, #ARGV, 2 do
        after = math.max(after, wait(tonumber(ARGV[i]), tonumber(ARGV[i + 1])))
      end
      if after == 0 then
        redis.call('ZADD', KEYS[1], now, now .. '-' .. time[2] .. '-' .. redis.call('ZCARD', KEYS[1]))
        redis.call('PEXPIRE', KEYS[1], longest)
      end
      return after
      """;

  private final RedisLink link;
  private final Budgets here;

  RedisBudgets(RedisLink link, Budgets here) {
    this.link = link;
    this.here = here;
  }

  @Override
  public Optional<Duration> take(String key, Pace pace) {
    List<Pace.Window> windows = pace.windows();
    if (windows.isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> wait =
        link.ask(
            redis ->
                redis.eval(
                    TAKE,
                    ScriptOutputType.INTEGER,
                    new String[] {"kouxin:budget:" + key},
                    arguments(windows)));
    if (wait.isEmpty()) {
      return here.take(key, half(pace));
    }
    if (wait.get() > 0) {
      return Optional.of(Duration.ofMillis(wait.get()));
    }
    here.take(key, pace); // So that this node knows what it took when it is on its own.
    return Optional.empty();
  }

  private static String[] arguments(List<Pace.Window> windows) {
    return windows.stream()
        .flatMap(window -> Stream.of(window.length().toMillis(), (long) window.most()))
        .map(String::valueOf)
        .toArray(String[]::new);
  }

  private static Pace half(Pace pace) {
    return new Pace(half(pace.perSecond()), half(pace.perMinute()), half(pace.perHour()));
  }

  /** At least one, or a person would hear nothing at all; what has no end has none. */
  private static int half(int most) {
    if (most == Integer.MAX_VALUE) {
      return most;
    }
    return most <= 0 ? 0 : Math.max(1, most / 2);
  }
}
