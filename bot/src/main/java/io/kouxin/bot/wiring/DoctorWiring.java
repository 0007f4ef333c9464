package io.kouxin.bot.wiring;

import io.kouxin.bot.doctor.Doctor;
import io.kouxin.bot.doctor.Examination;
import io.kouxin.bot.doctor.Examinations;
import io.kouxin.bot.doctor.Finding;
import io.kouxin.bot.doctor.Sayings;
import io.kouxin.bot.doctor.TestCards;
import io.kouxin.bot.hearing.ModelKeeper;
import io.kouxin.bot.inbox.Arrivals;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.people.People;
import io.kouxin.bot.wording.Moments;
import io.kouxin.bot.wording.Wording;
import io.kouxin.bot.work.DeadLetters;
import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.channel.Directory;
import io.kouxin.nlp.text.HolidayFolder;
import java.net.InetAddress;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What doctor looks at while the service runs. */
@Configuration(proxyBeanMethods = false)
class DoctorWiring {

  @Bean
  Sayings sayings(Wording wording, Moments moments) {
    return new Sayings(wording, moments);
  }

  @Bean
  Arrivals arrivals(JdbcClient jdbc) {
    return new Arrivals(jdbc);
  }

  /** What is known of platforms; each may be empty. */
  record Platforms(List<Checkup> checkups, List<Directory> directories) {
    List<String> names() {
      return checkups.stream().map(Checkup::name).toList();
    }
  }

  @Bean
  Platforms platforms(ObjectProvider<Checkup> checkups, ObjectProvider<Directory> directories) {
    return new Platforms(checkups.orderedStream().toList(), directories.orderedStream().toList());
  }

  @Bean
  TestCards testCards(Platforms platforms, Wording wording) {
    return new TestCards(platforms.checkups(), wording);
  }

  /** What is asked in the store. */
  record Shelves(JdbcClient jdbc, People people, Outbox outbox, DeadLetters letters) {}

  @Bean
  Shelves shelves(JdbcClient jdbc, People people, Outbox outbox, DeadLetters letters) {
    return new Shelves(jdbc, people, outbox, letters);
  }

  /** What is asked on this machine. */
  record Machine(Home home, ModelKeeper models, SpeechSettings speech, Clock clock) {}

  @Bean
  Machine machine(Home home, ModelKeeper models, SpeechSettings speech, Clock clock) {
    return new Machine(home, models, speech, clock);
  }

  @Bean
  Examination openness(
      KouxinSettings settings,
      Platforms platforms,
      @Value("${server.address:}") @Nullable InetAddress address) {
    boolean local = address != null && address.isLoopbackAddress();
    return Examination.of(
        "settings", () -> openness(settings.sandbox().enabled(), local, platforms));
  }

  static List<Finding> openness(boolean sandbox, boolean local, Platforms platforms) {
    List<Finding> found = new ArrayList<>();
    if (platforms.checkups().isEmpty()) {
      found.add(new Finding("platform", State.WARNING, "platform-none"));
    }
    if (sandbox && !local) {
      found.add(new Finding("sandbox", State.WARNING, "sandbox-remote"));
    } else if (sandbox && !platforms.checkups().isEmpty()) {
      found.add(new Finding("sandbox", State.WARNING, "sandbox-beside"));
    }
    return found.isEmpty() ? List.of(new Finding("settings", State.OK, "settings-ok")) : found;
  }

  @Bean
  Examination calendarOfHolidays(
      HolidayFolder folder, Home home, KouxinSettings settings, Clock clock) {
    String place = home.folder().resolve("holidays").toString();
    return Examination.of(
        "holidays",
        () -> {
          LocalDate today = LocalDate.ofInstant(clock.instant(), settings.timeZone());
          return Holidays.findings(folder.get(), folder.faults(), today, place);
        });
  }

  @Bean
  Doctor doctor(
      Platforms platforms, Shelves shelves, Machine machine, ObjectProvider<Examination> more) {
    List<Examination> all = new ArrayList<>();
    platforms.checkups().forEach(checkup -> all.add(Examinations.platform(checkup)));
    more.orderedStream().forEach(all::add);
    platforms
        .directories()
        .forEach(directory -> all.add(Examinations.visibleRange(shelves.people(), directory)));
    all.add(Examinations.administrators(shelves.people(), platforms.names()));
    all.add(Examinations.messages(shelves.outbox(), platforms.checkups(), machine.clock()));
    all.add(Examinations.stuckWork(shelves.letters()));
    all.add(Examinations.models(machine.models(), machine.speech().needed()));
    all.add(Examination.of("store", () -> List.of(store(shelves.jdbc()))));
    all.add(Examinations.disk(machine.home().folder()));
    return new Doctor(all);
  }

  private static Finding store(JdbcClient jdbc) {
    jdbc.sql("SELECT COUNT(*) FROM person").query(Long.class).single();
    return new Finding("store", State.OK, "store-ok");
  }
}
