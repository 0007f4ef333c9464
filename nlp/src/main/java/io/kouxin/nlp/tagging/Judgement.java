package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.EntryMatch.Hit;
import io.kouxin.nlp.tagging.Tagging.Status;

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
   * What is thought of an entry, 0 to 1.
   *
   * @param unopposed how probable it is that it is mentioned; {@link #CERTAIN} at the threshold
   * @param score how probable it is that it is mentioned and holds; the same
   * @param holds how probable it is that what is mentioned holds, by the words in and around it
   * @param weighed whether that is in the score; if not, words that leave it open decide alone
   */
  record Verdict(double unopposed, double score, double holds, boolean weighed) {
    /** From here on it holds, though rules take the words around it for a denial. */
    private static final double SURELY = 0.8;

    /** How much it counts for what is offered: a rep who is asked sees better than we. */
    private static final double OFFERED = 0.35;

    /** What nothing was learned about. */
    static Verdict unweighed(double score) {
      return new Verdict(score, score, 1, false);
    }

    /** Whether it would be certain if nothing spoke against it. */
    boolean said() {
      return weighed && unopposed >= CERTAIN;
    }

    /** By what entries are offered. */
    double rank() {
      return unopposed * Math.pow(holds, OFFERED);
    }

    /**
     * How the customer stands to it.
     *
     * @param byRules what the words around it say by rules alone
     */
    Status status(Status byRules) {
      if (!weighed) {
        return byRules;
      }
      if (byRules != Status.NEGATED || holds >= SURELY) {
        return Status.ASSERTED;
      }
      return said() ? Status.NEGATED : Status.UNCERTAIN;
    }

    /** Whether it sounds as if it did not hold. */
    boolean doubtful() {
      return holds < 0.5 || (said() && score < CERTAIN);
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
      return Verdict.unweighed(probability(match));
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
   * By words and meaning together. That an entry is mentioned is logistic in the deviations of the
   * meaning and the logarithm of the words' score; that what is mentioned holds is logistic in
   * {@link Stance}; both must be so. However surely a thing is mentioned, it can be denied.
   *
   * @param borrowing for entries that borrow wordings (Chinese)
   * @param alone for those that do not (English)
   * @param otherwise judges what has only words
   */
  record ByMeaning(Weighing borrowing, Weighing alone, ByWords otherwise) implements Judgement {
    /** Half of the chance at which a rep who is shown five entries ticks the fifth. */
    private static final double LOOK = 0.005;

    /** What one unit of {@link Stance} takes from the log odds that a mention holds. */
    private static final double COUNTS = 1;

    /** The log odds where it says nothing. */
    private static final double HOLDS = 1.0;

    /** How probable it is that something holds where the contrary is said. */
    private static final double CONTRARY = 0.1;

    /** The weights for a tenant (RATIONALE: "What decides with vectors?"). */
    static ByMeaning after(Background background) {
      return new ByMeaning(
          Weighing.borrowing(background.known(Tongue.CHINESE)),
          Weighing.alone(background.known(Tongue.ENGLISH)),
          ByWords.after(background));
    }

    /**
     * The same with the threshold for what borrows (Chinese) that fits a company.
     *
     * @param certain where its own memos get as many tags as they should
     * @param known how far it is known what its reps say, 0 to 1; the rest is what is usual
     */
    ByMeaning at(double certain, double known) {
      return new ByMeaning(borrowing.at(certain, known), alone, otherwise);
    }

    /** What speaks against a mention was learned for Chinese. */
    @Override
    public Verdict verdict(EntryMatch match, String plain) {
      if (byWords(match)) {
        return otherwise.verdict(match, plain);
      }
      Weighing weighing = weighing(match);
      double mentioned = weighing.probability(match);
      if (!match.talk().any()) {
        return Verdict.unweighed(weighing.score(mentioned));
      }
      double holds = match.contrary(plain) ? CONTRARY : holds(match.first(), plain);
      return new Verdict(weighing.score(mentioned), weighing.score(mentioned * holds), holds, true);
    }

    private Weighing weighing(EntryMatch match) {
      return match.talk().any() ? borrowing : alone;
    }

    private static double holds(Hit mention, String plain) {
      double against = Stance.chinese().against(plain, mention.start(), mention.end());
      return 1 / (1 + Math.exp(COUNTS * against - HOLDS));
    }

    private static boolean byWords(EntryMatch match) {
      return match.named() || (!match.meaning().any() && !match.talk().any());
    }

    @Override
    public boolean worthALook(EntryMatch match) {
      if (byWords(match)) {
        return otherwise.worthALook(match);
      }
      Weighing weighing = weighing(match);
      return weighing.score(weighing.probability(match)) >= LOOK;
    }

    /** Meaning has no such rule: a memo of one sentence is as sure as a long one. */
    @Override
    public boolean standsOut(EntryMatch best, EntryMatch second) {
      return false;
    }
  }
}
