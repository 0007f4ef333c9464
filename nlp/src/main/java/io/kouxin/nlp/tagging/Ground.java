package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.tagging.Usual.Moments;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What the meanings of a library are calibrated on. An edited library stands on the same ground as
 * the one before.
 *
 * @param memos what reps usually say
 * @param meanings of these memos, in the same order
 * @param weights what each token says
 */
record Ground(
    Encoder encoder, List<BackgroundMemo> memos, List<MemoMeaning> meanings, Weights weights) {

  /** The centres of the language. */
  Centres centres() {
    return Centres.of(Tongue.of(encoder));
  }

  PhraseMeaning meaning(Wording wording) {
    return PhraseMeaning.of(encoder.encode(wording.phrase().plain()), weights, centres());
  }

  /**
   * What a wording usually gets, from memos that are not known to be about it.
   *
   * @param like how like it a memo is
   */
  Moments moments(Wording wording, ToDoubleFunction<MemoMeaning> like) {
    Moments said = moments(m -> memos.get(m).about().isEmpty(), like);
    Moments putTogether =
        moments(
            m -> {
              Set<String> about = memos.get(m).about();
              return !about.isEmpty() && Collections.disjoint(about, wording.entries());
            },
            like);
    return said.orMore(putTogether);
  }

  private Moments moments(IntPredicate which, ToDoubleFunction<MemoMeaning> like) {
    return Moments.of(
        IntStream.range(0, memos.size())
            .filter(which)
            .mapToDouble(m -> like.applyAsDouble(meanings.get(m)))
            .toArray());
  }
}
