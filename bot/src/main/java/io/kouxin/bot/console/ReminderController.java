package io.kouxin.bot.console;

import io.kouxin.bot.access.Sight;
import io.kouxin.bot.reminder.Reminder;
import io.kouxin.bot.reminder.Reminders;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What comes up again. */
@RestController
@RequestMapping("/api/v1/reminders")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Reminders")
class ReminderController {
  private final Reminders reminders;

  ReminderController(Reminders reminders) {
    this.reminders = reminders;
  }

  @GetMapping
  @Operation(summary = "Reminders, nearest due time first; state waiting, shown, done or cancelled")
  Page<Reminder> list(
      Sight sight,
      @RequestParam(required = false) @Nullable String rep,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Window window = Window.of(limit, after);
    var filter =
        new Reminders.Filter(
            Optional.ofNullable(rep).filter(person -> !person.isBlank()),
            state == null || state.isBlank() ? Set.of() : Set.of(state(state)),
            sight.people());
    List<Reminder> found = reminders.list(filter, window.after().map(Cursor::id), window.oneMore());
    return Page.of(found, window, reminder -> List.of(reminder.id()));
  }

  private static Reminder.State state(String text) {
    try {
      return Reminder.State.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("'state' must be waiting, shown, done or cancelled.");
    }
  }
}
