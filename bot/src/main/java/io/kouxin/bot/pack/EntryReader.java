package io.kouxin.bot.pack;

import io.kouxin.nlp.tagging.LibraryEntry;
import io.kouxin.nlp.tagging.LibraryEntry.Contrast;
import io.kouxin.nlp.tagging.LibraryEntry.Kin;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what is matched of one entry of {@code library.yaml}, and what is noted about it. */
final class EntryReader {
  /** All that an entry may have. */
  static final String[] FIELDS = {
    "id",
    "kind",
    "label",
    "language",
    "industry",
    "group",
    "parent",
    "severity",
    "phrases",
    "aliases",
    "negative-phrases",
    "counter-examples",
    "playbook",
    "ask",
    "description",
    "evidence-required",
    "owner",
    "version"
  };

  private static final int LAST_VERSION = 999_999;

  private final EntryManner manner;
  private final String industry;
  private final References references;

  /**
   * A reader of the entries of one file.
   *
   * @param industry of entries that name none
   */
  EntryReader(EntryManner manner, String industry, References references) {
    this.manner = manner;
    this.industry = industry;
    this.references = references;
  }

  /** Empty when something is missing without which nothing can be matched; which is then said. */
  Optional<LibraryEntry> entry(Fields fields) {
    Optional<String> id = manner.id(fields, "id");
    boolean isNew = id.map(references::addEntry).orElse(true);
    if (!isNew) {
      fields.problem("id", "\"" + id.orElse("") + "\" is an entry already", "give it another id");
    }
    Optional<LibraryEntry.Kind> kind =
        fields.parsed("kind", text -> Forms.oneOf(LibraryEntry.Kind.class, text));
    Optional<String> label = manner.label(fields);
    String trade = optional(fields, "industry").orElse(industry);
    List<String> phrases = phrases(fields);
    Optional<Locale> language = manner.language(fields, phrases);
    List<String> aliases = texts(fields, "aliases");
    var kin = new Kin(optional(fields, "group"), optional(fields, "parent"));
    Contrast contrast = contrast(fields, phrases);
    boolean complete =
        isNew
            && id.isPresent()
            && kind.isPresent()
            && label.isPresent()
            && language.isPresent()
            && !phrases.isEmpty();
    return complete
        ? Optional.of(
            new LibraryEntry(
                id.get(),
                kind.get(),
                label.get(),
                phrases,
                trade,
                language.get(),
                aliases,
                kin,
                contrast))
        : Optional.empty();
  }

  private static List<String> phrases(Fields fields) {
    List<String> phrases = sound(fields, "phrases", fields.texts("phrases"));
    if (phrases.isEmpty() && fields.has("phrases")) {
      fields.problem(
          "phrases", "nobody would ever say this", "add the ways in which people say it");
    }
    return phrases;
  }

  private static Contrast contrast(Fields fields, List<String> phrases) {
    Set<String> said = phrases.stream().map(EntryRules::said).collect(Collectors.toSet());
    return new Contrast(
        others(fields, "negative-phrases", said), others(fields, "counter-examples", said));
  }

  /** Texts that speak against an entry; what speaks for it as well is left out and said. */
  private static List<String> others(Fields fields, String name, Set<String> phrases) {
    List<String> texts = texts(fields, name);
    texts.stream()
        .filter(text -> phrases.contains(EntryRules.said(text)))
        .forEach(text -> report(fields, Flaw.Kind.DENIES_ITSELF.in(name, text)));
    return texts.stream().filter(text -> !phrases.contains(EntryRules.said(text))).toList();
  }

  private static List<String> texts(Fields fields, String name) {
    return fields.has(name) ? sound(fields, name, fields.texts(name)) : List.of();
  }

  /** The texts of a list that can be used; the others are left out and said. */
  private static List<String> sound(Fields fields, String name, List<String> texts) {
    List<Flaw> flaws = EntryRules.texts(name, texts);
    flaws.forEach(flaw -> report(fields, flaw));
    Set<String> bad = flaws.stream().map(Flaw::value).collect(Collectors.toSet());
    return texts.stream()
        .filter(text -> !bad.contains(text))
        .limit(EntryRules.MOST.getOrDefault(name, Integer.MAX_VALUE))
        .toList();
  }

  /** What is noted; nothing is matched with it, so that a bad note never costs the entry. */
  LibraryItem.Notes notes(Fields fields) {
    int version =
        fields.has("version")
            ? fields
                .parsed("version", text -> Forms.between(1, LAST_VERSION, text))
                .orElse(LibraryItem.Notes.NONE.version())
            : LibraryItem.Notes.NONE.version();
    return new LibraryItem.Notes(
        note(fields, "description", EntryRules.LONGEST_NOTE),
        texts(fields, "evidence-required"),
        note(fields, "owner", EntryRules.LONGEST_OWNER),
        version);
  }

  private static Optional<String> note(Fields fields, String name, int longest) {
    return fields.has(name)
        ? fields.parsed(name, text -> Forms.atMostLong(longest, text))
        : Optional.empty();
  }

  private Optional<String> optional(Fields fields, String name) {
    return fields.has(name) ? manner.id(fields, name) : Optional.empty();
  }

  /** Notes a flaw where it stands in the file. */
  static void report(Fields fields, Flaw flaw) {
    if (flaw.value().isEmpty() || flaw.field().equals("parent")) {
      fields.problem(flaw.field(), flaw.what(), flaw.remedy());
    } else {
      fields.problemInList(flaw.field(), flaw.value(), flaw.what(), flaw.remedy());
    }
  }
}
