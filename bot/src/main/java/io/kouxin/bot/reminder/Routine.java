package io.kouxin.bot.reminder;

import io.kouxin.bot.calendar.WorkCalendar;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.work.Wakes;
import io.kouxin.bot.work.Work;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Something said once a day to each person, if there is anything to say. The store remembers the
 * last day, so that a restart neither skips nor repeats one; a day that was missed by hours is left
 * out.
 */
final class Routine implements Work {
  /** What is said later than this is no use any more. */
  private static final Duration TOO_LATE = Duration.ofHours(4);

  private final JdbcClient jdbc;
  private final TransactionOperations transactions;
  private final Clock clock;
  private final Wakes wakes;
  private final WorkCalendar calendar;
  private final People people;
  private final String name;
  private final LocalTime time;
  private final Saying saying;

  /** What a routine says. */
  interface Saying {
    /** Whether it is said on such a day at all. */
    boolean isFor(LocalDate day);

    /** Says it, in the caller's transaction; nothing where there is nothing to say. */
    void say(Person person, LocalDate day);
  }

  Routine(Ground ground, String name, LocalTime time, Saying saying) {
    this.jdbc = ground.jdbc();
    this.transactions = ground.transactions();
    this.clock = ground.clock();
    this.wakes = ground.wakes();
    this.calendar = ground.calendar();
    this.people = ground.people();
    this.name = name;
    this.time = time;
    this.saying = saying;
  }

  @Override
  public String name() {
    return name;
  }

  /** Begins for this person, unless it has; today's turn counts only if it is still to come. */
  void begin(String person) {
    LocalDate today = day(clock.instant());
    boolean isToCome = calendar.at(today, time).isAfter(clock.instant());
    jdbc.sql(
            """
            INSERT INTO routine (name, person, last_day) VALUES (:name, :person, :day)
            ON CONFLICT (name, person) DO NOTHING
            """)
        .param("name", name)
        .param("person", person)
        .param("day", (isToCome ? today.minusDays(1) : today).toEpochDay())
        .update();
    next(person).ifPresent(at -> wakes.wakeAt(name, person, at));
  }

  @Override
  public Optional<Instant> next(String person) {
    return lastDay(person).map(last -> calendar.at(firstBehind(last, saying::isFor), time));
  }

  private Optional<LocalDate> lastDay(String person) {
    return jdbc.sql("SELECT last_day FROM routine WHERE name = :name AND person = :person")
        .param("name", name)
        .param("person", person)
        .query(Long.class)
        .optional()
        .map(LocalDate::ofEpochDay);
  }

  @Override
  public void step(String person) {
    Instant now = clock.instant();
    LocalDate today = day(now);
    boolean reached = !calendar.at(today, time).isAfter(now);
    LocalDate day = reached ? today : today.minusDays(1);
    transactions.executeWithoutResult(
        status -> {
          if (claim(person, day) && reached && saying.isFor(day) && isInTime(day, now)) {
            people.find(person).ifPresent(found -> saying.say(found, day));
          }
        });
  }

  private boolean isInTime(LocalDate day, Instant now) {
    return now.isBefore(calendar.at(day, time).plus(TOO_LATE)) && !calendar.isQuiet(now);
  }

  private boolean claim(String person, LocalDate day) {
    return jdbc.sql(
                "UPDATE routine SET last_day = :day"
                    + " WHERE name = :name AND person = :person AND last_day < :day")
            .param("day", day.toEpochDay())
            .param("name", name)
            .param("person", person)
            .update()
        == 1;
  }

  @Override
  public Optional<String> setAside(String person, String reason) {
    return claim(person, day(clock.instant())) ? Optional.of(person) : Optional.empty();
  }

  @Override
  public void revive(String person) {
    LocalDate yesterday = day(clock.instant()).minusDays(1);
    jdbc.sql("UPDATE routine SET last_day = :day WHERE name = :name AND person = :person")
        .param("day", yesterday.toEpochDay())
        .param("name", name)
        .param("person", person)
        .update();
    next(person).ifPresent(at -> wakes.wakeAt(name, person, at));
  }

  private LocalDate day(Instant at) {
    return LocalDate.ofInstant(at, calendar.zone());
  }

  private static LocalDate firstBehind(LocalDate last, Predicate<LocalDate> wanted) {
    LocalDate day = last.plusDays(1);
    while (!wanted.test(day)) {
      day = day.plusDays(1);
    }
    return day;
  }
}
