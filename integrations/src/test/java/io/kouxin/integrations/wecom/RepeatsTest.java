package io.kouxin.integrations.wecom;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class RepeatsTest {
  private final MovingClock now = new MovingClock();
  private final Repeats repeats = new Repeats(now);

  @Test
  void the_first_who_says_it_is_checked_and_so_is_its_repeat() {
    assertThat(repeats.check("a", "lisi", "已存好。")).isTrue();
    assertThat(repeats.check("a", "lisi", "已存好。")).isTrue();
  }

  @Test
  void another_message_with_the_same_words_is_not_checked() {
    repeats.check("a", "lisi", "已存好。");
    assertThat(repeats.check("b", "lisi", "已存好。")).isFalse();
    assertThat(repeats.check("b", "lisi", "已存好。")).isFalse();
  }

  @Test
  void the_same_words_to_another_person_or_hours_later_are_checked() {
    repeats.check("a", "lisi", "已存好。");
    assertThat(repeats.check("b", "wangwu", "已存好。")).isTrue();
    now.advance(Duration.ofHours(4));
    assertThat(repeats.check("c", "lisi", "已存好。")).isTrue();
  }

  @Property
  void the_interval_is_one_that_wecom_takes(@ForAll String key) {
    assertThat(Repeats.interval(key)).isBetween(1800, 14_400);
  }
}
