package io.kouxin.nlp.tagging;

/** Says how probable an entry is, and what is certain enough to be written without asking. */
sealed interface Judgement {
  /** From here on an entry is tagged without asking. */
  double CERTAIN = 0.5;

  /** 0 to 1; {@link #CERTAIN} at the threshold. */
  double probability(EntryMatch match);

  /** Whether a rep should be offered it at all. */
  boolean worthALook(EntryMatch match);

  /**
   * Whether the best entry of a memo of one sentence is certain though it is below the threshold,
   * because no other comes near.
   */
  boolean standsOut(EntryMatch best, EntryMatch second);

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
     * @param memos real ones on which it is calibrated
     */
    static ByWords after(int memos) {
      return new ByWords(memos >= BackgroundMemo.ENOUGH ? USUAL : AT_FIRST_START);
    }

    @Override
    public double probability(EntryMatch match) {
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
   * the words' score. The fewer memos tell what is usual, the less a deviation says.
   *
   * @param meaning what one standard deviation adds to the log odds
   * @param talk what one standard deviation of the borrowed wordings adds
   * @param words what one unit of the logarithm of the words' score adds
   * @param constant the log odds of nothing
   * @param certain the probability at which an entry is tagged
   * @param otherwise judges what has only words: the meaning of other languages is not known
   */
  record ByMeaning(
      double meaning, double talk, double words, double constant, double certain, ByWords otherwise)
      implements Judgement {
    /** So that no words at all have a logarithm. */
    private static final double NO_WORDS = 0.01;

    /** Half of the chance at which a rep who is shown five entries ticks the fifth. */
    private static final double LOOK = 0.005;

    /** Memos from which on more change little. */
    private static final double ENOUGH = 120;

    /**
     * The weights for a tenant, on the straight lines between what was fitted without any memo and
     * with 122 (RATIONALE: "What decides with vectors?").
     *
     * @param memos real ones on which it is calibrated
     */
    static ByMeaning after(int memos) {
      double known = memos < BackgroundMemo.ENOUGH ? 0 : Math.min(1, memos / ENOUGH);
      return new ByMeaning(
          0.24 + known * 0.36,
          0.38 + known * 0.42,
          1.22 - known * 0.5,
          -2.2 - known * 1.8,
          0.28,
          ByWords.after(memos));
    }

    @Override
    public double probability(EntryMatch match) {
      if (match.named() || (!match.meaning().any() && !match.talk().any())) {
        return otherwise.probability(match);
      }
      double evidence =
          meaning * match.meaning().score()
              + talk * match.talk().score()
              + words * Math.log(NO_WORDS + match.words().score())
              + constant;
      return 1 / (1 + Math.exp(-evidence) * certain / (1 - certain));
    }

    @Override
    public boolean worthALook(EntryMatch match) {
      boolean words = match.named() || (!match.meaning().any() && !match.talk().any());
      return words ? otherwise.worthALook(match) : probability(match) >= LOOK;
    }

    /** Meaning has no such rule: a memo of one sentence is as sure as a long one. */
    @Override
    public boolean standsOut(EntryMatch best, EntryMatch second) {
      return false;
    }
  }
}
