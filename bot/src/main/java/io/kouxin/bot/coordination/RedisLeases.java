package io.kouxin.bot.coordination;

import io.kouxin.integrations.channel.Leases;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Leases in Redis. While it is away nobody gets a new one, and whoever holds one keeps it to its
 * end: so a lease may stand empty for a while.
 */
final class RedisLeases implements Leases {
  /** Ends what is still this one's. */
  static final String END =
      "if redis.call('GET', KEYS[1]) == ARGV[1] then return redis.call('DEL', KEYS[1]) end return 0";

  private static final String TAKE =
      """
      local owner = redis.call('GET', KEYS[1])
      if owner and owner ~= ARGV[1] then return 0 end
      redis.call('SET', KEYS[1], ARGV[1], 'PX', ARGV[2])
      return 1
      """;

  private static final String RENEW =
      "if redis.call('GET', KEYS[1]) == ARGV[1] then"
          + " return redis.call('PEXPIRE', KEYS[1], ARGV[2]) end return 0";

  private final RedisLink link;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  RedisLeases(RedisLink link) {
    this.link = link;
  }

  /** What Redis last confirmed; the end is one of {@link System#nanoTime}, counted early. */
  private record Held(String owner, long end) {}

  @Override
  public boolean take(String name, String owner, Duration life) {
    return isHeld(TAKE, name, owner, life).orElse(false);
  }

  @Override
  public boolean renew(String name, String owner, Duration life) {
    return isHeld(RENEW, name, owner, life).orElseGet(() -> isStillHeld(name, owner));
  }

  @Override
  public void release(String name, String owner) {
    Held last = held.get(name);
    if (last != null && last.owner().equals(owner)) {
      held.remove(name, last);
    }
    ask(END, name, owner);
  }

  private Optional<Boolean> isHeld(String script, String name, String owner, Duration life) {
    long end = System.nanoTime() + life.toNanos();
    Optional<Boolean> done = ask(script, name, owner, String.valueOf(life.toMillis()));
    if (done.orElse(false)) {
      held.put(name, new Held(owner, end));
    }
    return done;
  }

  private boolean isStillHeld(String name, String owner) {
    Held last = held.get(name);
    return last != null && last.owner().equals(owner) && System.nanoTime() - last.end() < 0;
  }

  private Optional<Boolean> ask(String script, String name, String... values) {
    String[] keys = {"kouxin:lease:" + name};
    return link.<Long>ask(redis -> redis.eval(script, ScriptOutputType.INTEGER, keys, values))
        .map(done -> done == 1);
  }
}
