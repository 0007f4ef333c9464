package io.kouxin.bot.wiring;

import io.kouxin.bot.doctor.Examination;
import io.kouxin.bot.doctor.KeptDirectories;
import io.kouxin.bot.journal.Journal;
import io.kouxin.bot.people.DirectorySync;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.Pins;
import io.kouxin.integrations.channel.Directory;
import io.kouxin.integrations.wecom.WeCom;
import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.web.server.context.WebServerInitializedEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** People kept as the company's directories have them. */
@Configuration(proxyBeanMethods = false)
class DirectoryWiring {

  @Bean
  DirectorySync.Ground directoryGround(ActingWiring.Floor floor, Journal journal, People people) {
    return new DirectorySync.Ground(
        floor.jdbc(), floor.transactions(), floor.wakes(), journal, people, floor.clock());
  }

  @Bean
  DirectorySync.Manner directoryManner(
      DirectorySettings settings, KouxinSettings kouxin, SpeechSettings speech) {
    return new DirectorySync.Manner(settings.at(), kouxin.timeZone(), speech.language());
  }

  /** Somebody who is in both is led as WeCom says: it names a direct leader for everybody. */
  @Bean
  DirectorySync directorySync(
      DirectorySync.Ground ground,
      DirectorySync.Manner manner,
      ObjectProvider<Directory> directories) {
    List<Directory> ordered =
        directories.stream()
            .sorted(Comparator.comparing(directory -> !directory.name().equals(WeCom.NAME)))
            .toList();
    return new DirectorySync(ground, manner, ordered);
  }

  @Bean
  Running.OfRoom directoryRuns(DirectorySync sync) {
    return new Running.OfRoom(List.of(), List.of(sync.reaction()), List.of());
  }

  @Bean
  ApplicationListener<WebServerInitializedEvent> planDirectories(DirectorySync sync) {
    return opened -> sync.begin();
  }

  @Bean
  Examination keptDirectories(DirectorySync sync) {
    return new KeptDirectories(sync::all);
  }

  @Bean
  Pins pins(JdbcClient jdbc) {
    return new Pins(jdbc);
  }
}
