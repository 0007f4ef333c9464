package io.kouxin.integrations.channel;

import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.bulkhead.BulkheadFullException;
import io.github.resilience4j.bulkhead.BulkheadRegistry;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import io.github.resilience4j.timelimiter.TimeLimiterConfig;
import io.github.resilience4j.timelimiter.TimeLimiterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

/**
 * What stands between us and a platform that is slow or away. They are registries, so that whoever
 * makes them can also watch them.
 */
public record Guards(
    CircuitBreakerRegistry breakers,
    BulkheadRegistry bulkheads,
    TimeLimiterRegistry limiters,
    RetryRegistry retries) {

  /** A {@link ChannelException.Retry} after at most this says that nothing has left. */
  static final Duration AT_ONCE = Duration.ofSeconds(1);

  /**
   * As they should be: a call takes at most a minute (a file of 20 MB over a slow line), at most 32
   * run at once and one more waits a second for its turn, one quick second try where nothing has
   * left, and a pause of 30 s once half of the last 20 calls were turned away.
   */
  public static Guards standard() {
    return of(Duration.ofSeconds(60), Duration.ofSeconds(30));
  }

  /** The same with another time limit and another pause. */
  public static Guards of(Duration limit, Duration pause) {
    return new Guards(
        CircuitBreakerRegistry.of(breaker(pause)),
        BulkheadRegistry.of(
            BulkheadConfig.custom()
                .maxConcurrentCalls(32)
                .maxWaitDuration(Duration.ofSeconds(1))
                .build()),
        TimeLimiterRegistry.of(TimeLimiterConfig.custom().timeoutDuration(limit).build()),
        RetryRegistry.of(
            RetryConfig.custom()
                .maxAttempts(2)
                .intervalFunction(IntervalFunction.of(Duration.ofMillis(200)))
                .retryOnException(Guards::nothingLeft)
                .build()));
  }

  /** A refusal is an answer; what never left and a bug of ours say nothing about the platform. */
  private static CircuitBreakerConfig breaker(Duration pause) {
    return CircuitBreakerConfig.custom()
        .slidingWindowSize(20)
        .minimumNumberOfCalls(10)
        .failureRateThreshold(50)
        .waitDurationInOpenState(pause)
        .permittedNumberOfCallsInHalfOpenState(3)
        .recordException(
            e ->
                e instanceof ChannelException.Retry
                    || e instanceof ChannelException.Doubtful
                    || e instanceof TimeoutException)
        .ignoreException(
            e ->
                e instanceof ChannelException.Wait
                    || e instanceof BulkheadFullException
                    || e instanceof RuntimeException)
        .build();
  }

  private static boolean nothingLeft(Throwable failure) {
    return failure instanceof ChannelException.Retry retry && retry.after().compareTo(AT_ONCE) <= 0;
  }
}
