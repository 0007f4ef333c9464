package io.kouxin.nlp.tagging;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How much the words in and around a mention speak against it: that it was denied or solved, that
 * it is somebody else's, a guess, or what the rep did. A logistic regression over short runs of
 * characters, fitted by {@code StanceMaker} to labelled examples (RATIONALE: "Does a mention
 * hold?").
 *
 * @param weights by a run of characters, what it adds to the log odds where it is seen
 * @param constant the log odds without any run
 */
record Stance(Map<String, Map<Side, Float>> weights, double constant) {
  /** Characters that are looked at on either side. */
  private static final int AROUND = 20;

  /** Characters of the longest run. */
  private static final int RUN = 4;

  /** Runs that begin this near to the mention count once more. */
  private static final int NEAR = 5;

  /** Runs on their sides of which next to nothing is known. */
  private static final int FEW = 40;

  private static final String FILE = "stance-zh.tsv";

  /** The name of the constant in the file. */
  static final String CONSTANT = "=";

  private static final Set<Side> BEFORE = EnumSet.of(Side.BEFORE, Side.ANYWHERE);
  private static final Set<Side> JUST_BEFORE =
      EnumSet.of(Side.BEFORE, Side.JUST_BEFORE, Side.ANYWHERE);
  private static final Set<Side> WITHIN = EnumSet.of(Side.WITHIN, Side.ANYWHERE);
  private static final Set<Side> BEHIND = EnumSet.of(Side.BEHIND, Side.ANYWHERE);
  private static final Set<Side> JUST_BEHIND =
      EnumSet.of(Side.BEHIND, Side.JUST_BEHIND, Side.ANYWHERE);

  /** Where a run stands. It counts once on each side on which it is seen. */
  enum Side {
    BEFORE('B'),
    JUST_BEFORE('b'),
    WITHIN('M'),
    BEHIND('A'),
    JUST_BEHIND('a'),
    ANYWHERE('W');

    private final char letter;

    Side(char letter) {
      this.letter = letter;
    }

    /** The name of a run on this side in the file. */
    String of(String run) {
      return letter + run;
    }

    private static Side of(char letter) {
      return Arrays.stream(values()).filter(s -> s.letter == letter).findFirst().orElseThrow();
    }
  }

  /** Fitted to Chinese. */
  static Stance chinese() {
    return Chinese.STANCE;
  }

  /** Read when it is first needed. */
  private static final class Chinese {
    static final Stance STANCE = of(new Shipped(FILE).lines());
  }

  /** Reads lines of a side's letter and a run, a tab and the weight. */
  static Stance of(List<String> lines) {
    var named = new HashMap<String, Float>();
    for (String line : lines) {
      int tab = line.lastIndexOf('\t');
      named.put(line.substring(0, tab), Float.valueOf(line.substring(tab + 1)));
    }
    double constant = named.getOrDefault(CONSTANT, 0f);
    named.remove(CONSTANT);
    return of(named, constant);
  }

  /** Of weights by the name of a run on its side. */
  static Stance of(Map<String, Float> named, double constant) {
    var weights = new HashMap<String, Map<Side, Float>>();
    named.forEach(
        (name, weight) ->
            weights
                .computeIfAbsent(name.substring(1), run -> new EnumMap<>(Side.class))
                .put(Side.of(name.charAt(0)), weight));
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
    for (Map.Entry<String, Set<Side>> seen : seen(text, start, end).entrySet()) {
      for (Map.Entry<Side, Float> weight :
          weights.getOrDefault(seen.getKey(), Map.of()).entrySet()) {
        if (seen.getValue().contains(weight.getKey())) {
          sum += weight.getValue();
          known++;
        }
      }
    }
    return constant + sum * scale(known);
  }

  /**
   * What each of so many runs counts: many that say the same are hardly more than some, and few are
   * little.
   */
  static double scale(int runs) {
    return 1 / Math.sqrt(Math.max(FEW, runs));
  }

  /** What is seen of a mention: the runs in and around it, and on which sides each is. */
  static Map<String, Set<Side>> seen(String text, int start, int end) {
    var out = new HashMap<String, Set<Side>>();
    Sides before = (from, to) -> start - to <= NEAR ? JUST_BEFORE : BEFORE;
    Sides behind = (from, to) -> from - end <= NEAR ? JUST_BEHIND : BEHIND;
    look(text, Math.max(0, start - AROUND), start, before, out);
    look(text, start, end, (from, to) -> WITHIN, out);
    look(text, end, Math.min(text.length(), end + AROUND), behind, out);
    return out;
  }

  /** On which sides of the mention a run counts, by where it begins and ends. */
  private interface Sides {
    Set<Side> of(int from, int to);
  }

  /** Notes the runs of Chinese characters in a stretch of the text. */
  private static void look(String text, int from, int to, Sides sides, Map<String, Set<Side>> out) {
    for (int at = from; at < to; at++) {
      int longest = Math.min(to, at + RUN);
      for (int end = at; end < longest && Character.isIdeographic(text.charAt(end)); end++) {
        out.computeIfAbsent(text.substring(at, end + 1), run -> EnumSet.noneOf(Side.class))
            .addAll(sides.of(at, end + 1));
      }
    }
  }
}
