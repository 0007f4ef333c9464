package io.kouxin.nlp.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

/** A company's threshold is where its own memos get about six tags in ten. */
class ReadinessTest {

  @Test
  void the_highest_threshold_at_which_six_tags_in_ten_are_given() {
    assertThat(Readiness.certain(100, threshold -> threshold > 0.35 ? 59 : 60))
        .isCloseTo(0.34, within(1e-9));
    assertThat(Readiness.certain(10, threshold -> 6)).isEqualTo(0.40);
  }

  @Test
  void it_stays_within_bounds_where_memos_say_little_or_much() {
    assertThat(Readiness.certain(100, threshold -> 0)).isEqualTo(0.28);
    assertThat(Readiness.certain(100, threshold -> 500)).isEqualTo(0.40);
  }
}
