package io.kouxin.bot.followup;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** What happened to a follow-up; written to the journal as {@code follow-up.<name>}. */
public sealed interface FollowUpEvent {

  /** The kind of the journal entry. */
  default String kind() {
    return "follow-up." + getClass().getSimpleName().toLowerCase(Locale.ROOT);
  }

  /** It was written for the first time. */
  record Opened() implements FollowUpEvent {}

  /** Somebody found it right. */
  record Confirmed() implements FollowUpEvent {}

  /** A field changed; the values are what people read. */
  record Corrected(String field, String before, String after) implements FollowUpEvent {}

  /** The next step moved. */
  record Postponed(Optional<Instant> before, Optional<Instant> after) implements FollowUpEvent {}

  /** The next step is done. */
  record Completed() implements FollowUpEvent {}

  /** It was thrown away. */
  record Dropped() implements FollowUpEvent {}

  /** It was brought back. */
  record Restored() implements FollowUpEvent {}

  /** A question about it was skipped. */
  record Skipped(String question) implements FollowUpEvent {}

  /** Another memo was added to it. */
  record Joined(String message) implements FollowUpEvent {}

  /** A memo that was added to it was taken out again. */
  record Split(String message) implements FollowUpEvent {}

  /** A picture, place or file was added. */
  record Attached(String what) implements FollowUpEvent {}

  /** The rep said what a picture shows. */
  record Described(Attachment.Shows shows) implements FollowUpEvent {}

  /** The latest change was taken back. */
  record Undone() implements FollowUpEvent {}
}
