package io.kouxin.bot.console;

import io.kouxin.bot.access.Caller;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.outbox.Posted;
import io.kouxin.bot.people.People;
import io.kouxin.bot.people.Person;
import io.kouxin.bot.wording.Wording;
import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What we say: waiting, sent, refused, doubtful. */
@RestController
@RequestMapping("/api/v1/outbox")
@io.swagger.v3.oas.annotations.tags.Tag(name = "Outbox")
class OutboxController {
  private static final int LONGEST = 200;
  private static final int QUOTED = 40;
  private final Outbox outbox;
  private final People people;
  private final Wording wording;

  OutboxController(Outbox outbox, People people, Wording wording) {
    this.outbox = outbox;
    this.people = people;
    this.wording = wording;
  }

  /**
   * A message that was queued.
   *
   * @param key its idempotency key
   * @param state waiting, sent, refused, recalled, or doubtful: it left and may have arrived, and a
   *     repeat would show it twice, so it is not tried again by itself
   * @param reason why it was refused, is doubtful, or waits although it was tried; {@code pace}: it
   *     waits for its turn, nothing is wrong
   * @param sentAt when it left; of a doubtful one, when it may have
   * @param mergedInto the key of the message that carries its words, where several left as one
   * @param way how it went: chat, notice (among the platform's own notices, because the chat could
   *     not be reached), alarm (in the chat, and with an alarm), or none (a card changed in place,
   *     or a message was taken back)
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
      Optional<String> mergedInto,
      Optional<String> way) {
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
          posted.mergedInto(),
          posted.way().map(way -> way.name().toLowerCase(Locale.ROOT)));
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

  /** What is said where the platform keeps the message; without it, a sentence of our own. */
  record Instead(@Nullable String text) {}

  @PostMapping("/{id}/recall")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "Take a message back",
      description =
          "What has not left never does. What has left disappears from the chat within a day; where"
              + " the platform keeps it, the text follows. Asked twice, it happens once.")
  void recall(
      @PathVariable String id,
      @RequestBody(required = false) @Nullable Instead instead,
      Caller by) {
    Posted wrong =
        outbox.get(id).orElseThrow(() -> Problem.notFound("There is no message with this id."));
    if (!outbox.recall(wrong, text(wrong, instead), Optional.of(by.id()))) {
      throw Problem.conflict(
          "This message was taken back before, or there is nothing to take back.");
    }
  }

  private String text(Posted wrong, @Nullable Instead instead) {
    String given = instead == null ? null : instead.text();
    if (given == null || given.isBlank()) {
      Locale language =
          people.behind(wrong.to()).map(Person::language).orElse(Locale.SIMPLIFIED_CHINESE);
      String words = wrong.message().text().replaceAll("\\s+", " ");
      String quote = words.length() > QUOTED ? words.substring(0, QUOTED) + "…" : words;
      return wording.in(language).say("recall.sorry", Map.of("text", quote));
    }
    if (given.length() > LONGEST) {
      throw Problem.badRequest("'text' must have at most " + LONGEST + " characters.");
    }
    return given.strip();
  }

  private static Posted.State state(String text) {
    try {
      return Posted.State.valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.badRequest("'state' must be waiting, sent, refused, doubtful or recalled.");
    }
  }
}
