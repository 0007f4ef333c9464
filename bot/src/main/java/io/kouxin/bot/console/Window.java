package io.kouxin.bot.console;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a list is wanted; bound from {@code ?limit=&after=}.
 *
 * @param limit rows, 1 to 200, 50 when left out
 * @param after where to go on; empty for the first page
 */
record Window(int limit, Optional<Cursor> after) {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  static Window of(@Nullable Integer limit, @Nullable String after) {
    int rows = limit == null ? USUAL : limit;
    if (rows < 1 || rows > MOST) {
      throw Problem.badRequest("'limit' must be from 1 to " + MOST + ".");
    }
    return new Window(rows, Optional.ofNullable(after).map(Cursor::parse));
  }

  /** How many rows to ask the store for, to see whether there are more. */
  int oneMore() {
    return limit + 1;
  }
}
