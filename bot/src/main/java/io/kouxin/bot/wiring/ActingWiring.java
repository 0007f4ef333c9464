package io.kouxin.bot.wiring;

import io.kouxin.bot.alert.Alerting;
import io.kouxin.bot.alert.Alerts;
import io.kouxin.bot.alert.TeamReading;
import io.kouxin.bot.calendar.PublicHolidays;
import io.kouxin.bot.calendar.WorkCalendar;
import io.kouxin.bot.conversation.Matters;
import io.kouxin.bot.followup.FollowUps;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.PushBudget;
import io.kouxin.bot.pack.Manners;
import io.kouxin.bot.pack.Packs;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.TeamGroups;
import io.kouxin.bot.playbook.Advising;
import io.kouxin.bot.reminder.Ground;
import io.kouxin.bot.reminder.Reminders;
import io.kouxin.bot.reminder.Reminding;
import io.kouxin.bot.wording.Moments;
import io.kouxin.bot.wording.Wording;
import io.kouxin.bot.work.Wakes;
import io.kouxin.nlp.text.HolidayFolder;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What follows from a record: reminders, alerts, advice. */
@Configuration(proxyBeanMethods = false)
class ActingWiring {

  @Bean
  WorkCalendar workCalendar(Packs packs, KouxinSettings settings, HolidayFolder holidays) {
    return packs
        .refresh()
        .manners()
        .calendar(settings.timeZone(), PublicHolidays.of(holidays.get()));
  }

  /** The store and its time. */
  record Floor(JdbcClient jdbc, TransactionTemplate transactions, Clock clock, Wakes wakes) {}

  /** What the rooms know and how they speak. */
  record House(
      WorkCalendar calendar, FollowUps followUps, People people, Outbox outbox, Wording wording) {}

  @Bean
  Floor floor(JdbcClient jdbc, TransactionTemplate transactions, Clock clock, Wakes wakes) {
    return new Floor(jdbc, transactions, clock, wakes);
  }

  @Bean
  House house(
      WorkCalendar calendar, FollowUps followUps, People people, Outbox outbox, Wording wording) {
    return new House(calendar, followUps, people, outbox, wording);
  }

  @Bean
  Reminding reminding(
      Floor floor, House house, Packs packs, Matters matters, MeterRegistry metrics) {
    Timer lateness =
        Timer.builder("kouxin.reminder.lateness")
            .description("how late a reminder was brought up")
            .publishPercentiles(0.5, 0.99)
            .register(metrics);
    Manners manners = packs.library().manners();
    return new Reminding(
        new Ground(
            floor.jdbc(),
            floor.transactions(),
            floor.clock(),
            floor.wakes(),
            house.calendar(),
            house.followUps(),
            house.people(),
            house.outbox(),
            house.wording()),
        new Ground.Settings(
            manners.morningList(),
            manners.eveningSweep(),
            millis -> lateness.record(Duration.ofMillis(millis)),
            matters::awaitsTime));
  }

  @Bean
  Reminders reminders(Reminding room) {
    return room.reminders();
  }

  @Bean
  Running.OfRoom remindingRuns(Reminding room) {
    return new Running.OfRoom(room.works(), room.reactions(), room.tapHandlers());
  }

  @Bean
  io.kouxin.bot.alert.Ground alertGround(
      Floor floor, House house, Packs packs, PushBudget budget, TeamGroups groups) {
    return new io.kouxin.bot.alert.Ground(
        floor.jdbc(),
        floor.transactions(),
        floor.clock(),
        floor.wakes(),
        house.calendar(),
        house.followUps(),
        house.people(),
        house.outbox(),
        house.wording(),
        entry -> packs.library().item(entry),
        budget,
        new TeamReading(groups, () -> packs.library().manners().teamSeesAlerts()));
  }

  @Bean
  Alerting alerting(io.kouxin.bot.alert.Ground ground) {
    return new Alerting(ground);
  }

  @Bean
  Alerts alerts(Alerting room) {
    return room.alerts();
  }

  @Bean
  Running.OfRoom alertingRuns(Alerting room) {
    return new Running.OfRoom(room.works(), room.reactions(), room.tapHandlers());
  }

  @Bean
  Advising advising(House house, Moments moments, Clock clock, Packs packs) {
    return new Advising(
        new io.kouxin.bot.playbook.Ground(
            house.followUps(),
            house.people(),
            house.outbox(),
            house.wording(),
            moments,
            clock,
            entry -> packs.library().item(entry),
            () -> packs.library().playbooks()));
  }

  @Bean
  Running.OfRoom advisingRuns(Advising room) {
    return new Running.OfRoom(List.of(), room.reactions(), room.tapHandlers());
  }
}
