package io.kouxin.bot.console;

import io.kouxin.bot.pack.Ask;
import io.kouxin.bot.pack.InvalidLibraryEntry;
import io.kouxin.bot.pack.LibraryEntries;
import io.kouxin.bot.pack.LibraryItem;
import io.kouxin.bot.pack.LibraryItem.Severity;
import io.kouxin.bot.pack.Packs;
import io.kouxin.nlp.tagging.LibraryEntry;
import io.kouxin.nlp.tagging.LibraryEntry.Kind;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The need and objection library; edits are live within a second. */
@RestController
@RequestMapping("/api/v1/library/entries")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Library")
class LibraryController {
  private final LibraryEntries entries;

  LibraryController(Packs packs) {
    this.entries = packs.entries();
  }

  /**
   * An entry as the API shows and takes it.
   *
   * @param kind need, objection, competitor or milestone
   * @param severity normal or high; high tells the rep's leader
   */
  record Entry(
      @Nullable String id,
      @Nullable String kind,
      @Nullable String label,
      @Nullable List<String> phrases,
      @Nullable String industry,
      @Nullable String language,
      @Nullable String severity,
      @Nullable String playbook,
      @Nullable Ask ask) {

    static Entry of(LibraryItem item) {
      LibraryEntry entry = item.entry();
      return new Entry(
          entry.id(),
          entry.kind().name().toLowerCase(Locale.ROOT),
          entry.label(),
          entry.phrases(),
          entry.industry(),
          entry.language().getLanguage(),
          item.severity().name().toLowerCase(Locale.ROOT),
          item.playbook().orElse(null),
          item.ask().orElse(null));
    }

    LibraryItem item(String underId) {
      var entry =
          new LibraryEntry(
              underId,
              one(Kind.class, "kind", given("kind", kind)),
              given("label", label),
              Optional.ofNullable(phrases).orElse(List.of()),
              Optional.ofNullable(industry).orElse(""),
              Locale.forLanguageTag(
                  Language.of(Optional.ofNullable(language).orElse("zh")).code()));
      return new LibraryItem(
          entry,
          one(Severity.class, "severity", Optional.ofNullable(severity).orElse("normal")),
          Optional.ofNullable(playbook),
          Optional.ofNullable(ask));
    }

    private static String given(String name, @Nullable String value) {
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

  @GetMapping
  @Operation(summary = "All entries, edits included")
  Page<Entry> list(@RequestParam(required = false) @Nullable String language) {
    return Page.whole(
        entries.list().stream()
            .filter(i -> language == null || i.entry().language().getLanguage().equals(language))
            .map(Entry::of)
            .toList());
  }

  @GetMapping("/{id}")
  @Operation(summary = "One entry")
  Entry one(@PathVariable String id) {
    return Entry.of(entries.get(id).orElseThrow(LibraryController::none));
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Add an entry")
  Entry create(@RequestBody Entry entry) {
    LibraryItem item = entry.item(Entry.given("id", entry.id()));
    if (!checked(() -> entries.create(item))) {
      throw Problem.conflict("There is an entry with this id already.");
    }
    return Entry.of(item);
  }

  @PutMapping("/{id}")
  @Operation(summary = "Replace an entry; one of a pack gets an edit over it")
  Entry update(@PathVariable String id, @RequestBody Entry entry) {
    LibraryItem item = entry.item(id);
    if (!checked(() -> entries.update(item))) {
      throw none();
    }
    return Entry.of(item);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take an entry out of use; one of a pack is hidden")
  void delete(@PathVariable String id) {
    if (!entries.delete(id)) {
      throw none();
    }
  }

  private interface Edit {
    boolean apply();
  }

  private static boolean checked(Edit edit) {
    try {
      return edit.apply();
    } catch (InvalidLibraryEntry e) {
      throw Problem.badRequest(String.valueOf(e.getMessage()));
    }
  }

  private static RuntimeException none() {
    return Problem.notFound("There is no entry with this id.");
  }
}
