package io.kouxin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import io.kouxin.bot.outbox.Posted.State;
import io.kouxin.bot.store.Stores;
import io.kouxin.bot.work.DeadLetters.Letter;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.Outbound;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What may have been said is not said again, unless the platform knows a repeat for one. */
class DoubtTest {
  private static final Duration MEMORY = Duration.ofMinutes(29);

  /** The process is gone: nothing after this moment is written. */
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  /** It arrives, and we are killed before we can write so. */
  private static void killsAfterTheAnswer(Letterbox box) {
    box.trouble =
        Optional.of(
            (to, message) -> {
              arrives(box, to, message);
              throw new Killed();
            });
  }

  /** It arrives, and the answer is lost. */
  private static void losesAnswers(Letterbox box) {
    box.trouble =
        Optional.of(
            (to, message) -> {
              arrives(box, to, message);
              throw new ChannelException.Doubtful(box.memory, "no answer came");
            });
  }

  private static void arrives(Letterbox box, String to, Outbound message) {
    box.letters.add(new Letterbox.Letter(to, message, Instant.EPOCH));
  }

  private static Letterbox box(Counter counter, Duration memory) {
    var box = new Letterbox(counter.clock);
    box.memory = memory;
    counter.through(box);
    return box;
  }

  private static void isKilledAndStartedAgain(Counter counter, Letterbox box) {
    assertThatExceptionOfType(Killed.class).isThrownBy(counter::work);
    box.trouble = Optional.empty();
    counter.through(box);
  }

  @ParameterizedTest
  @EnumSource
  void a_kill_between_answer_and_commit_says_nothing_twice(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = box(counter, Duration.ZERO);
      killsAfterTheAnswer(box);
      counter.says("anna", "first");
      counter.shows("anna", "card");
      isKilledAndStartedAgain(counter, box);
      counter.pass(Duration.ofHours(1));
      assertThat(box.texts("anna")).containsExactly("first", "card");
      assertThat(counter.posted("anna:first").state()).isEqualTo(State.DOUBTFUL);
      assertThat(counter.posted("anna:first").reason().orElseThrow())
          .startsWith("It may have arrived: ");
      assertThat(counter.posted("card").state()).as("nobody waits for it").isEqualTo(State.SENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_kill_before_it_left_is_doubtful_too_because_nobody_knows(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = box(counter, Duration.ZERO);
      box.trouble =
          Optional.of(
              (to, message) -> {
                throw new Killed();
              });
      counter.shows("anna", "card");
      isKilledAndStartedAgain(counter, box);
      counter.pass(Duration.ofHours(1));
      assertThat(box.letters).isEmpty();
      assertThat(counter.posted("card").state()).isEqualTo(State.DOUBTFUL);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_platform_that_knows_a_repeat_gets_the_same_again_after_a_kill(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = box(counter, MEMORY);
      killsAfterTheAnswer(box);
      counter.says("anna", "first");
      isKilledAndStartedAgain(counter, box);
      counter.work();
      assertThat(box.letters).extracting(letter -> letter.message().key()).hasSize(2);
      assertThat(box.letters)
          .extracting(letter -> letter.message().key())
          .containsOnly("anna:first");
      assertThat(counter.posted("anna:first").state()).isEqualTo(State.SENT);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_start_after_the_platform_has_forgotten_leaves_it_to_a_person(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = box(counter, MEMORY);
      killsAfterTheAnswer(box);
      counter.says("anna", "first");
      isKilledAndStartedAgain(counter, box);
      counter.clock.move(MEMORY);
      counter.work();
      assertThat(box.letters).hasSize(1);
      assertThat(counter.posted("anna:first").state()).isEqualTo(State.DOUBTFUL);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_lost_answer_is_repeated_while_the_platform_remembers_and_not_after(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = box(counter, MEMORY);
      losesAnswers(box);
      counter.says("anna", "first");
      counter.work();
      assertThat(counter.posted("anna:first").state()).isEqualTo(State.WAITING);
      assertThat(counter.outbox.held()).isEqualTo(1);
      counter.pass(Duration.ofSeconds(10));
      assertThat(box.letters).as("once more after ten seconds").hasSize(2);

      box.isDown(Duration.ofMinutes(5));
      counter.pass(Duration.ofMinutes(20));
      assertThat(counter.posted("anna:first").state())
          .as("what does not arrive now may have before")
          .isEqualTo(State.WAITING);
      counter.pass(Duration.ofMinutes(20));
      assertThat(counter.posted("anna:first").state()).isEqualTo(State.DOUBTFUL);
    }
  }

  @ParameterizedTest
  @EnumSource
  void what_certainly_did_not_arrive_is_never_doubtful(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = box(counter, Duration.ZERO);
      box.isDown(Duration.ofMinutes(5));
      counter.says("anna", "first");
      counter.pass(Duration.ofHours(3));
      box.trouble = Optional.empty();
      counter.pass(Duration.ofMinutes(5));
      assertThat(box.texts("anna")).containsExactly("first");
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_doubtful_one_is_a_dead_letter_that_a_person_can_send_again(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = box(counter, Duration.ZERO);
      losesAnswers(box);
      counter.says("anna", "first");
      counter.says("ben", "second");
      counter.work();
      box.trouble = Optional.empty();
      List<Letter> letters = counter.letters.open(Optional.empty(), 10);
      assertThat(letters)
          .extracting(Letter::work, Letter::reason)
          .containsOnly(tuple("send", "It may have arrived: no answer came"))
          .hasSize(2);

      assertThat(counter.letters.retry(letter(counter, "anna:first").id())).isTrue();
      assertThat(counter.outbox.retry(counter.posted("ben:second").id())).isTrue();
      counter.work();
      assertThat(box.texts("anna")).containsExactly("first", "first");
      assertThat(box.texts("ben")).containsExactly("second", "second");
      assertThat(counter.letters.count()).as("either way it is settled").isZero();
    }
  }

  private static Letter letter(Counter counter, String key) {
    String id = counter.posted(key).id();
    return counter.letters.open(Optional.empty(), 10).stream()
        .filter(letter -> letter.subject().equals(id))
        .findFirst()
        .orElseThrow();
  }

  @ParameterizedTest
  @EnumSource
  void what_may_have_arrived_takes_its_place_in_the_pace(Stores kind) {
    try (var counter = new Counter(kind)) {
      var box = box(counter, Duration.ZERO);
      losesAnswers(box);
      for (int i = 0; i <= Letterbox.PACE.perMinute(); i++) {
        counter.shows("anna", "card" + i);
      }
      counter.work();
      assertThat(box.letters).hasSize(Letterbox.PACE.perMinute());
      counter.pass(Duration.ofMinutes(1));
      assertThat(box.letters).hasSize(Letterbox.PACE.perMinute() + 1);
    }
  }
}
