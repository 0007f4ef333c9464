package io.kouxin.bot.wiring;

import io.github.resilience4j.micrometer.tagged.TaggedBulkheadMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.github.resilience4j.micrometer.tagged.TaggedRetryMetrics;
import io.kouxin.integrations.channel.Guards;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;

/** What all platforms share, where one is configured. */
@Configuration(proxyBeanMethods = false)
@Conditional(PlatformConfigured.Any.class)
class PlatformWiring {

  @Bean
  Guards guards() {
    return Guards.standard();
  }

  @Bean
  MeterBinder guardMetrics(Guards guards) {
    return metrics -> {
      TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(guards.breakers()).bindTo(metrics);
      TaggedBulkheadMetrics.ofBulkheadRegistry(guards.bulkheads()).bindTo(metrics);
      TaggedRetryMetrics.ofRetryRegistry(guards.retries()).bindTo(metrics);
    };
  }
}
