package io.kouxin.bot.doctor;

import io.kouxin.bot.hearing.ModelKeeper;
import io.kouxin.bot.hearing.ModelKeeper.Wanted;
import io.kouxin.bot.outbox.Outbox;
import io.kouxin.bot.people.People;
import io.kouxin.bot.work.DeadLetters;
import io.kouxin.integrations.channel.Checkup;
import io.kouxin.integrations.channel.Checkup.State;
import io.kouxin.integrations.channel.Directory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The places that are looked at. */
public final class Examinations {
  private static final long SCARCE = 1L << 30;
  private static final long FULL = 100L << 20;

  private Examinations() {}

  /** What a platform says of us. */
  public static Examination platform(Checkup checkup) {
    return Examination.of(
        checkup.name(),
        () -> checkup.look().stream().map(one -> Finding.of(checkup.name(), one)).toList());
  }

  /** Whom of ours a platform lets us see. */
  public static Examination visibleRange(People people, Directory directory) {
    return new VisibleRange(people, directory);
  }

  /** What waits to leave, and why. */
  public static Examination messages(Outbox outbox, List<Checkup> checkups, Clock clock) {
    return new Messages(outbox, checkups, clock);
  }

  /** Who is asked about strangers; on these channels, or anywhere if there are none. */
  public static Examination administrators(People people, List<String> channels) {
    return new Administrators(people, channels);
  }

  /** Work that kept failing. */
  public static Examination stuckWork(DeadLetters letters) {
    return Examination.of(
        "dead-letters",
        () -> {
          long stuck = letters.count();
          return stuck == 0
              ? List.of(new Finding("dead-letters", State.OK, "stuck-none"))
              : List.of(new Finding("dead-letters", State.WARNING, "stuck", Map.of("n", stuck)));
        });
  }

  /**
   * Whether what people say can be heard.
   *
   * @param main the language most people speak: without it little works
   */
  public static Examination models(ModelKeeper models, Locale main) {
    return Examination.of(
        "models", () -> models.models().stream().map(model -> model(model, main)).toList());
  }

  private static Finding model(Wanted model, Locale main) {
    String language = model.language().getLanguage();
    Map<String, ?> values = Map.of("language", language, "model", model.name());
    State missing = language.equals(main.getLanguage()) ? State.BROKEN : State.WARNING;
    String name = "models." + language;
    return switch (model.state()) {
      case READY -> new Finding(name, State.OK, "model-ok", values);
      case FETCHING -> new Finding(name, State.WARNING, "model-coming", values);
      case MISSING, FAILED -> new Finding(name, missing, "model-missing", values);
    };
  }

  /** Whether there is room for more where the state is. */
  public static Examination disk(Path home) {
    return Examination.of("disk", () -> List.of(room(usable(home))));
  }

  static Finding room(long bytes) {
    State state = bytes < FULL ? State.BROKEN : bytes < SCARCE ? State.WARNING : State.OK;
    String key = state == State.OK ? "disk-ok" : "disk-full";
    return new Finding("disk", state, key, Map.of("room", "%.1f GB".formatted(bytes / 1e9)));
  }

  private static long usable(Path home) {
    try {
      return Files.getFileStore(home).getUsableSpace();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
