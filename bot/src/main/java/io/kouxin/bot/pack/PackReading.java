package io.kouxin.bot.pack;

import java.util.List;
import java.util.Optional;

/**
 * What came of reading a pack.
 *
 * @param pack what could be read; entries with problems are left out of it. Empty when not even its
 *     name could
 * @param problems all of them, in the order of files and lines
 * @param warnings what works, but not as it was written: what chats cut or leave out
 */
public record PackReading(
    Optional<Pack> pack, List<PackProblem> problems, List<PackProblem> warnings) {
  public PackReading {
    problems = List.copyOf(problems);
    warnings = List.copyOf(warnings);
  }

  /** Whether the pack may be installed. */
  public boolean isSound() {
    return problems.isEmpty() && pack.isPresent();
  }
}
