package io.kouxin.bot.pack;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything wrong that was found so far. A pack of rubbish is not worth more than a page. */
final class Problems {
  private static final int MOST = 200;

  private final List<PackProblem> found = new ArrayList<>();
  private final List<PackProblem> warnings = new ArrayList<>();

  void add(PackProblem problem) {
    if (found.size() < MOST) {
      found.add(problem);
    }
  }

  /** Notes what works, but not as it was written. */
  void warn(PackProblem warning) {
    if (warnings.size() < MOST) {
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
