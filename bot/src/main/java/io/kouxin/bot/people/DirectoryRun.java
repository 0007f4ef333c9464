package io.kouxin.bot.people;

import java.time.Instant;
import java.util.Optional;

/**
 * The last listing of a platform's directory.
 *
 * @param outcome empty if there was none yet
 * @param reason for whatever went wrong, in the platform's words; empty if nothing did
 * @param members whom the platform showed us
 * @param changed people whose name, team or leader is another now
 * @param gone those who are not there any more; with {@link Outcome#DOUBTED}, those of whom that
 *     was not believed
 */
public record DirectoryRun(
    String channel,
    Optional<Outcome> outcome,
    Optional<Instant> startedAt,
    Optional<Instant> endedAt,
    Instant nextAt,
    String reason,
    int members,
    int departments,
    int changed,
    int gone) {

  /** What came of it. */
  public enum Outcome {
    RUNNING,
    DONE,
    /** A part was hidden from us: nobody was taken for gone. */
    PARTIAL,
    /** Too many were gone at once: nobody was taken for gone until an administrator says so. */
    DOUBTED,
    /** It ended midway: nothing was changed. */
    FAILED
  }
}
