package io.kouxin.bot.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything wrong that was found so far. */
final class Problems {
  /** A pack of rubbish is not worth more than a page. */
  private static final int MOST_OF_A_PACK = 200;

  private final int most;
  private final List<PackProblem> found = new ArrayList<>();
  private final List<PackProblem> warnings = new ArrayList<>();

  /** Of a pack. */
  Problems() {
    this(MOST_OF_A_PACK);
  }

  private Problems(int most) {
    this.most = most;
  }

  /** All there are, however many: whoever goes on without the broken entries must hear of each. */
  static Problems unlimited() {
    return new Problems(Integer.MAX_VALUE);
  }

  void add(PackProblem problem) {
    if (found.size() < most) {
      found.add(problem);
    }
  }

  /** Notes what works, but not as it was written. */
  void warn(PackProblem warning) {
    if (warnings.size() < most) {
      warnings.add(warning);
    }
  }

  int count() {
    return found.size();
  }

  List<PackProblem> all() {
    return sorted(found);
  }

  List<PackProblem> warnings() {
    return sorted(warnings);
  }

  private static List<PackProblem> sorted(List<PackProblem> problems) {
    return problems.stream()
        .sorted(
            Comparator.comparing(PackProblem::file)
                .thenComparingInt(PackProblem::line)
                .thenComparingInt(PackProblem::column))
        .toList();
  }
}
