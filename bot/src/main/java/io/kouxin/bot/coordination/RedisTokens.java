package io.kouxin.bot.coordination;

import io.kouxin.integrations.channel.SharedTokens;
import io.lettuce.core.ScriptOutputType;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

/**
 * Tokens in Redis, with what this node knows of them before it. One thread of each node asks Redis,
 * one node of all fetches. A node that is paused while it fetches loses its turn, and its token is
 * then used by itself alone.
 */
final class RedisTokens implements SharedTokens {
  /** Longer than any fetch may take; so long the others wait for a node that died over one. */
  private static final Duration TURN = Duration.ofSeconds(10);

  private static final Duration GLANCE = Duration.ofMillis(20);

  /** The value and what is left of its life; or whether this node may fetch. */
  private static final String LOOK =
      """
      local value = redis.call('GET', KEYS[1])
      if value then return {value, tostring(redis.call('PTTL', KEYS[1]))} end
      local owner = redis.call('GET', KEYS[2])
      if owner and owner ~= ARGV[1] then return {'wait'} end
      redis.call('SET', KEYS[2], ARGV[1], 'PX', ARGV[2])
      return {}
      """;

  private static final String KEEP =
      """
      if redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
      redis.call('DEL', KEYS[2])
      redis.call('SET', KEYS[1], ARGV[2], 'PX', ARGV[3])
      return 1
      """;

  private final RedisLink link;
  private final SharedTokens here;
  private final String node;

  RedisTokens(RedisLink link, SharedTokens here, String node) {
    this.link = link;
    this.here = here;
    this.node = node;
  }

  @Override
  public <E extends Exception> String current(String name, Source<E> source) throws E {
    return here.current(name, () -> shared(name, source));
  }

  /** First where all see it: else another thread could bring it back from there. */
  @Override
  public void drop(String name, String used) {
    link.ask(
        redis ->
            redis.<Long>eval(
                RedisLeases.END, ScriptOutputType.INTEGER, new String[] {value(name)}, used));
    here.drop(name, used);
  }

  private <E extends Exception> Fresh shared(String name, Source<E> source) throws E {
    long patience = System.nanoTime() + TURN.plusSeconds(1).toNanos();
    Optional<List<String>> seen = look(name);
    while (seen.isPresent() && seen.get().size() == 1 && mayWait(patience)) {
      LockSupport.parkNanos(GLANCE.toNanos());
      seen = look(name);
    }
    if (seen.isPresent() && seen.get().size() == 2) {
      long life = Long.parseLong(seen.get().getLast());
      return new Fresh(seen.get().getFirst(), Duration.ofMillis(life));
    }
    return fetched(name, source);
  }

  private static boolean mayWait(long until) {
    return System.nanoTime() < until && !Thread.currentThread().isInterrupted();
  }

  private <E extends Exception> Fresh fetched(String name, Source<E> source) throws E {
    boolean kept = false;
    try {
      Fresh fresh = source.fetch();
      kept = fresh.life().toMillis() > 0 && keep(name, fresh);
      return kept || !link.isThere() ? fresh : new Fresh(fresh.value(), Duration.ZERO);
    } finally {
      if (!kept) {
        link.ask(
            redis ->
                redis.<Long>eval(
                    RedisLeases.END, ScriptOutputType.INTEGER, new String[] {turn(name)}, node));
      }
    }
  }

  private Optional<List<String>> look(String name) {
    String millis = String.valueOf(TURN.toMillis());
    return link.ask(redis -> redis.eval(LOOK, ScriptOutputType.MULTI, keys(name), node, millis));
  }

  private boolean keep(String name, Fresh fresh) {
    String millis = String.valueOf(fresh.life().toMillis());
    return link.<Long>ask(
            redis ->
                redis.eval(KEEP, ScriptOutputType.INTEGER, keys(name), node, fresh.value(), millis))
        .filter(kept -> kept == 1)
        .isPresent();
  }

  private static String[] keys(String name) {
    return new String[] {value(name), turn(name)};
  }

  private static String value(String name) {
    return "kouxin:token:" + name;
  }

  private static String turn(String name) {
    return "kouxin:token-turn:" + name;
  }
}
