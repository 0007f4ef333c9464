package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.EntryMatch.Hit;

/** Says how probable an entry is, and what is certain enough to be written without asking. */
sealed interface Judgement {
  /** From here on an entry is tagged without asking. */
  double CERTAIN = 0.5;

  /**
   * What is thought of an entry.
   *
   * @param plain the memo in which it was found
   */
  Verdict verdict(EntryMatch match, String plain);

  /** Whether a rep should be offered it at all. */
  boolean worthALook(EntryMatch match);

  /**
   * Whether the best entry of a memo of one sentence is certain though it is below the threshold,
   * because no other comes near.
   */
  boolean standsOut(EntryMatch best, EntryMatch second);

  /**
   * What is thought of an entry; all of it 0 to 1, {@link #CERTAIN} at the threshold.
   *
   * @param unopposed how probable it is by what was said for it
   * @param score the same with what the words around it say: that it holds, or that it does not
   * @param rank by what entries are offered: a rep who is asked sees better than we what holds
   * @param weighed whether words that leave it open are in the score; if not, they decide alone
   */
  record Verdict(double unopposed, double score, double rank, boolean weighed) {
    /** Whether it would be certain if nothing spoke against it. */
    boolean said() {
      return weighed && unopposed >= CERTAIN;
    }

    /** Whether something speaks against it. */
    boolean doubtful() {
      return score < unopposed;
    }
  }

  /**
   * By the words alone.
   *
   * @param certain the score of words at which an entry is tagged
   */
  record ByWords(double certain) implements Judgement {
    /** Middle of the plateau on which the labelled development memos score best (.12 to .15). */
    private static final double USUAL = 0.135;

    /** The same without real memos: common words are not known to be common, so more is asked. */
    private static final double AT_FIRST_START = 0.19;

    private static final double LOOK = 0.015;

    /** How much of the threshold is enough for an entry that stands out in a single sentence. */
    private static final double ENOUGH = 2 / 3.0;

    /** And how many times the score of the next entry it must have. */
    private static final double AHEAD = 4 / 3.0;

    private static final double SLOPE = 1.6;

    /**
     * The threshold for a tenant.
     *
     * @param background on which it is calibrated
     */
    static ByWords after(Background background) {
      return new ByWords(background.tellsWords() ? USUAL : AT_FIRST_START);
    }

    /** Words that deny are found by rules alone. */
    @Override
    public Verdict verdict(EntryMatch match, String plain) {
      double probability = probability(match);
      return new Verdict(probability, probability, probability, false);
    }

    private double probability(EntryMatch match) {
      double score = match.words().score();
      return score <= 0 ? 0 : 1 / (1 + Math.pow(certain / score, SLOPE));
    }

    @Override
    public boolean worthALook(EntryMatch match) {
      return match.words().score() >= LOOK;
    }

    /**
     * A score is the best of all windows of a memo; with one window there is less chance in it, and
     * chance gives several entries about the same.
     */
    @Override
    public boolean standsOut(EntryMatch best, EntryMatch second) {
      double score = best.words().score();
      return score >= ENOUGH * certain && score >= AHEAD * second.words().score();
    }
  }

  /**
   * By words and meaning together: logistic in the deviations of the meaning and the logarithm of
   * the words' score.
   *
   * @param borrowing for entries that borrow wordings (Chinese)
   * @param alone for those that do not (English)
   * @param otherwise judges what has only words
   */
  record ByMeaning(Weighing borrowing, Weighing alone, ByWords otherwise) implements Judgement {
    /** Half of the chance at which a rep who is shown five entries ticks the fifth. */
    private static final double LOOK = 0.005;

    /** What one unit of {@link Stance} takes from the log odds of an entry. */
    private static final double COUNTS = 0.68;

    /** What it adds if it speaks for the mention, which is the usual thing and says less. */
    private static final double CONFIRMS = 0.28;

    /** What is beyond, on either side, never counts for more: it is not as sure as it says. */
    private static final double LEAST = -3;

    private static final double MOST = 5;

    /** How much of it counts for what is offered. */
    private static final double OFFERED = 0.15;

    /** The weights for a tenant (RATIONALE: "What decides with vectors?"). */
    static ByMeaning after(Background background) {
      return new ByMeaning(
          Weighing.borrowing(background.known(Tongue.CHINESE)),
          Weighing.alone(background.known(Tongue.ENGLISH)),
          ByWords.after(background));
    }

    /** What speaks against a mention was learned for Chinese. */
    @Override
    public Verdict verdict(EntryMatch match, String plain) {
      if (byWords(match)) {
        return otherwise.verdict(match, plain);
      }
      double probability = probability(match);
      if (!match.talk().any()) {
        return new Verdict(probability, probability, probability, false);
      }
      double doubt = doubt(match, plain);
      return new Verdict(
          probability, less(probability, doubt), less(probability, OFFERED * doubt), true);
    }

    private double probability(EntryMatch match) {
      return (match.talk().any() ? borrowing : alone).probability(match);
    }

    private static double doubt(EntryMatch match, String plain) {
      Hit first = match.first();
      double against =
          Math.clamp(Stance.chinese().against(plain, first.start(), first.end()), LEAST, MOST);
      return against * (against > 0 ? COUNTS : CONFIRMS);
    }

    /** A probability with so much taken from its log odds. */
    private static double less(double probability, double doubt) {
      double held = probability * Math.exp(-doubt);
      return held / (1 - probability + held);
    }

    private static boolean byWords(EntryMatch match) {
      return match.named() || (!match.meaning().any() && !match.talk().any());
    }

    @Override
    public boolean worthALook(EntryMatch match) {
      return byWords(match) ? otherwise.worthALook(match) : probability(match) >= LOOK;
    }

    /** Meaning has no such rule: a memo of one sentence is as sure as a long one. */
    @Override
    public boolean standsOut(EntryMatch best, EntryMatch second) {
      return false;
    }
  }
}
