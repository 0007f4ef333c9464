package io.kouxin.bot.walk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The rep's walk after the visit: looked up, swept in the evening, listed on the morning of the
 * day, reminded on the minute. A real browser on the real service, whose clock is moved from
 * outside.
 */
class WeekWalkTest {
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
  private static final String REP = "zhangsan";
  private static final String VISIT = "博宁骨科的何院长说备货周期太长，下周三下午三点再去谈供货";
  private static final String CALL = "云溪县中医院的刘主任嫌操作太复杂，下周五前把培训安排发给他";

  /** A Tuesday after lunch; no holiday is near. */
  private static final ZonedDateTime TUESDAY =
      LocalDateTime.of(2026, 11, 24, 14, 0).atZone(SHANGHAI);

  private static final ZonedDateTime WEDNESDAY = TUESDAY.plusDays(8);

  /** So long before the moment that the clock is moved to, what is due then has not begun. */
  private static final Duration AHEAD = Duration.ofSeconds(8);

  @TempDir private static Path folder;
  private static ServiceClock clock;
  private static ServiceProcess service;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException {
    chromium = Chromium.start(Optional.empty());
    clock = new ServiceClock(folder);
    clock.moveTo(TUESDAY);
    Path home = java.nio.file.Files.createDirectories(folder.resolve("home"));
    service = ServiceProcess.start(home, clock.environment(), clock.program());
  }

  @AfterAll
  static void stop() throws InterruptedException {
    if (chromium != null) {
      chromium.close();
    }
    if (service != null) {
      service.close();
    }
  }

  @Test
  void from_the_visit_to_the_appointment() throws IOException {
    try (var phone = new Phone(chromium.window(390, 844), service.client().home())) {
      phone.play(REP);
      phone.say(VISIT);
      phone.awaitCard("rep", "博宁骨科医院 · 何院长", "15:00");
      phone.say(CALL);
      phone.awaitCard("rep", "云溪县中医院 · 刘主任");
      Duration found = phone.say("查 博宁").plus(phone.awaitWords("博宁骨科医院一共1条"));
      Duration empty = phone.say("查 华康").plus(phone.awaitWords("华康医院还没有记录"));
      System.out.printf(
          "WeekWalkTest: looked up in %d and %d ms%n", found.toMillis(), empty.toMillis());
      sweepsInOneTap(phone);
      listsTheDay(phone);
      remindsOnTheMinute(phone);
      assertThat(phone.fits()).isTrue();
      assertThat(phone.complaints()).isEmpty();
    }
  }

  private static void sweepsInOneTap(Phone phone) throws IOException {
    moveBefore(TUESDAY.with(LocalTime.of(18, 40)));
    phone.awaitCard("rep", "今天2条都存着", "博宁骨科医院", "云溪县中医院");
    phone.screenshot("week-evening");
    printLateness("evening sweep", "evening:", TUESDAY.with(LocalTime.of(18, 40)));
    phone.tap("今天2条都存着", "都没问题");
    Duration settled = phone.awaitCard("rep", "今天2条都存着", "已存 18:40");
    System.out.printf("WeekWalkTest: the sweep's one tap took %d ms%n", settled.toMillis());
    assertThat(service.client().followUps(REP))
        .hasSize(2)
        .allMatch(record -> record.path("status").asString("").equals("confirmed"));
    phone.screenshot("week-swept");
  }

  private static void listsTheDay(Phone phone) throws IOException {
    moveBefore(WEDNESDAY.with(LocalTime.of(8, 10)));
    phone.awaitCard("rep", "早，张三", "今天1件", "博宁骨科医院", "15:00");
    phone.screenshot("week-morning");
    printLateness("morning list", "morning:", WEDNESDAY.with(LocalTime.of(8, 10)));
  }

  private static void remindsOnTheMinute(Phone phone) throws IOException {
    moveBefore(WEDNESDAY.with(LocalTime.of(15, 0)));
    phone.awaitCard("rep", "15:00", "何院长", "备货周期太长");
    phone.screenshot("week-reminder");
    printLateness("reminder", "remind:", WEDNESDAY.with(LocalTime.of(15, 0)));
    phone.tap("备货周期太长", "办完了");
    phone.awaitCard("rep", "已办完");
    assertThat(service.client().followUps(REP))
        .anyMatch(record -> record.path("status").asString("").equals("completed"));
    phone.screenshot("week-done");
  }

  private static void moveBefore(ZonedDateTime moment) throws IOException {
    clock.moveTo(moment.minus(AHEAD));
  }

  /** By the clock of the service, from the record of what it sent. */
  private static void printLateness(String what, String key, ZonedDateTime due) throws IOException {
    JsonNode sent =
        service.client().items("/api/v1/outbox?limit=100").stream()
            .filter(item -> item.path("recipient").asString("").equals(REP))
            .filter(item -> item.path("key").asString("").startsWith(key))
            .findFirst()
            .orElseThrow();
    Instant at = Instant.parse(sent.path("sentAt").asString(""));
    Duration late = Duration.between(due.toInstant(), at);
    System.out.printf("WeekWalkTest: %s %d ms late%n", what, late.toMillis());
    assertThat(late.isNegative()).as("too early").isFalse();
  }
}
