package io.kouxin.bot.wiring;

import io.kouxin.bot.access.AccessFilter;
import io.kouxin.bot.access.AdminToken;
import io.kouxin.bot.access.JdbcTokens;
import io.kouxin.bot.access.PublicAddress;
import io.kouxin.bot.access.Register;
import io.kouxin.bot.access.StoredRegister;
import io.kouxin.bot.access.Tokens;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.people.People;
import java.io.IOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Who may come in. */
@Configuration(proxyBeanMethods = false)
class DoorWiring {

  @Bean
  AdminToken adminToken(KouxinSettings settings, Home home) throws IOException {
    return AdminToken.from(Optional.of(settings.adminToken()), home.folder());
  }

  @Bean
  Tokens tokens(StoredRegister.Ground ground) {
    return new JdbcTokens(ground.jdbc(), ground.transactions(), ground.journal(), ground.clock());
  }

  @Bean
  StoredRegister.Ground accessGround(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Journal journal,
      People people,
      Clock clock) {
    return new StoredRegister.Ground(jdbc, transactions, journal, people, clock);
  }

  @Bean
  StoredRegister register(StoredRegister.Ground ground, Tokens tokens, AdminToken token) {
    return new StoredRegister(ground, tokens, token);
  }

  @Bean
  AccessFilter accessFilter(
      AdminToken token,
      Register register,
      AccessSettings settings,
      PublicAddress address,
      Clock clock) {
    List<String> hosts = new ArrayList<>(settings.hosts());
    hosts.addAll(address.hosts());
    return new AccessFilter(token, register, hosts, clock);
  }
}
