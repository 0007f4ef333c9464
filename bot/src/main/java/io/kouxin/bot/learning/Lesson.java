package io.kouxin.bot.learning;

import io.kouxin.bot.pack.Taught;
import io.kouxin.bot.pack.Taught.Sense;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * An utterance that people showed to mean an entry, or to only sound like it.
 *
 * @param id opaque; later lessons have greater ones
 * @param entry the id in the library
 * @param text names and numbers are masked
 * @param firstAt when it was first shown
 * @param sources who showed it, oldest first; the same utterance of several is one lesson
 * @param decision the last one; empty as long as nobody decided
 */
public record Lesson(
    String id,
    String entry,
    Sense sense,
    String text,
    State state,
    Instant firstAt,
    List<Source> sources,
    Optional<Decision> decision) {
  public Lesson {
    sources = List.copyOf(sources);
  }

  /** Where it stands. */
  public enum State {
    /** Nobody has decided. */
    PROPOSED,
    /** It is matched. */
    ACCEPTED,
    /** It is never matched, and never proposed again. */
    REJECTED,
    /** It was matched, and is not any more. */
    TAKEN_BACK
  }

  /**
   * Somebody who showed it.
   *
   * @param followUp the id
   * @param person the id of whoever ticked or took away
   */
  public record Source(String followUp, String person, Instant at) {}

  /** Who decided, and when. */
  public record Decision(String by, Instant at) {}

  Taught taught() {
    return new Taught(entry, sense, text);
  }
}
