package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.Tagging.Evidence;
import java.util.List;

/**
 * Why a memo is tagged with an entry, or is not.
 *
 * @param entry the id of the entry
 * @param outcome what comes of it
 * @param score 0 to 1, as in {@link Tagging}; 0 if nothing speaks for the entry
 * @param certain the score from which on an entry is tagged without asking
 * @param reasons what speaks for it, the strongest phrases of each way
 * @param against what speaks against it
 */
public record Why(
    String entry,
    Outcome outcome,
    double score,
    double certain,
    List<Reason> reasons,
    List<Against> against) {
  public Why {
    reasons = List.copyOf(reasons);
    against = List.copyOf(against);
  }

  /** What comes of an entry. */
  public enum Outcome {
    /** Written without asking. */
    TAGGED,
    /** Among the tags, as denied. */
    DENIED,
    /** Offered to the rep. */
    OFFERED,
    /** Neither. */
    LEFT_OUT
  }

  /** By which way a phrase was found. */
  public enum How {
    /** A name of the entry was said. */
    NAME,
    /** Words or sounds of the phrase are there; its strength is the share of them, 0 to 1. */
    WORDS,
    /** It means something alike; its strength is in standard deviations over what is usual. */
    MEANING,
    /** The same of a wording that the entry borrows of the sales talk that ships. */
    BORROWED
  }

  /** What can speak against an entry. */
  public enum Against {
    /** The words around it deny it, say that it is solved, or that it is somebody else's. */
    DENIED,
    /** The words around it leave it open. */
    UNCERTAIN,
    /** The words in and around it sound as if it did not hold; it counts for less. */
    DOUBTFUL,
    /** One of its negative phrases stands beside it. */
    NEGATIVE_PHRASE,
    /** One of its counter-examples is told. */
    COUNTER_EXAMPLE,
    /** The same words speak for a more specific or a likelier entry. */
    KIN,
    /** Too little speaks for it. */
    TOO_LITTLE
  }

  /**
   * A phrase that speaks for the entry.
   *
   * @param phrase in plain spelling
   * @param evidence where in the memo
   * @param strength see {@link How}
   */
  public record Reason(How how, String phrase, Evidence evidence, double strength) {}
}
