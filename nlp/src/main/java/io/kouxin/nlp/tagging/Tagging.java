package io.kouxin.nlp.tagging;

import java.util.List;

/**
 * What an utterance says of the library.
 *
 * @param tags certain enough to be written without asking, best first; denied mentions stand here
 *     too, as {@link Status#NEGATED}
 * @param suggestions worth offering to the rep, best first, none of them in {@code tags}
 * @param errors entries that could not be matched; one broken entry never spoils the rest
 */
public record Tagging(List<Tag> tags, List<Tag> suggestions, List<EntryError> errors) {
  public Tagging {
    tags = List.copyOf(tags);
    suggestions = List.copyOf(suggestions);
    errors = List.copyOf(errors);
  }

  /**
   * One entry that was found.
   *
   * @param entry the id of the entry
   * @param score 0 to 1, calibrated so that it compares between entries
   * @param evidence where it was said, in the raw text; at least one
   */
  public record Tag(
      String entry,
      LibraryEntry.Kind kind,
      String label,
      double score,
      Status status,
      List<Evidence> evidence) {
    public Tag {
      evidence = List.copyOf(evidence);
    }
  }

  /** Words in the raw text that speak for an entry; {@code end} is behind the last character. */
  public record Evidence(int start, int end, String text) {}

  /** An entry that failed, and why. */
  public record EntryError(String entry, String reason) {}

  /** How the customer stands to it. */
  public enum Status {
    /** The customer has it now. */
    ASSERTED,
    /** Mentioned and denied, solved, or somebody else's. */
    NEGATED,
    /** Mentioned, and the words leave it open. */
    UNCERTAIN
  }
}
