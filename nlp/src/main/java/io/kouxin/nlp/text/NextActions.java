package io.kouxin.nlp.text;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what is to be done next, in the rep's own words: what follows the time that was chosen,
 * else what follows words such as "remind me" or "I have to".
 *
 * @param boundary where the action ends
 * @param filler words to drop at its beginning
 * @param announcing words that announce an action where no time does
 * @param longest characters at most
 * @param order on which side of a time the action stands
 */
record NextActions(Pattern boundary, Pattern filler, Pattern announcing, int longest, Order order) {
  private static final Pattern PURPOSE = Pattern.compile(" ?to \\w+");
  private static final Pattern PREPOSITIONS =
      Pattern.compile(
          "(?:[ ,]+(?:by|on|at|before|for|until|around|no later than|not later than|to))*[ ,]*$");

  /** Where a language puts its time. */
  enum Order {
    /** 下周三再去. */
    TIME_FIRST,
    /** "go back next Wednesday". */
    ACTION_FIRST
  }

  /** A stretch of plain text. */
  record Stretch(int start, int end) {}

  /** The action that goes with a time. */
  Optional<Stretch> at(String text, TimeMention time) {
    Optional<Stretch> behind = from(text, time.end());
    boolean purpose = PURPOSE.matcher(text).region(time.end(), text.length()).lookingAt();
    if (order == Order.ACTION_FIRST && !purpose) {
      Optional<Stretch> leading = leading(text, time.start());
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
    return stretch(text, start, stop - start > longest ? wordEnd(text, start) : stop);
  }

  /** Where the longest action that begins here ends, with whole words where words have spaces. */
  private int wordEnd(String text, int start) {
    int end = start + longest;
    int space = text.lastIndexOf(' ', end);
    return order == Order.ACTION_FIRST && space > start ? space : end;
  }

  /** Where the longest action that ends here begins, with whole words. */
  private int wordStart(String text, int end) {
    int start = Math.max(0, end - longest);
    int space = text.indexOf(' ', start);
    return start > 0 && space > 0 && space < end ? space : start;
  }

  private Optional<Stretch> leading(String text, int end) {
    int start = wordStart(text, end);
    Matcher m = boundary.matcher(text).region(start, end);
    while (m.find()) {
      start = m.end();
    }
    Matcher told = announcing.matcher(text).region(start, end);
    start = told.find() ? told.end() : start;
    Matcher skip = filler.matcher(text).region(start, end);
    start = skip.lookingAt() ? skip.end() : start;
    while (start < end && text.charAt(start) == ' ') {
      start++;
    }
    Matcher tail = PREPOSITIONS.matcher(text).region(start, end);
    return stretch(text, start, tail.find() ? tail.start() : end);
  }

  /** 把方案发过去，下周三之前: the action stands in front of its time. */
  private Optional<Stretch> before(String text, int end) {
    int start = Math.max(0, end - longest);
    Matcher m = boundary.matcher(text).region(start, end);
    int last = -1;
    int previous = -1;
    while (m.find()) {
      previous = last;
      last = m.end();
    }
    if (last < 0) {
      return Optional.empty();
    }
    return end - last >= 2 || previous < 0
        ? stretch(text, last, end)
        : stretch(text, previous, Math.max(previous, last - 1));
  }

  private static Optional<Stretch> stretch(String text, int start, int end) {
    int stop = end;
    while (stop > start && text.charAt(stop - 1) == ' ') {
      stop--;
    }
    return stop - start >= 2 ? Optional.of(new Stretch(start, stop)) : Optional.empty();
  }
}
