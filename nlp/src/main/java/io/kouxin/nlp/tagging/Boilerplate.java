package io.kouxin.nlp.tagging;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Words that a tenant's reps say in every memo (greetings, sign-offs): runs of {@value #RUN} units
 * that stand in at least {@value #MEMOS} background memos. They match nothing but a whole phrase.
 */
final class Boilerplate {
  private static final int RUN = 7;
  private static final int MEMOS = 3;

  private final Set<String> runs = new HashSet<>();

  Boilerplate(List<Units> background) {
    Map<String, Integer> seen = new HashMap<>();
    for (Units memo : background) {
      var own = new HashSet<String>();
      for (int i = 0; i + RUN <= memo.size(); i++) {
        own.add(run(memo, i));
      }
      own.forEach(r -> seen.merge(r, 1, Integer::sum));
    }
    seen.forEach(
        (run, memos) -> {
          if (memos >= MEMOS) {
            runs.add(run);
          }
        });
  }

  private static String run(Units memo, int from) {
    var out = new StringBuilder();
    for (int i = from; i < from + RUN; i++) {
      out.append(memo.get(i).text()).append('_');
    }
    return out.toString();
  }

  /** Which units of a memo are boilerplate. */
  boolean[] in(Units memo) {
    boolean[] out = new boolean[memo.size()];
    if (runs.isEmpty()) {
      return out;
    }
    for (int i = 0; i + RUN <= memo.size(); i++) {
      if (runs.contains(run(memo, i))) {
        java.util.Arrays.fill(out, i, i + RUN, true);
      }
    }
    return out;
  }

  /** Which plain characters of a memo are boilerplate. */
  boolean[] characters(Units memo) {
    boolean[] out = new boolean[memo.plain().text().length()];
    boolean[] units = in(memo);
    for (int i = 0; i < units.length; i++) {
      if (units[i]) {
        java.util.Arrays.fill(out, memo.get(i).start(), memo.get(i).end(), true);
      }
    }
    return out;
  }
}
