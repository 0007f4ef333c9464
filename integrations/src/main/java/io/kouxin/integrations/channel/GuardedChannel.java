package io.kouxin.integrations.channel;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.core.exception.AcquirePermissionCancelledException;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.timelimiter.TimeLimiter;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

/**
 * A channel behind guards: a call that takes too long ends, a platform that is away is left alone
 * for a while, and what was not sent waits in the outbox. Sending and fetching are guarded apart,
 * under {@code NAME-deliver} and {@code NAME-fetch}: a slow download must not stop words.
 */
public final class GuardedChannel implements Channel, AutoCloseable {
  private static final Duration SOON = Duration.ofSeconds(10);
  private static final String STOPPED = "We were stopped while it was sent";
  private final Channel channel;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Guard delivering;
  private final Guard fetching;

  /** This channel behind these. */
  public GuardedChannel(Channel channel, Guards guards) {
    this.channel = channel;
    this.delivering = new Guard(channel.name() + "-deliver", guards, threads);
    this.fetching = new Guard(channel.name() + "-fetch", guards, threads);
  }

  @Override
  public String name() {
    return channel.name();
  }

  @Override
  public Limits limits() {
    return channel.limits();
  }

  @Override
  public Pace pace() {
    return channel.pace();
  }

  @Override
  public int parts(Outbound message) {
    return channel.parts(message);
  }

  @Override
  public Duration remembers(Outbound message) {
    return channel.remembers(message);
  }

  @Override
  public Delivered deliver(String recipient, Outbound message) throws ChannelException {
    return delivering.call(
        () -> channel.deliver(recipient, message),
        why -> new ChannelException.Doubtful(channel.remembers(message), why));
  }

  @Override
  public byte[] fetch(MediaRef.Remote media, long atMost) throws ChannelException {
    return fetching.call(
        () -> channel.fetch(media, atMost), why -> new ChannelException.Retry(SOON, why));
  }

  /** Waits for the calls that run. */
  @Override
  public void close() {
    threads.close();
  }

  private static final class Guard {
    private final CircuitBreaker breaker;
    private final Bulkhead bulkhead;
    private final TimeLimiter limiter;
    private final Retry retry;
    private final ExecutorService threads;
    private volatile String lastTrouble = "";

    Guard(String name, Guards guards, ExecutorService threads) {
      this.breaker = guards.breakers().circuitBreaker(name);
      this.bulkhead = guards.bulkheads().bulkhead(name);
      this.limiter = guards.limiters().timeLimiter(name);
      this.retry = guards.retries().retry(name);
      this.threads = threads;
    }

    /**
     * One call.
     *
     * @param unknown what it means that we stopped waiting for its end, with our words for why
     */
    <T> T call(Callable<T> call, Function<String, ChannelException> unknown)
        throws ChannelException {
      Callable<T> counted = Bulkhead.decorateCallable(bulkhead, () -> limited(call));
      Callable<T> broken = CircuitBreaker.decorateCallable(breaker, counted);
      try {
        return Retry.decorateCallable(retry, broken).call();
      } catch (ChannelException.Retry e) {
        lastTrouble = String.valueOf(e.getMessage());
        throw e;
      } catch (ChannelException.Doubtful e) {
        lastTrouble = String.valueOf(e.getMessage());
        throw e;
      } catch (ChannelException.Refused | ChannelException.Wait e) {
        throw e;
      } catch (Exception e) {
        throw told(e, unknown);
      }
    }

    private <T> T limited(Callable<T> call) throws Exception {
      Future<T> running = threads.submit(call);
      try {
        return limiter.executeFutureSupplier(() -> running);
      } catch (InterruptedException stopping) {
        running.cancel(true);
        throw stopping;
      }
    }

    private ChannelException told(Exception e, Function<String, ChannelException> unknown) {
      return switch (e) {
        case CallNotPermittedException open ->
            new ChannelException.Retry(pause(), "Left alone for a while: " + lastTrouble);
        case BulkheadFullException full ->
            new ChannelException.Retry(SOON, "Too many calls run at once");
        case TimeoutException slow -> {
          Duration limit = limiter.getTimeLimiterConfig().getTimeoutDuration();
          lastTrouble = "A call took longer than " + limit;
          yield unknown.apply(lastTrouble);
        }
        case InterruptedException stopping -> stopped(unknown.apply(STOPPED));
        case AcquirePermissionCancelledException stopping ->
            stopped(new ChannelException.Retry(SOON, STOPPED));
        case RuntimeException bug -> throw bug;
        default -> throw new IllegalStateException(e);
      };
    }

    private static ChannelException stopped(ChannelException meaning) {
      Thread.currentThread().interrupt();
      return meaning;
    }

    private Duration pause() {
      long millis = breaker.getCircuitBreakerConfig().getWaitIntervalFunctionInOpenState().apply(1);
      return Duration.ofMillis(millis);
    }
  }
}
