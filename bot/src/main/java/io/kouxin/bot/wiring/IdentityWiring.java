package io.kouxin.bot.wiring;

import io.kouxin.bot.alert.MovesAlerts;
import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.followup.MovesFollowUps;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.people.Belongings;
import io.kouxin.bot.people.Identities;
import io.kouxin.bot.people.People;
import io.kouxin.bot.reminder.MovesReminders;
import io.kouxin.bot.work.Wakes;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Which accounts are one person, and what moves when two people turn out to be one. */
@Configuration(proxyBeanMethods = false)
class IdentityWiring {

  /** What each room keeps under a person's id. */
  record Rooms(List<Belongings> all) {}

  @Bean
  Rooms belongings(JdbcClient jdbc, StoreJson json, Wakes wakes, Customers customers) {
    return new Rooms(
        List.of(
            new MovesFollowUps(jdbc, json.mapper()),
            new MovesReminders(jdbc),
            new MovesAlerts(jdbc, wakes),
            customers::handOver));
  }

  @Bean
  Identities identities(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Journal journal,
      People people,
      Rooms rooms) {
    return new Identities(jdbc, transactions, journal, people, rooms.all());
  }
}
