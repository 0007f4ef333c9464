package io.kouxin.nlp.tagging;

import io.kouxin.nlp.tagging.EntryMatch.Found;
import io.kouxin.nlp.tagging.Usual.Moments;
import io.kouxin.nlp.tagging.Usual.Typical;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A wording and how like it the memos of a {@link Ground} are.
 *
 * @param scores by memo; not a number where the memo is about it
 * @param moments of the scores
 * @param atAGlance of the scores at a glance
 */
@SuppressWarnings("ArrayRecordComponent") // thousands of them, and soon forgotten: no copies
record Heard(
    Wording wording, PhraseMeaning meaning, double[] scores, Moments moments, Moments atAGlance) {
  static List<Heard> of(List<Wording> wordings, Ground ground) {
    List<PhraseMeaning> meanings = wordings.parallelStream().map(ground::meaning).toList();
    double[][] scores = ground.scores(wordings, memo -> memo.scores(meanings));
    double[][] glances =
        ground.scores(wordings, memo -> meanings.stream().mapToDouble(memo::atAGlance).toArray());
    return IntStream.range(0, wordings.size())
        .mapToObj(
            w ->
                new Heard(
                    wordings.get(w),
                    meanings.get(w),
                    scores[w],
                    ground.moments(scores[w]),
                    ground.moments(glances[w])))
        .toList();
  }

  Saying saying(Sayings.Level typical) {
    return new Saying(
        wording, meaning, typical.wording().usual(moments), typical.glance().usual(atAGlance));
  }

  /** By owner, what its best wordings usually get together, in standard deviations. */
  static Map<String, Moments> owners(List<Heard> all, Typical typical, Ground ground) {
    Map<String, List<Heard>> owners =
        all.stream()
            .collect(
                Collectors.groupingBy(
                    h -> h.wording().owner(), LinkedHashMap::new, Collectors.toList()));
    var out = new LinkedHashMap<String, Moments>();
    owners.forEach((owner, heard) -> out.put(owner, ground.moments(together(heard, typical))));
    return out;
  }

  private static double[] together(List<Heard> heard, Typical typical) {
    List<double[]> above = heard.stream().map(h -> h.above(typical.usual(h.moments()))).toList();
    return IntStream.range(0, above.getFirst().length)
        .mapToDouble(
            memo ->
                above.stream()
                    .map(scores -> scores[memo])
                    .sorted(Comparator.reverseOrder())
                    .limit(Found.HITS)
                    .mapToDouble(score -> score)
                    .average()
                    .orElse(Double.NaN))
        .toArray();
  }

  private double[] above(Usual usual) {
    double[] out = new double[scores.length];
    for (int memo = 0; memo < out.length; memo++) {
      out[memo] = usual.above(scores[memo]);
    }
    return out;
  }
}
