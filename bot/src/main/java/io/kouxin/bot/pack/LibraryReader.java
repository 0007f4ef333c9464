package io.kouxin.bot.pack;

import io.kouxin.bot.pack.LibraryItem.Severity;
import io.kouxin.nlp.tagging.LibraryEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads {@code library.yaml}. */
final class LibraryReader {
  private final EntryReader entries;
  private final References references;
  private final FitLint lint;
  private final Map<LibraryItem, Fields> read = new LinkedHashMap<>();

  /**
   * A reader of a pack's library.
   *
   * @param industry of the pack
   */
  LibraryReader(String industry, References references, FitLint lint) {
    this(new EntryReader(EntryManner.OF_PACKS, industry, references), references, lint);
  }

  private LibraryReader(EntryReader entries, References references, FitLint lint) {
    this.entries = entries;
    this.references = references;
    this.lint = lint;
  }

  /** A reader of a library that stands alone: what names other files is left open. */
  static LibraryReader alone(EntryManner manner) {
    var references = new References();
    return new LibraryReader(
        new EntryReader(manner, "general", references), references, FitLint.NONE);
  }

  List<LibraryItem> read(Fields fields) {
    for (Fields entry : entries(fields)) {
      item(entry).ifPresent(item -> read.put(item, entry));
    }
    return List.copyOf(read.keySet());
  }

  /** The entries of {@code library.yaml}, one by one; fields that nobody knows are noted. */
  static List<Fields> entries(Fields library) {
    library.only("entries");
    List<Fields> entries = library.blocks("entries");
    entries.forEach(entry -> entry.only(EntryReader.FIELDS));
    return entries;
  }

  /** Notes what is wrong between the entries; to be called once all that is required is known. */
  void beside(List<LibraryItem> elsewhere) {
    List<LibraryItem> all = new ArrayList<>(elsewhere);
    all.removeIf(item -> read.keySet().stream().anyMatch(own -> own.id().equals(item.id())));
    all.addAll(read.keySet());
    var neighbours = new Neighbours(all);
    read.forEach(
        (item, fields) -> neighbours.flaws(item).forEach(flaw -> EntryReader.report(fields, flaw)));
  }

  /** One entry; empty when it cannot be matched. What is wrong with it is noted. */
  Optional<LibraryItem> item(Fields fields) {
    Optional<LibraryEntry> entry = entries.entry(fields);
    Severity severity =
        fields.has("severity")
            ? fields
                .parsed("severity", text -> Forms.oneOf(Severity.class, text))
                .orElse(Severity.NORMAL)
            : Severity.NORMAL;
    Optional<String> playbook = fields.optionalText("playbook");
    playbook.ifPresent(
        id ->
            references.toPlaybook(
                id,
                () ->
                    fields.problem(
                        "playbook",
                        "there is no playbook \"" + id + "\"",
                        "write playbooks/" + id + ".md, or name another")));
    Optional<Ask> ask =
        fields.has("ask")
            ? fields.block("ask").map(block -> ask(block, entry.map(LibraryEntry::id)))
            : Optional.empty();
    entry.ifPresent(found -> lint.label(fields, found.label(), found.language()));
    entry.map(Strength::of).filter(it -> it.utterances() < Strength.LEAST).ifPresent(thin(fields));
    LibraryItem.Notes notes = entries.notes(fields);
    return entry.map(e -> new LibraryItem(e, severity, playbook, ask, notes));
  }

  private static Consumer<Strength> thin(Fields fields) {
    return strength ->
        fields.warning(
            "phrases",
            "only %d full utterances; this entry will hardly be found in other words"
                .formatted(strength.utterances()),
            "add some of at least 6 Chinese characters or 3 English words; aim at " + Strength.AIM);
  }

  private Ask ask(Fields fields, Optional<String> asker) {
    fields.only("question", "choices");
    String question =
        fields
            .parsed("question", text -> Forms.shown(EntryRules.LONGEST_QUESTION, text))
            .orElse("");
    List<Fields> blocks = fields.blocks("choices");
    List<Ask.Choice> choices =
        blocks.stream().map(block -> choice(block, asker.orElse(""))).toList();
    // Six buttons fit on a WeCom card, and one of them is always "skip".
    if (choices.size() < 2 || choices.size() > 5) {
      fields.problem("choices", "a question has 2 to 5 choices", "add some or take some out");
    }
    lint.ask(fields, question, blocks, choices);
    return new Ask(question, choices);
  }

  private Ask.Choice choice(Fields fields, String asker) {
    fields.only("label", "entry");
    Optional<String> entry = fields.optionalText("entry");
    entry.ifPresent(
        id ->
            references.toEntry(
                id,
                () ->
                    fields.problem(
                        "entry", "there is no entry \"" + id + "\"", "name one, or take it out")));
    entry.ifPresent(id -> lint.action(fields, asker, id));
    String label =
        fields.parsed("label", text -> Forms.shown(EntryRules.WIDEST_CHOICE, text)).orElse("");
    return new Ask.Choice(label, entry);
  }
}
