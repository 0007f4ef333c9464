package io.kouxin.bot.wiring;

import io.kouxin.bot.access.AccessFilter;
import io.kouxin.bot.access.AdminToken;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who may come in. */
@Configuration(proxyBeanMethods = false)
class DoorWiring {

  @Bean
  AdminToken adminToken(KouxinSettings settings, Home home) throws IOException {
    return AdminToken.from(Optional.of(settings.adminToken()), home.folder());
  }

  @Bean
  AccessFilter accessFilter(AdminToken token, AccessSettings settings, Clock clock) {
    return new AccessFilter(token, settings.hosts(), clock);
  }
}
