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
  private static final String NOW =
      """
      local time = redis.call('TIME')
      local now = time[1] * 1000 + math.floor(time[2] / 1000)
      """;

  /**
   * The first argument is for how long it may last; windows follow, shortest first, each as
   * milliseconds and how many. What has not ended stands in the future.
   */
  private static final String BEGIN =
      NOW
          + """
          local longest = tonumber(ARGV[#ARGV - 1])
          redis.call('ZREMRANGEBYSCORE', KEYS[1], '-inf', now - longest)
          local function wait(window, most)
            if most <= 0 then return window end
            local nth = redis.call('ZREVRANGE', KEYS[1], most - 1, most - 1, 'WITHSCORES')
            return nth[2] and math.min(nth[2], now) + window - now or 0
          end
          local after = 0
          for i = 2, #ARGV, 2 do
            after = math.max(after, wait(tonumber(ARGV[i]), tonumber(ARGV[i + 1])))
          end
          if after == 0 then
            local name = now .. '-' .. time[2] .. '-' .. redis.call('ZCARD', KEYS[1])
            redis.call('ZADD', KEYS[1], now + ARGV[1], name)
            redis.call('PEXPIRE', KEYS[1], longest + ARGV[1])
          end
          return after
          """;

  private static final String END =
      NOW
          + """
          local open = redis.call('ZRANGEBYSCORE', KEYS[1], '(' .. now, '+inf', 'LIMIT', 0, 1)
          if open[1] then redis.call('ZADD', KEYS[1], now, open[1]) end
          return 1
          """;

  private final RedisLink link;
  private final Budgets here;

  RedisBudgets(RedisLink link, Budgets here) {
    this.link = link;
    this.here = here;
  }

  @Override
  public Optional<Duration> begin(String key, Pace pace, Duration longest) {
    List<Pace.Window> windows = pace.windows();
    if (windows.isEmpty()) {
      return Optional.empty();
    }
    Optional<Long> wait =
        link.ask(
            redis ->
                redis.eval(
                    BEGIN, ScriptOutputType.INTEGER, names(key), arguments(windows, longest)));
    if (wait.isEmpty()) {
      return here.begin(key, half(pace), longest);
    }
    if (wait.get() > 0) {
      return Optional.of(Duration.ofMillis(wait.get()));
    }
    // So that this node knows what it took when it is on its own.
    here.begin(key, pace, longest);
    return Optional.empty();
  }

  @Override
  public void end(String key) {
    here.end(key);
    link.ask(redis -> redis.eval(END, ScriptOutputType.INTEGER, names(key)));
  }

  private static String[] names(String key) {
    return new String[] {"kouxin:budget:" + key};
  }

  private static String[] arguments(List<Pace.Window> windows, Duration longest) {
    Stream<Long> figures =
        windows.stream()
            .flatMap(window -> Stream.of(window.length().toMillis(), (long) window.most()));
    return Stream.concat(Stream.of(longest.toMillis()), figures)
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
