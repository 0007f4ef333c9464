package io.kouxin.nlp.text;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what is to be done next, in the rep's own words: what follows the time that was chosen,
 * else what follows words such as "remind me" or "I have to".
 *
 * @param boundary where the action ends
 * @param filler words to drop at its beginning
 * @param announcing words that announce an action where no time does
 * @param opening words that begin an action by themselves, as an imperative does
 * @param tail words to drop at its end, in front of a time
 * @param order on which side of a time the action stands
 */
record NextActions(
    Pattern boundary,
    Pattern filler,
    Pattern announcing,
    Pattern opening,
    Pattern tail,
    Order order) {
  private static final Pattern PURPOSE = Pattern.compile(" ?to \\w+");

  /** Where a language puts its time. */
  enum Order {
    /** 下周三再去. */
    TIME_FIRST(30),
    /** "go back next Wednesday". */
    ACTION_FIRST(80);

    /** Characters that an action has at most. */
    private final int longest;

    Order(int longest) {
      this.longest = longest;
    }
  }

  /** A stretch of plain text. */
  record Stretch(int start, int end) {}

  /** The action that goes with a time. */
  Optional<Stretch> at(String text, TimeMention time) {
    Optional<Stretch> behind = from(text, time.end());
    boolean purpose = PURPOSE.matcher(text).region(time.end(), text.length()).lookingAt();
    if (order == Order.ACTION_FIRST && !purpose) {
      Optional<Stretch> leading = leading(text, time.start(), begins(text, time.end()));
      return leading.isPresent() ? leading : behind;
    }
    return behind.isPresent() ? behind : before(text, time.start());
  }

  /** The first action that is announced without a time. */
  Optional<Stretch> announced(String text) {
    Matcher m = announcing.matcher(text);
    while (m.find()) {
      Optional<Stretch> action = from(text, m.end());
      if (action.isPresent()) {
        return action;
      }
    }
    return Optional.empty();
  }

  private Optional<Stretch> from(String text, int at) {
    int start = at;
    Matcher skip = filler.matcher(text).region(at, text.length());
    if (skip.lookingAt()) {
      start = skip.end();
    }
    while (start < text.length() && text.charAt(start) == ' ') {
      start++;
    }
    Matcher end = boundary.matcher(text).region(start, text.length());
    int stop = end.find() ? end.start() : text.length();
    return stretch(text, start, stop - start > order.longest ? wordEnd(text, start) : stop);
  }

  /** Where the longest action that begins here ends, with whole words where words have spaces. */
  private int wordEnd(String text, int start) {
    int end = start + order.longest;
    int space = text.lastIndexOf(' ', end);
    return order == Order.ACTION_FIRST && space > start ? space : end;
  }

  /** Where the longest action that ends here begins, with whole words. */
  private int wordStart(String text, int end) {
    int start = Math.max(0, end - order.longest);
    int space = text.indexOf(' ', start);
    return start > 0 && space > 0 && space < end ? space : start;
  }

  /**
   * "send the quote" on Friday: from the words that begin the last action to the time.
   *
   * @param certain whether only such words will do, since an action begins behind the time
   */
  private Optional<Stretch> leading(String text, int end, boolean certain) {
    int reach = wordStart(text, end);
    int start = lastEnd(boundary, text, reach, end).orElse(reach);
    OptionalInt told = lastEnd(announcing, text, start, end);
    OptionalInt begun = lastEnd(opening, text, told.orElse(start), end);
    return certain && told.isEmpty() && begun.isEmpty()
        ? Optional.empty()
        : trimmed(text, begun.orElse(told.orElse(start)), end);
  }

  private boolean begins(String text, int at) {
    int start = at < text.length() && text.charAt(at) == ' ' ? at + 1 : at;
    return lookingAt(announcing, text, start) || lookingAt(opening, text, start);
  }

  private static boolean lookingAt(Pattern pattern, String text, int at) {
    return pattern.matcher(text).region(at, text.length()).useTransparentBounds(true).lookingAt();
  }

  private Optional<Stretch> trimmed(String text, int from, int end) {
    int start = from;
    Matcher skip = filler.matcher(text).region(start, end);
    start = skip.lookingAt() ? skip.end() : start;
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    Matcher drop = tail.matcher(text).region(start, end);
    return stretch(text, start, drop.find() ? drop.start() : end);
  }

  private static OptionalInt lastEnd(Pattern pattern, String text, int from, int to) {
    Matcher m = pattern.matcher(text).region(from, to).useTransparentBounds(true);
    m.useAnchoringBounds(false);
    OptionalInt last = OptionalInt.empty();
    while (m.find()) {
      last = OptionalInt.of(m.end());
    }
    return last;
  }

  /** 把方案发过去，下周三之前: the action stands in front of its time. */
  private Optional<Stretch> before(String text, int end) {
    int start = Math.max(0, end - order.longest);
    Matcher m = boundary.matcher(text).region(start, end);
    int last = -1;
    int previous = -1;
    while (m.find()) {
      previous = last;
      last = m.end();
    }
    if (last < 0) {
      return unbounded(text, start, end);
    }
    return end - last >= 2 || previous < 0
        ? trimmed(text, last, end)
        : stretch(text, previous, Math.max(previous, last - 1));
  }

  /** 给张主任送样品周五上午: nothing parts the action from what stands before it but its own words. */
  private Optional<Stretch> unbounded(String text, int start, int end) {
    OptionalInt told = lastEnd(announcing, text, start, end);
    if (told.isPresent()) {
      return trimmed(text, told.getAsInt(), end);
    }
    boolean begins = start == 0 && opening.matcher(text).region(0, end).lookingAt();
    return begins ? trimmed(text, 0, end) : Optional.empty();
  }

  private static Optional<Stretch> stretch(String text, int start, int end) {
    int stop = end;
    while (stop > start && text.charAt(stop - 1) == ' ') {
      stop--;
    }
    return stop - start >= 2 ? Optional.of(new Stretch(start, stop)) : Optional.empty();
  }
}
