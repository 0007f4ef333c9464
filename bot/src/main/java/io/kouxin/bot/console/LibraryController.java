package io.kouxin.bot.console;

import io.kouxin.bot.access.Sight;
import io.kouxin.bot.learning.EntryUse;
import io.kouxin.bot.learning.Lessons;
import io.kouxin.bot.pack.Flaw;
import io.kouxin.bot.pack.InvalidLibraryEntry;
import io.kouxin.bot.pack.Library;
import io.kouxin.bot.pack.LibraryEntries;
import io.kouxin.bot.pack.LibraryItem;
import io.kouxin.bot.pack.Packs;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
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
  private final Packs packs;
  private final LibraryEntries entries;
  private final Lessons lessons;

  LibraryController(Packs packs, Lessons lessons) {
    this.packs = packs;
    this.entries = packs.entries();
    this.lessons = lessons;
  }

  @GetMapping
  @Operation(summary = "All entries, edits included")
  Page<EntryJson> list(@RequestParam(required = false) @Nullable String language, Sight sight) {
    var shown = new Shown(packs.library(), lessons, sight, entries.flaws());
    return Page.whole(
        entries.list().stream()
            .filter(i -> language == null || i.entry().language().getLanguage().equals(language))
            .map(shown::json)
            .toList());
  }

  @GetMapping("/{id}")
  @Operation(summary = "One entry")
  EntryJson one(@PathVariable String id, Sight sight) {
    LibraryItem item = entries.get(id).orElseThrow(LibraryController::none);
    Map<String, List<Flaw>> flaws = Map.of(id, entries.flaws(item));
    return new Shown(packs.library(), lessons, sight, flaws).json(item);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Add an entry")
  EntryJson create(@RequestBody EntryJson entry, Sight sight) {
    LibraryItem item = entry.item(EntryJson.given("id", entry.id()));
    if (!checked(() -> entries.create(item))) {
      throw Problem.conflict("There is an entry with this id already.");
    }
    return one(item.id(), sight);
  }

  @PutMapping("/{id}")
  @Operation(
      summary = "Replace an entry; one of a pack gets an edit over it",
      description = "With 'version', only if that is still the present one.")
  EntryJson update(@PathVariable String id, @RequestBody EntryJson entry, Sight sight) {
    LibraryItem item = entry.item(id);
    int now = entries.get(id).orElseThrow(LibraryController::none).notes().version();
    if (entry.version() != null && entry.version() != now) {
      throw Problem.conflict("Somebody has changed this entry meanwhile. Look at it again.");
    }
    if (!checked(() -> entries.update(item))) {
      throw none();
    }
    return one(id, sight);
  }

  @DeleteMapping("/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Take an entry out of use; one of a pack is hidden")
  void delete(@PathVariable String id) {
    if (!entries.delete(id)) {
      throw none();
    }
  }

  /** What all entries are shown with. */
  private record Shown(
      Map<String, LibraryItem> live,
      Map<String, EntryUse> uses,
      Map<String, Integer> proposed,
      Map<String, List<Flaw>> flaws) {

    Shown(Library library, Lessons lessons, Sight sight, Map<String, List<Flaw>> flaws) {
      this(
          library.items().stream().collect(Collectors.toMap(LibraryItem::id, Function.identity())),
          lessons.uses().stream().collect(Collectors.toMap(EntryUse::entry, Function.identity())),
          lessons.proposed(sight.people()),
          flaws);
    }

    EntryJson json(LibraryItem item) {
      String id = item.id();
      var open =
          new EntryState.Open(proposed.getOrDefault(id, 0), flaws.getOrDefault(id, List.of()));
      EntryUse use = uses.getOrDefault(id, EntryUse.none(id));
      return EntryJson.of(item, EntryState.of(item, live.getOrDefault(id, item), use, open));
    }
  }

  private interface Edit {
    boolean apply();
  }

  private static boolean checked(Edit edit) {
    try {
      return edit.apply();
    } catch (InvalidLibraryEntry e) {
      throw Problem.badRequest(
          String.valueOf(e.getMessage()),
          Map.of("problems", e.flaws().stream().map(EntryState.Wrong::of).toList()));
    }
  }

  private static RuntimeException none() {
    return Problem.notFound("There is no entry with this id.");
  }
}
