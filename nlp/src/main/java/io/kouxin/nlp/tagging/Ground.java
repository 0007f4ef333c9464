package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.tagging.Usual.Moments;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What the meanings of a library are calibrated on. An edited library stands on the same ground as
 * the one before.
 *
 * @param memos what reps usually say
 * @param weights what each token says
 */
record Ground(Encoder encoder, List<MemoMeaning> memos, Weights weights) {

  /** The centres of the language. */
  Centres centres() {
    return Centres.of(Tongue.of(encoder));
  }

  PhraseMeaning meaning(Wording wording) {
    return PhraseMeaning.of(encoder.encode(wording.phrase().plain()), weights, centres());
  }

  /**
   * What a wording usually gets.
   *
   * @param like how like it a memo is
   */
  Moments moments(ToDoubleFunction<MemoMeaning> like) {
    return Moments.of(memos.stream().mapToDouble(like).toArray());
  }
}
