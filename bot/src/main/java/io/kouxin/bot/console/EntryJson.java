package io.kouxin.bot.console;

import io.kouxin.bot.pack.LibraryItem;
import io.kouxin.bot.pack.LibraryItem.Notes;
import io.kouxin.bot.pack.LibraryItem.Severity;
import io.kouxin.nlp.tagging.LibraryEntry;
import io.kouxin.nlp.tagging.LibraryEntry.Contrast;
import io.kouxin.nlp.tagging.LibraryEntry.Kin;
import io.kouxin.nlp.tagging.LibraryEntry.Kind;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An entry as the API shows and takes it.
 *
 * @param kind need, objection, competitor, stakeholder or milestone
 * @param severity normal or high; high tells the rep's leader
 * @param group entries of one group compete with each other
 * @param parent the more general entry
 * @param aliases other names; one that is said word for word is enough
 * @param negativePhrases short words that mislead
 * @param counterExamples whole utterances that were taken for it and are not
 * @param evidenceRequired what one wants to see before it is believed
 * @param version grows by itself; sent with a change, the change is refused if it is an older one
 * @param state what is known of it; never taken
 */
record EntryJson(
    @Nullable String id,
    @Nullable String kind,
    @Nullable String label,
    @Nullable List<String> phrases,
    @Nullable String industry,
    @Nullable String language,
    @Nullable String severity,
    @Nullable String playbook,
    @Nullable AskJson ask,
    @Nullable String group,
    @Nullable String parent,
    @Nullable List<String> aliases,
    @Nullable List<String> negativePhrases,
    @Nullable List<String> counterExamples,
    @Nullable String description,
    @Nullable List<String> evidenceRequired,
    @Nullable String owner,
    @Nullable Integer version,
    @Schema(accessMode = Schema.AccessMode.READ_ONLY) @Nullable EntryState state) {

  static EntryJson of(LibraryItem item, EntryState state) {
    LibraryEntry entry = item.entry();
    Notes notes = item.notes();
    return new EntryJson(
        entry.id(),
        entry.kind().name().toLowerCase(Locale.ROOT),
        entry.label(),
        entry.phrases(),
        entry.industry(),
        entry.language().getLanguage(),
        item.severity().name().toLowerCase(Locale.ROOT),
        item.playbook().orElse(null),
        item.ask().map(AskJson::of).orElse(null),
        entry.kin().group().orElse(null),
        entry.kin().parent().orElse(null),
        entry.aliases(),
        entry.contrast().negativePhrases(),
        entry.contrast().counterExamples(),
        notes.description().orElse(null),
        notes.evidenceRequired(),
        notes.owner().orElse(null),
        notes.version(),
        state);
  }

  LibraryItem item(String underId) {
    var entry =
        new LibraryEntry(
            underId,
            one(Kind.class, "kind", given("kind", kind)),
            given("label", label),
            texts(phrases),
            Optional.ofNullable(industry).orElse(""),
            Locale.forLanguageTag(Language.of(Optional.ofNullable(language).orElse("zh")).code()),
            texts(aliases),
            new Kin(filled(group), filled(parent)),
            new Contrast(texts(negativePhrases), texts(counterExamples)));
    var notes = new Notes(filled(description), texts(evidenceRequired), filled(owner), 1);
    return new LibraryItem(
        entry,
        one(Severity.class, "severity", Optional.ofNullable(severity).orElse("normal")),
        filled(playbook),
        Optional.ofNullable(ask).map(AskJson::ask),
        notes);
  }

  /** Blanks around a text and empty lines are nobody's intention. */
  private static List<String> texts(@Nullable List<String> given) {
    List<String> all = given == null ? List.of() : given;
    return all.stream()
        .filter(Objects::nonNull)
        .map(String::strip)
        .filter(text -> !text.isEmpty())
        .toList();
  }

  private static Optional<String> filled(@Nullable String text) {
    return Optional.ofNullable(text).map(String::strip).filter(some -> !some.isEmpty());
  }

  static String given(String name, @Nullable String value) {
    if (value == null || value.isBlank()) {
      throw Problem.badRequest("'" + name + "' is missing.");
    }
    return value.strip();
  }

  private static <E extends Enum<E>> E one(Class<E> type, String name, String value) {
    try {
      return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      String all =
          String.join(", ", List.of(type.getEnumConstants()).stream().map(Enum::name).toList());
      throw Problem.badRequest(
          "'" + name + "' must be one of " + all.toLowerCase(Locale.ROOT) + ".");
    }
  }
}
