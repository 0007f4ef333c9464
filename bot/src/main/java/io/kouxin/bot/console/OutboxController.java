package io.kouxin.bot.console;

import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.Posted;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What we say: waiting, sent, refused, doubtful. */
@RestController
@RequestMapping("/api/v1/outbox")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Outbox")
class OutboxController {
  private final Outbox outbox;

  OutboxController(Outbox outbox) {
    this.outbox = outbox;
  }

  /**
   * A message that was queued.
   *
   * @param key its idempotency key
   * @param state waiting, sent, refused, or doubtful: it left and may have arrived, and a repeat
   *     would show it twice, so it is not tried again by itself
   * @param reason why it was refused, is doubtful, or waits although it was tried; {@code pace}: it
   *     waits for its turn, nothing is wrong
   * @param sentAt when it left; of a doubtful one, when it may have
   * @param mergedInto the key of the message that carries its words, where several left as one
   */
  record Item(
      String id,
      String key,
      String channel,
      String recipient,
      String text,
      String state,
      Optional<String> reason,
      Instant createdAt,
      Optional<Instant> sentAt,
      Optional<String> mergedInto) {
    static Item of(Posted posted) {
      return new Item(
          posted.id(),
          posted.message().key(),
          posted.to().channel(),
          posted.to().account(),
          posted.message().text(),
          posted.state().name().toLowerCase(Locale.ROOT),
          posted.reason(),
          posted.createdAt(),
          posted.sentAt(),
          posted.mergedInto());
    }
  }

  @GetMapping
  @Operation(summary = "Messages, newest first")
  Page<Item> list(
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String after) {
    Window window = Window.of(limit, after);
    List<Posted> found =
        outbox.list(
            Optional.ofNullable(state).map(OutboxController::state),
            window.after().map(Cursor::id),
            window.oneMore());
    return Page.of(found.stream().map(Item::of).toList(), window, item -> List.of(item.id()));
  }

  @PostMapping("/{id}/retry")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Try a refused or doubtful message again")
  void retry(@PathVariable String id) {
    if (!outbox.retry(id)) {
      throw Problem.notFound("There is no refused or doubtful message with this id.");
    }
  }

  private static Posted.State state(String text) {
    try {
      return Posted.State.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("'state' must be waiting, sent, refused or doubtful.");
    }
  }
}
