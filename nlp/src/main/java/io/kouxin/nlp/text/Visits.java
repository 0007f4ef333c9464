package io.kouxin.nlp.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds where a memo goes over to the next visit. Only words that come in pairs split (第一家…第二家…),
 * or words that plainly bring in another customer; a lone 第一家 does not.
 *
 * @param pairs what begins the first visit and what begins each later one
 */
record Visits(List<Pair> pairs) {
  /** A visit shorter than this is a way of speaking. */
  private static final int SHORTEST = 2;

  /**
   * Words that begin visits.
   *
   * @param first begins the first; an empty pattern when nothing needs to
   * @param next begins each later one
   */
  record Pair(Pattern first, Pattern next) {}

  /** The indexes at which the second and later visits begin; empty for one visit. */
  List<Integer> cuts(String text) {
    for (Pair pair : pairs) {
      List<Integer> cuts = cuts(text, pair);
      if (!cuts.isEmpty()) {
        return cuts;
      }
    }
    return List.of();
  }

  private static List<Integer> cuts(String text, Pair pair) {
    Matcher first = pair.first().matcher(text);
    if (!first.find()) {
      return List.of();
    }
    var out = new ArrayList<Integer>();
    Matcher next =
        pair.next().matcher(text).region(first.end(), text.length()).useTransparentBounds(true);
    int last = first.end();
    while (next.find()) {
      if (next.start() - last >= SHORTEST && text.length() - next.end() >= SHORTEST) {
        out.add(next.start());
        last = next.end();
      }
    }
    return out;
  }
}
