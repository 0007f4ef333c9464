package io.kouxin.bot.work;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Work that kept failing and was put aside: visible, and can be tried again. */
public interface DeadLetters {

  /**
   * One thing that was put aside.
   *
   * @param work the kind of work
   * @param subject what the work was about, an id of the room that owns the work
   * @param reason the last failure, without personal data
   * @param retriedAt when somebody had it tried again
   */
  record Letter(
      String id,
      String work,
      String subject,
      String reason,
      int attempts,
      Instant at,
      Optional<Instant> retriedAt) {}

  /** Those not tried again yet, newest first; {@code after} is the id of the last one seen. */
  List<Letter> open(Optional<String> after, int limit);

  /** How many are waiting for somebody to look. */
  long count();

  /** Puts a thing aside, for a person to look at. Takes part in the caller's transaction. */
  void add(String work, String subject, String reason, int attempts);

  /** A person had the thing tried again elsewhere. Takes part in the caller's transaction. */
  void close(String work, String subject);

  /**
   * Puts it back into its queue. False if there is no such letter or it was tried again already.
   */
  boolean retry(String id);
}
