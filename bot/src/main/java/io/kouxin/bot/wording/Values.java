package io.kouxin.bot.wording;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The values of one sentence, cleaned, and made shorter where it would be too long. */
final class Values {
  /** Shorter values are never cut: every time, amount and count is. */
  private static final int KEPT = 16;

  /** What is typed somewhere, such as the name of a model: without its middle it is of no use. */
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9]+(?:[-.][A-Za-z0-9]+){2,}");

  private final Map<String, String> texts = new HashMap<>();

  static Values of(Map<String, ?> given) {
    var values = new Values();
    given.forEach((name, value) -> values.texts.put(name, clean(value)));
    return values;
  }

  boolean has(String name) {
    return !get(name).isEmpty();
  }

  String get(String name) {
    return texts.getOrDefault(name, "");
  }

  /** Takes so many characters out of the values with these names, the longest first. */
  void shorten(Iterable<String> names, int tooMany) {
    int left = tooMany;
    while (left > 0) {
      Optional<String> longest = longest(names);
      if (longest.isEmpty()) {
        return;
      }
      String value = get(longest.get());
      // One character at a time would be fair to all, so the longest only sinks to the second.
      int target = Math.max(KEPT, length(value) - Math.max(1, left / 4));
      texts.put(longest.get(), cut(value, target));
      left -= length(value) - target;
    }
  }

  private Optional<String> longest(Iterable<String> names) {
    String found = "";
    int length = KEPT;
    for (String name : names) {
      if (length(get(name)) > length && !isFixed(get(name))) {
        found = name;
        length = length(get(name));
      }
    }
    return found.isEmpty() ? Optional.empty() : Optional.of(found);
  }

  /** Keeps head and tail; the sign in the middle counts as one character. */
  static String cut(String text, int length) {
    int[] points = text.codePoints().filter(c -> c != '…').toArray();
    int head = length / 2;
    int tail = length - head - 1;
    if (points.length <= head + tail) {
      return new String(points, 0, points.length);
    }
    return new String(points, 0, head) + "…" + new String(points, points.length - tail, tail);
  }

  static int length(String text) {
    return text.codePointCount(0, text.length());
  }

  private static boolean isFixed(String value) {
    return value.contains("://")
        || CODE.matcher(value).matches()
        || value.codePoints().noneMatch(Character::isLetter);
  }

  private static String clean(Object value) {
    Object bare =
        value instanceof Optional<?> maybe ? maybe.map(v -> (Object) v).orElse("") : value;
    return bare.toString().replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
  }
}
