package io.kouxin.bot.wiring;

import io.kouxin.bot.journal.JdbcJournal;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.journal.Reactions;
import io.kouxin.bot.work.JdbcDeadLetters;
import io.kouxin.bot.work.JdbcWakes;
import io.kouxin.bot.work.Ticker;
import io.kouxin.bot.work.Wakes;
import io.kouxin.bot.work.Work;
import io.kouxin.bot.work.WorkSettings;
import io.kouxin.bot.work.Workshop;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Time, durable work and the journal. */
@Configuration(proxyBeanMethods = false)
class WorkWiring {

  @Bean
  Clock clock(KouxinSettings settings) {
    return Clock.system(settings.timeZone());
  }

  @Bean
  Wakes wakes(NamedParameterJdbcOperations jdbc, Clock clock, ObjectProvider<Workshop> workshop) {
    return new JdbcWakes(jdbc, clock, () -> workshop.ifAvailable(Workshop::lookNow));
  }

  @Bean
  JdbcDeadLetters deadLetters(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      Clock clock,
      ObjectProvider<Running> running) {
    return new JdbcDeadLetters(
        jdbc,
        transactions,
        clock,
        () ->
            running.getObject().works().stream()
                .collect(Collectors.toMap(Work::name, work -> work)));
  }

  @Bean(destroyMethod = "close")
  Workshop workshop(
      Workshop.Ground ground,
      WorkSettings settings,
      Wakes wakes,
      JdbcDeadLetters deadLetters,
      Running running) {
    return new Workshop(ground, settings, wakes, deadLetters, running.works());
  }

  @Bean
  Workshop.Ground workshopGround(
      DataSource store, JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
    return new Workshop.Ground(store, jdbc, transactions, clock);
  }

  @Bean
  WorkSettings workSettings(KouxinSettings settings, StoreWiring.Kind kind) {
    return new WorkSettings(
        "kouxin-" + UUID.randomUUID(),
        settings.threads(),
        Duration.ofMillis(250),
        Duration.ofSeconds(2),
        Duration.ofSeconds(20),
        kind == StoreWiring.Kind.POSTGRESQL);
  }

  @Bean(destroyMethod = "close")
  Ticker ticker() {
    return new Ticker();
  }

  @Bean
  Journal journal(JdbcClient jdbc, Wakes wakes, Clock clock) {
    return new JdbcJournal(jdbc, wakes, clock);
  }

  @Bean
  Work reacting(ActingWiring.Floor floor, ObjectProvider<Running> running, Rush rush) {
    return rush.holdingBack(
        new Reactions(
            floor.jdbc(),
            floor.transactions(),
            floor.clock(),
            floor.wakes(),
            () -> running.getObject().reactions()));
  }
}
