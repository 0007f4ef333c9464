package io.kouxin.bot.console;

import io.kouxin.bot.people.DirectoryRun;
import io.kouxin.bot.people.DirectorySync;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The company's directories: what came of the last listing, and listing one now. */
@RestController
@RequestMapping("/api/v1/directory")
@Tag(name = "Directory", description = "Teams and leaders as the platforms have them.")
class DirectoryController {
  private final DirectorySync sync;

  DirectoryController(DirectorySync sync) {
    this.sync = sync;
  }

  /**
   * The last listing of one platform.
   *
   * @param state never, running, done, partial, doubted or failed
   * @param reason in the platform's words; empty where nothing went wrong
   * @param gone those who are not there any more; when doubted, those of whom it was not believed
   */
  record RunJson(
      String channel,
      String state,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      Instant nextAt,
      int members,
      int departments,
      int changed,
      int gone,
      String reason) {

    static RunJson of(DirectoryRun run) {
      return new RunJson(
          run.channel(),
          run.outcome().map(outcome -> outcome.name().toLowerCase(Locale.ROOT)).orElse("never"),
          run.startedAt().orElse(null),
          run.endedAt().orElse(null),
          run.nextAt(),
          run.members(),
          run.departments(),
          run.changed(),
          run.gone(),
          run.reason());
    }
  }

  /**
   * What to list.
   *
   * @param channel such as {@code wecom}; all of them if it is left out
   * @param acceptLosses whether this time any number of people may be gone
   */
  record Wish(@Nullable String channel, @Nullable Boolean acceptLosses) {}

  @GetMapping
  @Operation(summary = "What came of the last listing of each platform's directory")
  Page<RunJson> list() {
    return Page.whole(sync.all().stream().map(RunJson::of).toList());
  }

  @PostMapping
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(
      summary = "List a directory now",
      description =
          "Takes seconds to minutes; GET shows how it goes. If a listing was doubted because too"
              + " many people were gone at once, 'acceptLosses' believes it this time.")
  Page<RunJson> run(@RequestBody Wish wish) {
    List<String> channels =
        wish.channel() == null
            ? sync.all().stream().map(DirectoryRun::channel).toList()
            : List.of(wish.channel());
    for (String channel : channels) {
      if (!sync.now(channel, Boolean.TRUE.equals(wish.acceptLosses()))) {
        throw Problem.notFound("There is no platform with a directory of this name.");
      }
    }
    return list();
  }
}
