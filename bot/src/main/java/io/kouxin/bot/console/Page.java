package io.kouxin.bot.console;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * One page of a list.
 *
 * @param next the cursor of the next page, to send as {@code after}; empty (JSON null) on the last
 */
record Page<T>(List<T> items, Optional<String> next) {
  Page {
    items = List.copyOf(items);
  }

  /** A list that is never long enough to need pages. */
  static <T> Page<T> whole(List<T> items) {
    return new Page<>(items, Optional.empty());
  }

  /**
   * A page of what a query for {@link Window#oneMore} rows found: the extra row only tells that
   * there is a next page.
   *
   * @param key what the query orders by and continues after, such as a time and an id
   */
  static <T> Page<T> of(List<T> found, Window window, Function<T, List<String>> key) {
    if (found.size() <= window.limit()) {
      return whole(found);
    }
    List<T> items = found.subList(0, window.limit());
    return new Page<>(items, Optional.of(Cursor.of(key.apply(items.getLast())).text()));
  }

  /** The same page with every item shown differently. */
  <R> Page<R> map(Function<T, R> view) {
    return new Page<>(items.stream().map(view).toList(), next);
  }
}
