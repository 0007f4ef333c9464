package io.kouxin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.Guards;
import io.kouxin.integrations.wecom.WeComChannel;
import io.kouxin.integrations.wecom.emulator.SentMessage;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Far more is to be said than platforms take. */
class SendStormTest {
  private static final int MESSAGES = 5_000;
  private static final int PEOPLE = 50;

  /** Cards are never merged, so this many for one person take more than an hour. */
  private static final int CARDS_OF_ONE = 1_000;

  /** On one store: that both keep to the pace is shown by the drill of an outage. */
  @Test
  void everything_arrives_once_in_order_and_within_the_limits_of_wecom() {
    try (var line = new WeComLine(Stores.SQLITE, PEOPLE, Guards.standard())) {
      Instant begin = line.counter.clock.instant();
      line.counter.together(() -> everythingIsSaid(line));
      assertThat(line.counter.outbox.waiting()).isEqualTo(MESSAGES);
      line.counter.pass(Duration.ofHours(3));

      assertThat(line.counter.outbox.waiting()).isZero();
      assertThat(line.arrived()).isEqualTo(line.said);
      assertThat(line.emulator.sent()).noneMatch(SentMessage::isDropped);
      int inMinute = line.most(Duration.ofMinutes(1));
      int inHour = line.most(Duration.ofHours(1));
      assertThat(inMinute).isLessThanOrEqualTo(WeComChannel.PACE.perMinute());
      assertThat(inHour).isLessThanOrEqualTo(WeComChannel.PACE.perHour());
      System.out.printf(
          "SendStormTest: %d messages for %d people left as %d within %s;"
              + " at most %d to one person in a minute, %d in an hour%n",
          MESSAGES,
          PEOPLE,
          line.emulator.sent().size(),
          Duration.between(begin, line.emulator.sent().getLast().at()),
          inMinute,
          inHour);
    }
  }

  /** One gets a thousand cards; of the others every third message is one. */
  private static void everythingIsSaid(WeComLine line) {
    for (int i = 0; i < MESSAGES; i++) {
      int person = i < CARDS_OF_ONE ? 0 : i % PEOPLE;
      if (i < CARDS_OF_ONE || i / PEOPLE % 3 == 0) {
        line.shows(person);
      } else {
        line.replies(person);
      }
    }
  }
}
