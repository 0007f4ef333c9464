package io.kouxin.nlp.tagging;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much the words in and around a mention speak against it: that it was denied or solved, that
 * it is somebody else's, a guess, or what the rep did. A logistic regression over short runs of
 * characters, fitted by {@code StanceMaker} to labelled examples (RATIONALE: "Does a mention
 * hold?").
 *
 * @param weights what each feature adds to the log odds
 * @param constant the log odds without any feature
 */
record Stance(Map<String, Float> weights, double constant) {
  /** Characters that are looked at on either side. */
  private static final int AROUND = 20;

  /** Characters of the longest run. */
  private static final int RUN = 4;

  /** Runs that begin this near to the mention count once more. */
  private static final int NEAR = 5;

  /** Features of a mention of which next to nothing is known. */
  private static final int FEW = 40;

  private static final String FILE = "stance-zh.tsv";

  /** The name of the constant in the file. */
  static final String CONSTANT = "=";

  /** Fitted to Chinese. */
  static Stance chinese() {
    return Chinese.STANCE;
  }

  /** Read when it is first needed. */
  private static final class Chinese {
    static final Stance STANCE = of(new Shipped(FILE).lines());
  }

  /** Reads lines of a feature, a tab and its weight. */
  static Stance of(List<String> lines) {
    var weights = new HashMap<String, Float>();
    for (String line : lines) {
      int tab = line.lastIndexOf('\t');
      weights.put(line.substring(0, tab), Float.valueOf(line.substring(tab + 1)));
    }
    double constant = weights.getOrDefault(CONSTANT, 0f);
    weights.remove(CONSTANT);
    return new Stance(Map.copyOf(weights), constant);
  }

  /**
   * The log odds that a mention does not hold for this customer now.
   *
   * @param text the plain text of the memo
   * @param start index of the first character of the mention
   * @param end index behind the last one
   */
  double against(String text, int start, int end) {
    double sum = 0;
    int known = 0;
    for (String feature : features(text, start, end)) {
      Float weight = weights.get(feature);
      if (weight != null) {
        sum += weight;
        known++;
      }
    }
    return constant + sum * scale(known);
  }

  /**
   * What each of so many features counts: many that say the same are hardly more than some, and few
   * are little.
   */
  static double scale(int features) {
    return 1 / Math.sqrt(Math.max(FEW, features));
  }

  /**
   * What is seen of a mention: runs before it (B), behind it (A), near it on either side (b, a), in
   * it (M), and anywhere of these (W).
   */
  static Set<String> features(String text, int start, int end) {
    var out = new LinkedHashSet<String>();
    String before = text.substring(Math.max(0, start - AROUND), start);
    String after = text.substring(end, Math.min(text.length(), end + AROUND));
    String mention = text.substring(start, end);
    for (int length = 1; length <= RUN; length++) {
      for (int at = 0; at + length <= before.length(); at++) {
        boolean near = before.length() - at - length <= NEAR;
        add(out, "B", near ? "b" : "", before.substring(at, at + length));
      }
      for (int at = 0; at + length <= after.length(); at++) {
        add(out, "A", at <= NEAR ? "a" : "", after.substring(at, at + length));
      }
      for (int at = 0; at + length <= mention.length(); at++) {
        add(out, "M", "", mention.substring(at, at + length));
      }
    }
    return out;
  }

  private static void add(Set<String> out, String side, String near, String run) {
    if (!run.codePoints().allMatch(Character::isIdeographic)) {
      return;
    }
    out.add(side + run);
    out.add("W" + run);
    if (!near.isEmpty()) {
      out.add(near + run);
    }
  }
}
