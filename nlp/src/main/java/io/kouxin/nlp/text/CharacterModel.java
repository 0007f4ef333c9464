package io.kouxin.nlp.text;

import java.util.Arrays;
import java.util.Collection;
import java.util.stream.IntStream;

/**
 * How likely one Chinese character is behind two others: trigrams over what people say and over the
 * words of a dictionary, with Witten and Bell's weight for what was never seen. All likelihoods are
 * natural logarithms. Takes some 12 MB; safe for many threads.
 */
final class CharacterModel {
  /** Stands for whatever is not Chinese, and for the beginning. */
  static final char NONE = 0;

  /**
   * What one occurrence in a newspaper weighs beside one in talk, at the power of {@link #POWER}.
   */
  private static final double NEWS = 0.2;

  private static final double POWER = 0.5;

  /** How much a kind of continuation speaks for one that was never seen. */
  private static final double UNSEEN = 0.5;

  private final NgramCounts counts = new NgramCounts();
  private final float[] single = new float[Character.MAX_VALUE + 1];
  private float[] likelihood = {};
  private float[] rest = {};

  private CharacterModel() {}

  /**
   * Learns from talk, and from the core dictionary.
   *
   * @param talk plain texts; only their Chinese stretches count
   */
  static CharacterModel of(Collection<String> talk) {
    var model = new CharacterModel();
    CommonWords.each((word, often) -> model.learn(word, (float) (NEWS * Math.pow(often, POWER))));
    talk.forEach(text -> model.learn(text, 1));
    model.freeze();
    return model;
  }

  private void learn(String text, float weight) {
    int from = 0;
    for (int i = 0; i <= text.length(); i++) {
      if (i == text.length() || !PlainText.isHan(text.charAt(i))) {
        counts.add(text, from, i, weight);
        from = i + 1;
      }
    }
  }

  /** From counts to likelihoods, the shorter n-grams first because the longer ones lean on them. */
  private void freeze() {
    likelihood = new float[counts.slots()];
    rest = new float[counts.slots()];
    double all = counts.total() + 200;
    Arrays.fill(single, (float) Math.log(0.02 / all));
    for (int length = 1; length <= 3; length++) {
      for (int slot = 0; slot < counts.slots(); slot++) {
        long key = counts.key(slot);
        if (key != 0 && NgramCounts.length(key) == length) {
          freeze(slot, key, all);
        }
      }
    }
    counts.forget();
  }

  private void freeze(int slot, long key, double all) {
    char a = (char) (key >>> 32);
    char b = (char) (key >>> 16);
    char c = (char) key;
    double left = counts.ended(slot) + UNSEEN * counts.kinds(slot);
    double whole = counts.followed(slot) + UNSEEN * counts.kinds(slot);
    rest[slot] = (float) Math.log(whole > 0 ? left / whole : 1);
    if (b == NONE) {
      single[c] = (float) Math.log((counts.of(slot) + 0.02) / all);
      likelihood[slot] = single[c];
      return;
    }
    int context = counts.find(NgramCounts.key(NONE, a, b));
    double shorter = a == NONE ? single[c] : after(b, c);
    double seen = counts.followed(context) + UNSEEN * counts.kinds(context);
    likelihood[slot] = (float) Math.log(counts.of(slot) / seen + Math.exp(rest[context] + shorter));
  }

  /** The likelihood of a character by itself. */
  double alone(char c) {
    return single[c];
  }

  private double after(char b, char c) {
    int slot = counts.find(NgramCounts.key(NONE, b, c));
    return slot >= 0 ? likelihood[slot] : rest(NONE, b) + single[c];
  }

  /**
   * The likelihood of {@code c} behind {@code a} and {@code b}, either of which may be {@link
   * #NONE}.
   *
   * @param restOfBoth {@code rest(a, b)}, which is the same for every {@code c}
   * @param restOfOne {@code rest(NONE, b)}
   */
  double after(char a, char b, char c, double restOfBoth, double restOfOne) {
    if (b == NONE) {
      return single[c];
    }
    int pair = counts.find(NgramCounts.key(NONE, b, c));
    if (pair < 0) {
      return restOfBoth + restOfOne + single[c];
    }
    int three = a == NONE ? -1 : counts.find(NgramCounts.key(a, b, c));
    return three >= 0 ? likelihood[three] : restOfBoth + likelihood[pair];
  }

  /** What is left for continuations never seen; 0 where the context itself is unknown. */
  double rest(char a, char b) {
    if (b == NONE) {
      return 0;
    }
    int slot = counts.find(NgramCounts.key(NONE, a, b));
    return slot < 0 ? 0 : rest[slot];
  }

  /** Whether two characters were ever seen side by side, and so each two of more characters. */
  boolean knows(String stretch) {
    return IntStream.range(1, stretch.length())
        .allMatch(
            i -> counts.find(NgramCounts.key(NONE, stretch.charAt(i - 1), stretch.charAt(i))) >= 0);
  }

  /**
   * The likelihood of the characters of a text from a place on; those that are not Chinese count
   * nothing.
   */
  double likelihood(String text, int from) {
    double sum = 0;
    for (int i = from; i < text.length() && PlainText.isHan(text.charAt(i)); i++) {
      char b = chinese(text, i - 1);
      char a = b == NONE ? NONE : chinese(text, i - 2);
      double restOfBoth = a == NONE ? 0 : rest(a, b);
      sum += after(a, b, text.charAt(i), restOfBoth, rest(NONE, b));
    }
    return sum;
  }

  private static char chinese(String text, int at) {
    return at >= 0 && PlainText.isHan(text.charAt(at)) ? text.charAt(at) : NONE;
  }
}
