package io.kouxin.bot.pack;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a pack.
 *
 * @param pack what could be read; entries with problems are left out of it. Empty when not even its
 *     name could
 * @param problems all of them, in the order of files and lines
 */
public record PackReading(Optional<Pack> pack, List<PackProblem> problems) {
  public PackReading {
    problems = List.copyOf(problems);
  }

  /** Whether the pack may be installed. */
  public boolean isSound() {
    return problems.isEmpty() && pack.isPresent();
  }
}
