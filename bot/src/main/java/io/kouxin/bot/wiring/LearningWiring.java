package io.kouxin.bot.wiring;

import io.kouxin.bot.customer.Customers;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.journal.Reaction;
import io.kouxin.bot.learning.Ground;
import io.kouxin.bot.learning.Lessons;
import io.kouxin.bot.pack.Packs;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is learned from use. */
@Configuration(proxyBeanMethods = false)
class LearningWiring {

  @Bean
  Lessons lessons(
      ActingWiring.Floor floor,
      Journal journal,
      FollowUps followUps,
      Customers customers,
      Packs packs) {
    return new Lessons(
        new Ground(
            floor.jdbc(),
            floor.transactions(),
            floor.clock(),
            journal,
            followUps,
            customers,
            packs));
  }

  @Bean
  Reaction learnFromUse(Lessons lessons) {
    return lessons.reaction();
  }
}
