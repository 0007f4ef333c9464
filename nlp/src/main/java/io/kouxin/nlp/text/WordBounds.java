package io.kouxin.nlp.text;

import java.util.Arrays;

/**
 * Where the words of a text begin and end: the cut whose words together stood most often in the
 * newspapers. 工程总包 is 工程|总|包, so nobody called 程总 is in it; 主任务必 is 主任|务必.
 */
final class WordBounds {
  private static final int LONGEST = 4;

  /** How many words the newspapers had. */
  private static final double ALL = Math.log(1_200_000);

  /** Titles hardly stand in newspapers (店长, 护士长), but in every memo. */
  private static final int TITLE_FREQUENCY = 30;

  private final String text;
  private final boolean[] bounds;

  private WordBounds(String text, boolean[] bounds) {
    this.text = text;
    this.bounds = bounds;
  }

  static WordBounds of(String text) {
    double[] cost = new double[text.length() + 1];
    int[] from = new int[text.length() + 1];
    Arrays.fill(cost, 1, cost.length, Double.POSITIVE_INFINITY);
    for (int at = 0; at < text.length(); at++) {
      for (int end = at + 1; end <= Math.min(text.length(), at + LONGEST); end++) {
        double whole = cost[at] + cost(text.substring(at, end));
        if (whole < cost[end]) {
          cost[end] = whole;
          from[end] = at;
        }
      }
    }
    var bounds = new boolean[text.length() + 1];
    for (int at = text.length(); at > 0; at = from[at]) {
      bounds[at] = true;
    }
    bounds[0] = true;
    return new WordBounds(text, bounds);
  }

  private static double cost(String word) {
    int frequency = CommonWords.frequency(word);
    if (word.length() > 1) {
      frequency = Titles.isTitle(word) ? Math.max(frequency, TITLE_FREQUENCY) : frequency;
      return frequency == 0 ? Double.POSITIVE_INFINITY : ALL - Math.log(frequency);
    }
    return ALL - Math.log(Math.max(frequency, 1));
  }

  /** Whether no word stands across this place. */
  boolean at(int place) {
    return bounds[place];
  }

  /** How often the word across this place stood in the newspapers, 0 when there is none. */
  int frequencyAcross(int place) {
    Span word = wordOver(place);
    return word.end() == word.start() ? 0 : CommonWords.frequency(word.of(text));
  }

  /** The word across this place, empty when there is none. */
  Span wordOver(int place) {
    int start = place;
    int end = place;
    while (!bounds[start]) {
      start--;
    }
    while (!bounds[end]) {
      end++;
    }
    return new Span(start, end);
  }
}
