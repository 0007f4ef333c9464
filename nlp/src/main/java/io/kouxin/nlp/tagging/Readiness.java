package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.Tagging.Status;
import java.util.Collection;
import java.util.List;
import java.util.function.DoubleFunction;
import java.util.function.DoubleToLongFunction;

/**
 * How ready to tag a company's memos are to be read. Where people talk in images, little of what
 * they say reaches a threshold that fits plain speakers; where everything is about one trade, too
 * much does. So the threshold of a company is the one at which its own memos get about as many tags
 * as memos have things to tag, within bounds (RATIONALE: "How many tags are right?").
 */
final class Readiness {
  /** Tags a memo; labelled sets want .77 to .96, of which a rep is asked for the rest. */
  private static final double TAGS = 0.6;

  /** Below this, hardly more than half of what is tagged would be right. */
  private static final double LEAST = 0.28;

  /** Above this, more is lost than is spared. */
  private static final double MOST = 0.40;

  private static final int STEPS = 6;

  private Readiness() {}

  /** A memo of the company, and what was found in it. */
  record Told(String raw, Memo memo, Collection<EntryMatch> found) {
    private long tags(Selection selecting) {
      return selecting.of(found, memo, raw).tags().stream()
          .filter(tag -> tag.status() == Status.ASSERTED)
          .count();
    }
  }

  /**
   * The threshold.
   *
   * @param selecting what is tagged at a threshold
   */
  static double certain(List<Told> memos, DoubleFunction<Selection> selecting) {
    return certain(
        memos.size(),
        threshold -> {
          Selection at = selecting.apply(threshold);
          return memos.stream().mapToLong(told -> told.tags(at)).sum();
        });
  }

  /**
   * The threshold.
   *
   * @param memos how many there are
   * @param tags how many they get at a threshold; never more at a higher one
   */
  static double certain(int memos, DoubleToLongFunction tags) {
    for (int step = 0; step < STEPS; step++) {
      double threshold = MOST - step * (MOST - LEAST) / STEPS;
      if (tags.applyAsLong(threshold) >= TAGS * memos) {
        return threshold;
      }
    }
    return LEAST;
  }
}
