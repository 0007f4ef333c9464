package io.kouxin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.outbox.Posted.State;
import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.Guards;
import io.kouxin.integrations.dingtalk.DingTalkChannel;
import io.kouxin.integrations.dingtalk.emulator.Limits;
import io.kouxin.integrations.wecom.WeComChannel;
import io.kouxin.integrations.wecom.emulator.SentMessage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Far more is to be said than platforms take. */
class SendStormTest {
  private static final int MESSAGES = 5_000;
  private static final int PEOPLE = 50;

  /** Cards are never merged, so this many for one person take more than an hour. */
  private static final int CARDS_OF_ONE = 1_000;

  private static final int CARDS_ON_DINGTALK = 650;

  /** On one store: that both keep to the pace is shown by the drill of an outage. */
  @Test
  void everything_arrives_once_in_order_and_within_the_limits_of_wecom() {
    try (var line = new WeComLine(Stores.SQLITE, PEOPLE, Guards.standard())) {
      Instant begin = line.counter.careless().clock.instant();
      line.counter.together(() -> line.crowd.hearsMuch(MESSAGES, CARDS_OF_ONE));
      assertThat(line.counter.outbox.waiting()).isEqualTo(MESSAGES);
      line.counter.passWithManyHands(Duration.ofHours(3));

      assertThat(line.counter.outbox.waiting()).isZero();
      assertThat(line.arrived()).isEqualTo(line.crowd.said);
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

  /** Twenty calls a second for all, a quota for the month, and words that DingTalk holds back. */
  @Test
  void everything_arrives_once_in_order_and_within_the_limits_of_dingtalk() {
    try (var line = new DingTalkLine(Stores.SQLITE, PEOPLE)) {
      String gone = Crowd.person(7);
      Instant begin = line.counter.careless().clock.instant();
      line.counter.together(() -> line.crowd.hearsMuch(MESSAGES, CARDS_ON_DINGTALK));
      line.emulator.faults().partly(Set.of(gone), Set.of(Crowd.person(8)));
      line.emulator.limits(Limits.REAL.aMonth(1_500, 3_000));
      line.counter.passWithManyHands(Duration.ofHours(2));
      assertThat(line.emulator.sent()).hasSizeLessThan(1_500);
      assertThat(line.counter.outbox.waiting()).as("the month is used up").isPositive();
      line.emulator.faults().partly(Set.of(gone), Set.of());
      line.emulator.limits(Limits.REAL);
      line.counter.passWithManyHands(Duration.ofHours(12));

      assertThat(line.counter.outbox.waiting()).isZero();
      List<String> lost = line.crowd.said.remove(gone);
      assertThat(line.arrived()).isEqualTo(line.crowd.said);
      assertThat(line.counter.outbox.list(Optional.of(State.DOUBTFUL), Optional.empty(), 1))
          .isEmpty();
      assertThat(line.counter.outbox.list(Optional.of(State.REFUSED), Optional.empty(), 9_999))
          .extracting(posted -> posted.message().text())
          .containsExactlyInAnyOrderElementsOf(lost);
      assertThat(line.emulator.refusals())
          .as("nobody was too fast")
          .doesNotContainKey("Forbidden.AccessDenied.QpsLimitForAppkeyAndApi");
      System.out.println(figures(line, begin));
    }
  }

  private static String figures(DingTalkLine line, Instant begin) {
    int inSecond = line.mostOfAll(Duration.ofSeconds(1));
    int inMinute = line.most(Duration.ofMinutes(1));
    int inHour = line.most(Duration.ofHours(1));
    assertThat(inSecond).isLessThanOrEqualTo(Limits.REAL.callsASecond());
    assertThat(inMinute).isLessThanOrEqualTo(DingTalkChannel.PACE.perMinute());
    assertThat(inHour).isLessThanOrEqualTo(DingTalkChannel.PACE.perHour());
    return "SendStormTest: %d messages for %d people left DingTalk's way as %d calls within %s; at most"
            .formatted(
                MESSAGES,
                PEOPLE,
                line.emulator.calls(DingTalkLine.SEND),
                Duration.between(begin, line.emulator.sent().getLast().at()))
        + " %d in a second, %d to one person in a minute, %d in an hour; refused there: %s"
            .formatted(inSecond, inMinute, inHour, line.emulator.refusals());
  }
}
