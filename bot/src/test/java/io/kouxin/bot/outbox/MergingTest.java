package io.kouxin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Outbound;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever has got much already gets the rest in few messages. */
class MergingTest {
  private static final int HALF = Letterbox.PACE.perMinute() / 2;
  private static final Duration SOON = Duration.ofSeconds(10);

  private static Letterbox busy(Counter counter) {
    var box = new Letterbox(counter.clock);
    counter.through(box);
    for (int i = 0; i < HALF; i++) {
      counter.says("anna", "before " + i);
    }
    counter.work();
    assertThat(box.letters).hasSize(HALF);
    box.letters.clear();
    return box;
  }

  @ParameterizedTest
  @EnumSource
  void plain_words_that_adjoin_leave_as_one_message(Stores kind) {
    try (var counter = new Counter(kind)) {
      Letterbox box = busy(counter);
      counter.says("anna", "一");
      counter.pushes("anna", "two");
      counter.says("anna", "three");
      counter.shows("anna", "card");
      counter.says("anna", "four");
      counter.says("ben", "ben's own");
      counter.work();
      assertThat(box.texts("anna")).containsExactly("一\ntwo\nthree", "card", "four");
      assertThat(box.texts("ben")).containsExactly("ben's own");
      Posted second = counter.posted("anna:two");
      assertThat(second.state()).isEqualTo(Posted.State.SENT);
      assertThat(second.mergedInto()).hasValue("anna:一");
      assertThat(second.message().text()).as("its own words stay").isEqualTo("two");
      assertThat(second.sentAt()).isEqualTo(counter.posted("anna:一").sentAt());
      assertThat(counter.outbox.waiting()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_may_have_arrived_is_shown_with_all_that_was_in_it_and_never_said_again(Stores kind) {
    try (var counter = new Counter(kind)) {
      Letterbox box = busy(counter);
      box.trouble =
          Optional.of(
              (recipient, message) -> {
                throw new ChannelException.Doubtful("no answer came");
              });
      counter.says("anna", "one");
      counter.says("anna", "two");
      counter.work();
      box.trouble = Optional.empty();
      counter.says("anna", "three");
      counter.pass(Duration.ofHours(1));
      assertThat(box.texts("anna")).containsExactly("three");
      for (String said : List.of("anna:one", "anna:two")) {
        assertThat(counter.posted(said).state()).isEqualTo(Posted.State.DOUBTFUL);
        assertThat(counter.posted(said).reason()).hasValue("It may have arrived: no answer came");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void one_message_never_exceeds_what_the_platform_takes(Stores kind) {
    try (var counter = new Counter(kind)) {
      Letterbox box = busy(counter);
      counter.says("anna", "好".repeat(16));
      counter.says("anna", "的".repeat(17));
      counter.says("anna", "x");
      counter.work();
      assertThat(box.texts("anna"))
          .as("48 + 1 + 51 bytes are %d", Letterbox.BYTES)
          .containsExactly("好".repeat(16) + "\n" + "的".repeat(17), "x");
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_tried_again_is_the_same_message_whatever_was_said_since(Stores kind) {
    try (var counter = new Counter(kind)) {
      Letterbox box = busy(counter);
      List<Outbound> tried = losesAnswers(box);
      counter.says("anna", "one");
      counter.says("anna", "two");
      counter.work();
      counter.says("anna", "three");
      counter.pass(SOON);
      box.trouble = Optional.empty();
      counter.through(box);
      counter.pass(SOON);
      assertThat(tried).hasSize(2).containsOnly(new Outbound.Reply("anna:one", "one\ntwo"));
      assertThat(box.letters)
          .extracting(Letterbox.Letter::message)
          .containsExactly(
              new Outbound.Reply("anna:one", "one\ntwo"),
              new Outbound.Reply("anna:three", "three"));
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_may_have_left_alone_stays_alone(Stores kind) {
    try (var counter = new Counter(kind)) {
      Letterbox box = busy(counter);
      List<Outbound> tried = losesAnswers(box);
      counter.says("anna", "one");
      counter.work();
      counter.says("anna", "two");
      counter.says("anna", "three");
      box.trouble = Optional.empty();
      counter.pass(SOON);
      assertThat(tried).containsExactly(new Outbound.Reply("anna:one", "one"));
      assertThat(box.texts("anna")).containsExactly("one", "two\nthree");
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_refused_takes_no_other_words_with_it(Stores kind) {
    try (var counter = new Counter(kind)) {
      Letterbox box = busy(counter);
      box.trouble =
          Optional.of(
              (recipient, message) -> {
                if (message.text().contains("bad")) {
                  throw new ChannelException.Refused("not such words");
                }
              });
      counter.says("anna", "bad");
      counter.says("anna", "good");
      counter.says("anna", "fine");
      counter.work();
      assertThat(box.texts("anna")).containsExactly("good\nfine");
      Posted bad = counter.posted("anna:bad");
      assertThat(bad.state()).isEqualTo(Posted.State.REFUSED);
      assertThat(bad.reason()).hasValue("not such words");
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_was_put_aside_together_is_tried_again_together(Stores kind) {
    try (var counter = new Counter(kind)) {
      Letterbox box = busy(counter);
      losesAnswers(box);
      counter.says("anna", "one");
      counter.says("anna", "two");
      counter.work();
      counter.setAside("anna", "a bug");
      Posted two = counter.posted("anna:two");
      assertThat(two.state()).isEqualTo(Posted.State.REFUSED);
      assertThat(two.reason()).hasValue("a bug");

      box.trouble = Optional.empty();
      assertThat(counter.outbox.retry(two.id())).isTrue();
      counter.work();
      assertThat(box.texts("anna")).containsExactly("one\ntwo");
      assertThat(counter.posted("anna:two").state()).isEqualTo(Posted.State.SENT);
    }
  }

  /** What comes may have arrived; nobody is told. */
  private static List<Outbound> losesAnswers(Letterbox box) {
    List<Outbound> tried = new ArrayList<>();
    box.trouble =
        Optional.of(
            (recipient, message) -> {
              tried.add(message);
              throw new ChannelException.Retry(SOON, "no answer");
            });
    return tried;
  }
}
