package io.kouxin.bot.wiring;

import io.kouxin.bot.alert.Administering;
import io.kouxin.bot.alert.Colleagues;
import io.kouxin.bot.alert.Ground;
import io.kouxin.bot.alert.Upkeep;
import io.kouxin.bot.alert.Upkeep.Waiting;
import io.kouxin.bot.hearing.Hearing;
import io.kouxin.bot.hearing.ModelKeeper;
import io.kouxin.bot.hearing.ModelKeeper.Wanted;
import io.kouxin.bot.inbox.Held;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.work.DeadLetters;
import io.kouxin.integrations.channel.Directory;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What administrators hear of. */
@Configuration(proxyBeanMethods = false)
class AdminWiring {

  @Bean
  Upkeep upkeep(
      Journal journal,
      DeadLetters letters,
      Hearing hearing,
      ModelKeeper models,
      SpeechSettings speech) {
    return new Upkeep(
        journal, letters, () -> waiting(hearing, models), speech.language(), Held.KEEPING);
  }

  private static List<Waiting> waiting(Hearing hearing, ModelKeeper models) {
    return models.models().stream()
        .map(
            model ->
                new Waiting(
                    model.language(),
                    model.name(),
                    hearing.waiting(model.language()),
                    isComing(model)))
        .filter(waiting -> waiting.notes() > 0)
        .toList();
  }

  /** There is nothing to do about a model that is here, or of which bytes arrive. */
  private static boolean isComing(Wanted model) {
    return switch (model.state()) {
      case READY -> true;
      case FETCHING -> model.done() > 0;
      case MISSING, FAILED -> false;
    };
  }

  @Bean
  Colleagues colleagues(ObjectProvider<Directory> directories) {
    return new Colleagues(directories.orderedStream().toList());
  }

  @Bean
  Running.OfRoom administeringRuns(Ground ground, Upkeep upkeep, Colleagues colleagues) {
    var room = new Administering(ground, upkeep, colleagues);
    return new Running.OfRoom(room.works(), room.reactions(), room.tapHandlers());
  }
}
