package io.kouxin.nlp.tagging;

import io.kouxin.nlp.meaning.Encoder;
import io.kouxin.nlp.tagging.Usual.Moments;
import java.util.Collections;
import java.util.List;
import java.util.function.Function;
import java.util.function.IntPredicate;
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
   * By wording, how like it each memo is; not a number where a memo is known to be about it.
   *
   * @param like how like each of the wordings a memo is
   */
  double[][] scores(List<Wording> wordings, Function<MemoMeaning, double[]> like) {
    List<double[]> byMemo = meanings.parallelStream().map(like).toList();
    double[][] out = new double[wordings.size()][memos.size()];
    for (int w = 0; w < out.length; w++) {
      for (int m = 0; m < memos.size(); m++) {
        boolean open = Collections.disjoint(memos.get(m).about(), wordings.get(w).entries());
        out[w][m] = open ? byMemo.get(m)[w] : Double.NaN;
      }
    }
    return out;
  }

  /** What is usual among such scores: what people say or what is put together, if that is more. */
  Moments moments(double[] scores) {
    Moments said = moments(scores, m -> memos.get(m).about().isEmpty());
    return said.orMore(moments(scores, m -> !memos.get(m).about().isEmpty()));
  }

  private static Moments moments(double[] scores, IntPredicate which) {
    return Moments.of(
        IntStream.range(0, scores.length)
            .filter(m -> which.test(m) && !Double.isNaN(scores[m]))
            .mapToDouble(m -> scores[m])
            .toArray());
  }
}
