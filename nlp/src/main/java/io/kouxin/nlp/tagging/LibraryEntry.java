package io.kouxin.nlp.tagging;

import java.util.List;
import java.util.Locale;

/**
 * A customer's need, objection, competitor or milestone, with the ways in which people say it.
 *
 * @param id stable, lower case with dashes, never shown to a rep
 * @param label what a rep reads
 * @param phrases how people say it; more and longer ones match better
 * @param industry whose it is; not a filter
 * @param language the language of its phrases
 */
public record LibraryEntry(
    String id, Kind kind, String label, List<String> phrases, String industry, Locale language) {
  public LibraryEntry {
    phrases = List.copyOf(phrases);
  }

  /** What an entry is about. */
  public enum Kind {
    NEED,
    OBJECTION,
    COMPETITOR,
    MILESTONE
  }
}
