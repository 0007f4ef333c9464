package io.kouxin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.ChannelException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What cannot be sent waits, in order and with its reason. */
class SendingTest {
  private static final Duration SOON = Duration.ofSeconds(30);

  @ParameterizedTest
  @EnumSource
  void what_cannot_leave_holds_back_what_was_said_after_it_to_the_same_person(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = new Letterbox(counter.clock);
      counter.through(box);
      failsFor(box, "first");
      counter.says("anna", "first");
      counter.says("anna", "second");
      counter.says("ben", "to somebody else");
      counter.work();
      assertThat(box.texts("anna")).isEmpty();
      assertThat(box.texts("ben")).containsExactly("to somebody else");

      box.trouble = Optional.empty();
      counter.says("anna", "third");
      counter.pass(SOON.minusSeconds(1));
      assertThat(box.texts("anna")).as("it was told to wait").isEmpty();
      counter.pass(Duration.ofSeconds(1));
      assertThat(box.texts("anna")).containsExactly("first", "second", "third");
    }
  }

  @ParameterizedTest
  @EnumSource
  void the_reason_is_kept_while_it_waits_and_gone_when_it_has_left(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = new Letterbox(counter.clock);
      counter.through(box);
      box.isDown(SOON);
      counter.says("anna", "first");
      counter.says("anna", "second");
      counter.work();
      assertThat(counter.posted("anna:first").state()).isEqualTo(Posted.State.WAITING);
      assertThat(counter.posted("anna:first").reason()).hasValue("the box is locked");
      assertThat(counter.posted("anna:second").reason()).as("it was not tried").isEmpty();
      assertThat(counter.outbox.held()).isEqualTo(1);
      assertThat(counter.outbox.waiting()).isEqualTo(2);

      box.trouble = Optional.empty();
      counter.pass(SOON);
      assertThat(counter.posted("anna:first").state()).isEqualTo(Posted.State.SENT);
      assertThat(counter.posted("anna:first").reason()).isEmpty();
      assertThat(counter.outbox.held()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_was_put_off_neither_holds_back_nor_loses_its_hour(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = new Letterbox(counter.clock);
      counter.through(box);
      for (int i = 0; i <= Counter.PUSHES; i++) {
        counter.pushes("anna", "push " + i);
      }
      counter.says("anna", "an answer");
      box.isDown(SOON);
      counter.pass(Duration.ofHours(1));
      box.trouble = Optional.empty();
      counter.pass(Duration.ofHours(1));
      assertThat(box.texts("anna"))
          .containsExactly("push 0", "push 1", "push 2", "an answer")
          .as("the budget's hour has not come");
      counter.pushes("anna", "push 4");
      counter.pass(Duration.ofHours(6));
      assertThat(box.texts("anna")).endsWith("an answer", "push 3");
      counter.pass(Duration.ofHours(2));
      assertThat(box.texts("anna")).endsWith("push 3", "push 4");
    }
  }

  @ParameterizedTest
  @EnumSource
  void an_outage_of_a_weekend_loses_nothing(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = new Letterbox(counter.clock);
      counter.through(box);
      box.isDown(Duration.ofMinutes(5));
      counter.says("anna", "on friday evening");
      counter.pass(Duration.ofHours(63));
      box.trouble = Optional.empty();
      counter.pass(Duration.ofMinutes(5));
      assertThat(box.texts("anna")).containsExactly("on friday evening");
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_is_worth_nothing_any_more_is_refused_and_can_be_tried_again(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = new Letterbox(counter.clock);
      counter.through(box);
      box.isDown(Duration.ofMinutes(5));
      counter.says("anna", "old");
      counter.pass(Sending.LONGEST.plusMinutes(6));
      Posted old = counter.posted("anna:old");
      assertThat(old.state()).isEqualTo(Posted.State.REFUSED);
      assertThat(old.reason()).hasValue("not sent within 72 h: the box is locked");

      assertThat(counter.outbox.retry(old.id())).isTrue();
      counter.work();
      assertThat(counter.posted("anna:old").state()).isEqualTo(Posted.State.WAITING);
      box.trouble = Optional.empty();
      counter.pass(Duration.ofMinutes(5));
      assertThat(box.texts("anna")).containsExactly("old");
    }
  }

  private static void failsFor(Letterbox box, String text) {
    box.trouble =
        Optional.of(
            (recipient, message) -> {
              if (message.text().equals(text)) {
                throw new ChannelException.Retry(SOON, "not now");
              }
            });
  }
}
