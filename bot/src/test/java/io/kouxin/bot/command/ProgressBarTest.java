package io.kouxin.bot.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressBarTest {
  private final StringWriter drawn = new StringWriter();

  @Test
  void draws_on_a_terminal_and_takes_its_line_away() {
    try (var bar = new ProgressBar(new PrintWriter(drawn), true)) {
      bar.draw(1, 2, "one of two");
      bar.draw(1, 2, "one of two");
    }
    String line = "[###############---------------] one of two";
    assertThat(drawn.toString()).isEqualTo("\r" + line + "\r" + " ".repeat(line.length()) + "\r");
  }

  @Test
  void draws_nothing_elsewhere() {
    try (var bar = new ProgressBar(new PrintWriter(drawn), false)) {
      bar.draw(1, 2, "one of two");
    }
    assertThat(drawn.toString()).isEmpty();
  }
}
