package io.kouxin.bot.pack;

import io.kouxin.nlp.tagging.LibraryEntry;
import java.util.List;
import java.util.Map;

/**
 * What came of reading libraries without their packs.
 *
 * @param entries as they are matched
 * @param problems all of them, in the order of files and lines
 * @param places where each entry stands, by its id
 */
public record LoneReading(
    List<LibraryEntry> entries, List<PackProblem> problems, Map<String, String> places) {
  public LoneReading {
    entries = List.copyOf(entries);
    problems = List.copyOf(problems);
    places = Map.copyOf(places);
  }
}
