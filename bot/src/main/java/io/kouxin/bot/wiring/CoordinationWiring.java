package io.kouxin.bot.wiring;

import io.kouxin.bot.coordination.Nodes;
import io.kouxin.bot.coordination.RedisAddress;
import io.kouxin.bot.coordination.RedisCoordination;
import io.kouxin.bot.work.Ticker;
import io.kouxin.integrations.channel.Coordination;
import io.kouxin.integrations.channel.LocalCoordination;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What nodes share, and which nodes there are. */
@Configuration(proxyBeanMethods = false)
class CoordinationWiring {
  /** The topic of whoever changed the library. */
  static final String LIBRARY = "library";

  @Bean(destroyMethod = "close")
  Coordination coordination(RedisSettings settings, Clock clock) {
    return address(settings)
        .<Coordination>map(redis -> new RedisCoordination(redis, clock))
        .orElseGet(() -> new LocalCoordination(clock));
  }

  /**
   * Where Redis is, if there is one.
   *
   * @throws WrongSetting if it cannot be there
   */
  static Optional<RedisAddress> address(RedisSettings settings) {
    try {
      return Optional.of(settings.url()).filter(url -> !url.isBlank()).map(RedisAddress::of);
    } catch (IllegalArgumentException wrong) {
      throw new WrongSetting("kouxin.redis.url", String.valueOf(wrong.getMessage()));
    }
  }

  @Bean(destroyMethod = "leave")
  Nodes nodes(JdbcClient jdbc, Clock clock, Home home, Ticker ticker) {
    var nodes = new Nodes(jdbc, clock, machine() + ":" + home.folder());
    ticker.every(Nodes.BEAT, "nodes", nodes::beat);
    return nodes;
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (UnknownHostException e) {
      return "?";
    }
  }

  /** By this name readiness asks for it. */
  @Bean
  Together coordinationHealthIndicator(Coordination coordination, Nodes nodes) {
    return new Together(coordination, nodes);
  }

  @Bean
  MeterBinder coordinationGauges(Coordination coordination, Nodes nodes) {
    return metrics -> {
      Gauge.builder("kouxin.nodes", () -> nodes.others().size() + 1)
          .description("nodes that live on this store, this one included")
          .register(metrics);
      Gauge.builder("kouxin.coordination.away", () -> isAway(coordination) ? 1 : 0)
          .description("1 while Redis is configured and away")
          .register(metrics);
    };
  }

  private static boolean isAway(Coordination coordination) {
    return coordination.reach() == Coordination.Reach.CUT_OFF;
  }
}
