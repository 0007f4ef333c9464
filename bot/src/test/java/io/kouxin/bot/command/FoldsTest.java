package io.kouxin.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class FoldsTest {
  private static final Folds FOLDS =
      new Folds(Stream.of("a", "b", "c", "d", "e").map(FoldsTest::memo).toList(), 2);

  private static GoldMemo memo(String text) {
    return new GoldMemo(text, text, Set.of(), Set.of(), false, Optional.empty(), false);
  }

  private static List<String> part(int part) {
    return FOLDS.part(part).stream().map(GoldMemo::text).toList();
  }

  @Test
  void neighbours_fall_into_different_parts() {
    assertThat(part(0)).containsExactly("a", "c", "e");
    assertThat(part(1)).containsExactly("b", "d");
  }

  @Test
  void what_is_measured_is_not_calibrated_on() {
    assertThat(FOLDS.others(0)).isEqualTo(part(1));
    assertThat(FOLDS.others(1)).isEqualTo(part(0));
  }
}
