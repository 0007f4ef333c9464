package io.kouxin.nlp.tagging;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A customer's need, objection, competitor, stakeholder or milestone, with the ways in which people
 * say it.
 *
 * @param id stable, lower case with dashes, never shown to a rep
 * @param label what a rep reads
 * @param phrases how people say it; more and longer ones match better
 * @param industry whose it is; not a filter
 * @param language the language of its phrases
 * @param aliases other names of it (a rival's products); one that is said word for word is enough
 * @param kin what it competes with
 * @param contrast what sounds like it and is not
 */
public record LibraryEntry(
    String id,
    Kind kind,
    String label,
    List<String> phrases,
    String industry,
    Locale language,
    List<String> aliases,
    Kin kin,
    Contrast contrast) {
  public LibraryEntry {
    phrases = List.copyOf(phrases);
    aliases = List.copyOf(aliases);
  }

  /** An entry that has only phrases. */
  public LibraryEntry(
      String id, Kind kind, String label, List<String> phrases, String industry, Locale language) {
    this(id, kind, label, phrases, industry, language, List.of(), Kin.NONE, Contrast.NONE);
  }

  /** The same entry with other words. */
  LibraryEntry saying(List<String> phrases, List<String> aliases) {
    return new LibraryEntry(id, kind, label, phrases, industry, language, aliases, kin, contrast);
  }

  /** What an entry is about. */
  public enum Kind {
    NEED,
    OBJECTION,
    COMPETITOR,
    STAKEHOLDER,
    MILESTONE
  }

  /**
   * What an entry competes with wherever words near by speak for both. The very same words say one
   * thing in any case.
   *
   * @param group entries of one name compete with each other; any name, never shown to a rep
   * @param parent the id of the more general entry that gives way to this one
   */
  public record Kin(Optional<String> group, Optional<String> parent) {
    /** Of an entry that competes only where the very same words speak for another. */
    public static final Kin NONE = new Kin(Optional.empty(), Optional.empty());
  }

  /**
   * What sounds like an entry and is not.
   *
   * @param negativePhrases short; where one is said, the words beside it do not speak for the entry
   * @param counterExamples whole utterances that were taken for the entry and are not
   */
  public record Contrast(List<String> negativePhrases, List<String> counterExamples) {
    /** Of an entry that is not mistaken for anything. */
    public static final Contrast NONE = new Contrast(List.of(), List.of());

    public Contrast {
      negativePhrases = List.copyOf(negativePhrases);
      counterExamples = List.copyOf(counterExamples);
    }
  }
}
