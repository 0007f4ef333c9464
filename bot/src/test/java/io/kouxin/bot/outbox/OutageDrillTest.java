package io.kouxin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.Guards;
import io.kouxin.integrations.wecom.WeComChannel;
import io.kouxin.integrations.wecom.emulator.Fault;
import io.kouxin.integrations.wecom.emulator.Faults;
import io.kouxin.integrations.wecom.emulator.SentMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** WeCom is away for ten minutes while people go on talking to the bot. */
class OutageDrillTest {
  private static final int PEOPLE = 25;
  private static final int REPLIES = 500;

  /** The breaker looks at the clock on the wall; everything else at one that the test moves. */
  private static final Duration BREAK = Duration.ofMillis(300);

  @ParameterizedTest
  @EnumSource
  void after_ten_minutes_everything_leaves_once_in_order_and_within_the_pace(Stores kind) {
    try (var line = new WeComLine(kind, PEOPLE, Guards.of(Duration.ofSeconds(10), BREAK))) {
      losesTheFirstAnswers(line);
      isAwayForTenMinutes(line);
      Instant back = line.counter.clock.instant();
      assertThat(line.counter.outbox.waiting()).isEqualTo(REPLIES);
      assertThat(line.counter.outbox.held()).isEqualTo(PEOPLE);
      isBack(line);

      assertThat(line.counter.outbox.waiting()).isZero();
      assertThat(line.arrived()).isEqualTo(line.crowd.said);
      assertThat(line.emulator.sent()).noneMatch(SentMessage::isDropped);
      int highest = line.most(Duration.ofMinutes(1));
      assertThat(highest).isLessThanOrEqualTo(WeComChannel.PACE.perMinute());
      Instant last = line.emulator.sent().getLast().at();
      System.out.printf(
          "%s: %d replies for %d people left as %d messages (%d repeats kept away) within %s;"
              + " at most %d to one person in a minute%n",
          kind,
          REPLIES,
          PEOPLE,
          line.emulator.sent().size(),
          line.emulator.sent().stream().mapToInt(sent -> sent.receipt().swallowed()).sum(),
          Duration.between(back, last),
          highest);
    }
  }

  /** The first two get nothing but cards. */
  private static void says(WeComLine line, int person) {
    if (person < 2) {
      line.crowd.shows(person);
    } else {
      line.crowd.replies(person);
    }
  }

  /** The first five are the talkative ones. */
  private static int next(int count) {
    return count % 2 == 0 ? count / 2 % 5 : count / 2 % PEOPLE;
  }

  /** They arrive, and nobody knows. */
  private static void losesTheFirstAnswers(WeComLine line) {
    line.emulator.faults().set("/cgi-bin/message/send", new Fault.LostAnswer(), Faults.ALWAYS);
    for (int person = 0; person < PEOPLE; person++) {
      says(line, person);
    }
    line.counter.work();
    line.emulator.faults().clear();
    line.emulator.refuseConnections();
  }

  private static void isAwayForTenMinutes(WeComLine line) {
    for (int minute = 0; minute < 10; minute++) {
      while (line.crowd.count() < REPLIES * (minute + 1) / 10) {
        says(line, next(line.crowd.count()));
      }
      line.counter.clock.move(Duration.ofMinutes(1));
      line.counter.work();
    }
  }

  private static void isBack(WeComLine line) {
    line.emulator.listenAgain();
    LockSupport.parkNanos(BREAK.multipliedBy(2).toNanos());
    line.counter.pass(Duration.ofHours(1));
  }
}
