package io.kouxin.nlp.speech;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.RetryConfig;
import io.github.resilience4j.retry.RetryRegistry;
import java.time.Duration;

/**
 * What stands between us and a server that hears. They are registries, so that whoever makes them
 * can also watch them.
 */
public record ServerGuards(CircuitBreakerRegistry breakers, RetryRegistry retries) {
  /** The name of the breaker and of the retry. */
  public static final String NAME = "speech-server";

  /**
   * As they should be: a second try half a second later where that may help, and a pause of 30 s
   * once half of the last ten tries failed, four at least.
   */
  public static ServerGuards standard() {
    return of(Duration.ofMillis(500), Duration.ofSeconds(30));
  }

  /** The same with another wait before the second try and another pause. */
  public static ServerGuards of(Duration wait, Duration pause) {
    return new ServerGuards(
        CircuitBreakerRegistry.of(
            CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(4)
                .failureRateThreshold(50)
                .waitDurationInOpenState(pause)
                .permittedNumberOfCallsInHalfOpenState(1)
                // Nobody asks a recogniser that is not ready: it must become so by itself.
                .automaticTransitionFromOpenToHalfOpenEnabled(true)
                .recordException(ServerFailure.class::isInstance)
                .ignoreException(failure -> !(failure instanceof ServerFailure))
                .build()),
        RetryRegistry.of(
            RetryConfig.custom()
                .maxAttempts(2)
                .intervalFunction(IntervalFunction.of(wait))
                .retryOnException(
                    failure -> failure instanceof ServerFailure f && f.trouble().passes())
                .build()));
  }
}
