package io.kouxin.bot.command;

import io.kouxin.bot.pack.Strength;
import io.kouxin.nlp.tagging.LibraryEntry;
import java.io.PrintWriter;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The entries that more phrases would help, as the library page counts them. */
final class ThinEntries {
  private ThinEntries() {}

  /** All of them, the thinnest first. */
  static void print(List<LibraryEntry> library, PrintWriter out) {
    Map<Integer, List<String>> thin =
        library.stream()
            .filter(entry -> Strength.of(entry).isThin())
            .collect(
                Collectors.groupingBy(
                    entry -> Strength.of(entry).utterances(),
                    TreeMap::new,
                    Collectors.mapping(LibraryEntry::id, Collectors.toList())));
    out.printf(
        "thin entries (fewer than %d full utterances): %d of %d%n",
        Strength.AIM, thin.values().stream().mapToInt(List::size).sum(), library.size());
    thin.forEach((has, ids) -> out.println("  with " + has + ": " + String.join(", ", ids)));
  }
}
