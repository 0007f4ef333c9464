package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.Attachment;
import io.kouxin.bot.followup.Correction;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What the chat is about right now, for a few minutes.
 *
 * @param kind what the next words will mean
 * @param followUp the one it is about, empty while that is what is open
 * @param correction a change that waits for its reason
 * @param words a correction that waits to hear which record it is for
 * @param things what waits for the memo it belongs to
 * @param choices the records of which one was asked for
 */
record Matter(
    Kind kind,
    String followUp,
    Optional<Correction> correction,
    String words,
    List<Attachment> things,
    List<String> choices) {
  Matter {
    things = List.copyOf(things);
    // An older one in the store has none.
    choices = List.copyOf(Objects.requireNonNullElse(choices, List.of()));
  }

  /** What the next words will mean. */
  enum Kind {
    /** The rep wants to change this record. */
    EDITING,
    /** The rep is asked for the time of this record: what is no time is something else. */
    TIME,
    /** The rep is asked why a frozen record changes. */
    REASON,
    /** The rep is about to say why: whatever the words are. */
    SAYING_WHY,
    /** The rep is asked which record a correction is for. */
    WHICH,
    /** Pictures, places or files came before the words they belong to. */
    THINGS
  }

  static Matter editing(String followUp) {
    return new Matter(Kind.EDITING, followUp, Optional.empty(), "", List.of(), List.of());
  }

  static Matter time(String followUp) {
    return new Matter(Kind.TIME, followUp, Optional.empty(), "", List.of(), List.of());
  }

  static Matter reason(String followUp, Correction correction) {
    return new Matter(Kind.REASON, followUp, Optional.of(correction), "", List.of(), List.of());
  }

  boolean asksWhy() {
    return kind == Kind.REASON || kind == Kind.SAYING_WHY;
  }

  /** The rep would rather say the reason than tap one. */
  Matter listening() {
    return new Matter(Kind.SAYING_WHY, followUp, correction, words, things, choices);
  }

  static Matter which(String words, List<String> choices) {
    return new Matter(Kind.WHICH, "", Optional.empty(), words, List.of(), choices);
  }

  static Matter things(List<Attachment> things) {
    return new Matter(Kind.THINGS, "", Optional.empty(), "", things, List.of());
  }
}
