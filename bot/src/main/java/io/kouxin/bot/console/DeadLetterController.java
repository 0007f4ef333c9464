package io.kouxin.bot.console;

import io.kouxin.bot.work.DeadLetters;
import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Work that kept failing and was put aside. */
@RestController
@RequestMapping("/api/v1/dead-letters")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Dead letters")
class DeadLetterController {
  private final DeadLetters letters;

  DeadLetterController(DeadLetters letters) {
    this.letters = letters;
  }

  @GetMapping
  @Operation(summary = "What was put aside and not tried again yet, newest first")
  Page<DeadLetters.Letter> list(
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Window window = Window.of(limit, after);
    return Page.of(
        letters.open(window.after().map(Cursor::id), window.oneMore()),
        window,
        letter -> List.of(letter.id()));
  }

  @PostMapping("/{id}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Put it back into its queue")
  void retry(@PathVariable String id) {
    if (!letters.retry(id)) {
      throw Problem.notFound("There is no dead letter with this id that waits.");
    }
  }
}
