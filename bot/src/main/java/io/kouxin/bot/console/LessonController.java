package io.kouxin.bot.console;

import io.kouxin.bot.access.Caller;
import io.kouxin.bot.access.Sight;
import io.kouxin.bot.learning.Lesson;
import io.kouxin.bot.learning.Lesson.State;
import io.kouxin.bot.learning.Lessons;
import io.kouxin.bot.learning.Lessons.Outcome;
import io.kouxin.bot.pack.LibraryItem;
import io.kouxin.bot.pack.Packs;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What people's work taught about entries, for those who lead them. Everything can be undone. */
@RestController
@RequestMapping("/api/v1/library/lessons")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Library")
class LessonController {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 200;

  private final Lessons lessons;
  private final Packs packs;
  private final CallerNames names;
  private final Clock clock;

  LessonController(Lessons lessons, Packs packs, CallerNames names, Clock clock) {
    this.lessons = lessons;
    this.packs = packs;
    this.names = names;
    this.clock = clock;
  }

  /**
   * A lesson.
   *
   * @param sense example or counter_example
   * @param text names and numbers are masked
   * @param state proposed, accepted, rejected or taken_back
   * @param times on how many follow-ups that the caller may see
   */
  record LessonJson(
      String id,
      String entry,
      String label,
      String sense,
      String text,
      String state,
      int times,
      List<Origin> sources,
      Optional<Decided> decision) {}

  /** Where it was shown, by whom. */
  record Origin(String followUp, String by, OffsetDateTime at) {}

  /** Who decided, and when. */
  record Decided(String by, OffsetDateTime at) {}

  /**
   * The words that shall count.
   *
   * @param text left out, they stay as they are
   */
  record Wanted(@Nullable String text) {}

  @GetMapping
  @Operation(
      summary = "What was learned, newest first",
      description = "Only from follow-ups that the caller may see.")
  Page<LessonJson> list(
      Sight sight,
      @RequestParam(required = false) @Nullable String entry,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Window window = Window.of(limit, after);
    var filter =
        new Lessons.Filter(
            Optional.empty(),
            Optional.ofNullable(entry),
            Optional.ofNullable(state).map(LessonController::state),
            sight.people());
    List<Lesson> found = lessons.list(filter, window.after().map(Cursor::id), window.oneMore());
    return Page.of(found, window, lesson -> List.of(lesson.id())).map(this::json);
  }

  private static State state(String text) {
    try {
      return State.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("'state' must be one of proposed, accepted, rejected, taken_back.");
    }
  }

  @PostMapping("/{id}/accept")
  @Operation(summary = "Match it from now on", description = "The words may be mended.")
  LessonJson accept(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Wanted wanted,
      Caller caller,
      Sight sight) {
    Lesson lesson = find(id, sight);
    String mended = wanted == null || wanted.text() == null ? lesson.text() : wanted.text().strip();
    if (mended.length() < SHORTEST || mended.length() > LONGEST) {
      throw Problem.badRequest("'text' must have " + SHORTEST + " to " + LONGEST + " characters.");
    }
    return told(id, lessons.accept(lesson, mended, caller.id()), sight);
  }

  @PostMapping("/{id}/reject")
  @Operation(summary = "Never match it, and never propose it again")
  LessonJson reject(@PathVariable String id, Caller caller, Sight sight) {
    return told(id, lessons.reject(find(id, sight), caller.id()), sight);
  }

  @PostMapping("/{id}/take-back")
  @Operation(summary = "Undo the last decision")
  LessonJson takeBack(@PathVariable String id, Caller caller, Sight sight) {
    return told(id, lessons.takeBack(find(id, sight), caller.id()), sight);
  }

  private LessonJson told(String id, Outcome outcome, Sight sight) {
    return switch (outcome) {
      case DONE -> json(find(id, sight));
      case DECIDED_OTHERWISE ->
          throw Problem.conflict("Somebody has decided about this already. Look at it again.");
      case ENTRY_GONE -> throw Problem.conflict("The entry is out of use.");
    };
  }

  /** Whatever the caller may not see is not there. */
  private Lesson find(String id, Sight sight) {
    return lessons
        .find(id, sight.people())
        .orElseThrow(() -> Problem.notFound("There is no lesson with this id."));
  }

  private LessonJson json(Lesson lesson) {
    String label =
        packs.library().item(lesson.entry()).map(LibraryItem::entry).map(e -> e.label()).orElse("");
    return new LessonJson(
        lesson.id(),
        lesson.entry(),
        label,
        lesson.sense().name().toLowerCase(Locale.ROOT),
        lesson.text(),
        lesson.state().name().toLowerCase(Locale.ROOT),
        lesson.sources().size(),
        lesson.sources().stream()
            .map(s -> new Origin(s.followUp(), names.of(s.person()), at(s.at())))
            .toList(),
        lesson.decision().map(d -> new Decided(names.of(d.by()), at(d.at()))));
  }

  private OffsetDateTime at(Instant moment) {
    return moment.atZone(clock.getZone()).toOffsetDateTime();
  }
}
