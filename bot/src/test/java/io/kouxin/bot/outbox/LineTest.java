package io.kouxin.bot.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.kouxin.bot.store.Stores;
import io.kouxin.integrations.channel.Budgets;
import io.kouxin.integrations.channel.ChannelException;
import io.kouxin.integrations.channel.LocalCoordination;
import io.kouxin.integrations.channel.Pace;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What all of us together may not say yet waits its turn. */
class LineTest {
  private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
  private static final Pace TEN = Pace.aSecond(10);

  private static ChannelException.Wait wait(Duration after) {
    return new ChannelException.Wait(after, Duration.ofMillis(100), "of a test");
  }

  @ParameterizedTest
  @EnumSource
  void a_crowd_leaves_within_the_budget_of_a_second_and_hardly_asks_in_vain(Stores kind) {
    try (var counter = new Counter(kind)) {
      Budgets budgets = new LocalCoordination(counter.clock).budgets();
      var box = new Letterbox(counter.clock);
      var vain = new AtomicInteger();
      box.trouble =
          Optional.of(
              (to, message) -> {
                Optional<Duration> full = budgets.take("all", TEN);
                if (full.isPresent()) {
                  vain.incrementAndGet();
                  throw wait(full.get());
                }
              });
      counter.through(box);
      for (int person = 0; person < 100; person++) {
        counter.shows("person%03d".formatted(person), "card" + person);
      }
      counter.work();
      assertThat(box.letters).hasSize(10);
      assertThat(counter.posted("card10").reason()).hasValue("pace");
      assertThat(counter.outbox.held()).as("nothing is wrong").isZero();
      counter.pass(Duration.ofSeconds(10));
      assertThat(box.letters).hasSize(100);
      assertThat(box.letters)
          .extracting(letter -> letter.message().key())
          .as("in the order of the line")
          .containsExactlyElementsOf(keys(100));
      assertThat(vain).hasValueLessThanOrEqualTo(100);
      assertThat(counter.letters.count()).as("nothing of it is doubtful").isZero();
    }
  }

  private static List<String> keys(int most) {
    return IntStream.range(0, most).mapToObj(i -> "card" + i).toList();
  }

  @Test
  void each_comes_back_at_a_moment_of_their_own() {
    var line = new Line();
    Set<Instant> turns = new HashSet<>();
    for (int i = 0; i < 50; i++) {
      turns.add(line.turn("chat", wait(Duration.ofMillis(900)), NOW));
    }
    assertThat(turns).hasSize(50).contains(NOW.plusMillis(900), NOW.plusMillis(900 + 4_900));
    assertThat(line.turn("another", wait(Duration.ofMillis(900)), NOW))
        .isEqualTo(NOW.plusMillis(900));
  }

  @Test
  void a_line_that_has_gone_and_a_clock_that_was_set_back_keep_nobody() {
    var line = new Line();
    assertThat(line.turn("chat", wait(Duration.ofMillis(900)), NOW)).isEqualTo(NOW.plusMillis(900));
    Instant later = NOW.plusSeconds(60);
    assertThat(line.turn("chat", wait(Duration.ofMillis(10)), later))
        .isEqualTo(later.plusMillis(10));
    Instant back = NOW.minus(Duration.ofHours(3));
    assertThat(line.turn("chat", wait(Duration.ofMillis(10)), back)).isEqualTo(back.plusMillis(10));
  }
}
