package io.kouxin.bot.command;

import java.io.PrintWriter;

/** One line on a terminal that is drawn over and over; on anything else it draws nothing. */
final class ProgressBar implements AutoCloseable {
  private static final int WIDTH = 30;
  private final PrintWriter terminal;
  private final boolean shown;
  private int drawn;
  private int last = -1;

  ProgressBar(PrintWriter terminal, boolean shown) {
    this.terminal = terminal;
    this.shown = shown;
  }

  /** Draws {@code done} of {@code all}; an {@code all} of 0 or less is "not known". */
  void draw(long done, long all, String what) {
    int full = all <= 0 ? 0 : (int) Math.min(WIDTH, WIDTH * done / all);
    int step = (int) (all <= 0 ? done >> 20 : 200 * done / all);
    if (!shown || step == last) {
      return;
    }
    last = step;
    String line = "[" + "#".repeat(full) + "-".repeat(WIDTH - full) + "] " + what;
    terminal.print("\r" + line + " ".repeat(Math.max(0, drawn - line.length())));
    terminal.flush();
    drawn = line.length();
  }

  /** Takes the line away, so that what follows stands alone. */
  @Override
  public void close() {
    if (drawn > 0) {
      terminal.print("\r" + " ".repeat(drawn) + "\r");
      terminal.flush();
      drawn = 0;
    }
    last = -1;
  }
}
