package io.kouxin.bot.pack;

import io.kouxin.bot.pack.LibraryItem.Severity;
import io.kouxin.nlp.tagging.LibraryEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads {@code library.yaml}. */
final class LibraryReader {
  private static final int WIDEST_LABEL = 20;
  private static final int WIDEST_QUESTION = 60;
  private static final int WIDEST_CHOICE = 10;

  private final String industry;
  private final References references;
  private final FitLint lint;

  LibraryReader(String industry, References references, FitLint lint) {
    this.industry = industry;
    this.references = references;
    this.lint = lint;
  }

  List<LibraryItem> read(Fields fields) {
    fields.only("entries");
    List<LibraryItem> items = new ArrayList<>();
    for (Fields entry : fields.blocks("entries")) {
      entry.only(
          "id", "kind", "label", "language", "industry", "severity", "phrases", "playbook", "ask");
      item(entry).ifPresent(items::add);
    }
    return items;
  }

  private Optional<LibraryItem> item(Fields fields) {
    Optional<LibraryEntry> entry = entry(fields);
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
    return entry.map(e -> new LibraryItem(e, severity, playbook, ask));
  }

  private Optional<LibraryEntry> entry(Fields fields) {
    Optional<String> id = fields.parsed("id", Forms::id);
    boolean isNew = id.map(references::addEntry).orElse(true);
    if (!isNew) {
      fields.problem("id", "\"" + id.orElse("") + "\" is an entry already", "give it another id");
    }
    Optional<LibraryEntry.Kind> kind =
        fields.parsed("kind", text -> Forms.oneOf(LibraryEntry.Kind.class, text));
    Optional<String> label = fields.parsed("label", text -> Forms.atMostWide(WIDEST_LABEL, text));
    Optional<Locale> language = fields.parsed("language", Forms::language);
    Optional<String> trade =
        fields.has("industry") ? fields.parsed("industry", Forms::id) : Optional.of(industry);
    List<String> phrases = fields.texts("phrases");
    if (phrases.isEmpty() && fields.has("phrases")) {
      fields.problem(
          "phrases", "nobody would ever say this", "add the ways in which people say it");
    }
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
                id.get(), kind.get(), label.get(), phrases, trade.orElse(industry), language.get()))
        : Optional.empty();
  }

  private Ask ask(Fields fields, Optional<String> asker) {
    fields.only("question", "choices");
    String question =
        fields.parsed("question", text -> Forms.atMostWide(WIDEST_QUESTION, text)).orElse("");
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
    String label = fields.parsed("label", text -> Forms.atMostWide(WIDEST_CHOICE, text)).orElse("");
    return new Ask.Choice(label, entry);
  }
}
