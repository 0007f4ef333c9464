package io.kouxin.bot.conversation;

import io.kouxin.bot.followup.Correction;
import java.util.Optional;

/**
 * What the chat is about right now, for a few minutes.
 *
 * @param kind what the next words will mean
 * @param followUp the one it is about, empty while that is what is open
 * @param correction a change that waits for its reason
 * @param words a correction that waits to hear which record it is for
 */
record Matter(Kind kind, String followUp, Optional<Correction> correction, String words) {

  /** What the next words will mean. */
  enum Kind {
    /** The rep wants to change this record. */
    EDITING,
    /** The rep is asked why a frozen record changes. */
    REASON,
    /** The rep is asked which record a correction is for. */
    WHICH
  }

  static Matter editing(String followUp) {
    return new Matter(Kind.EDITING, followUp, Optional.empty(), "");
  }

  static Matter reason(String followUp, Correction correction) {
    return new Matter(Kind.REASON, followUp, Optional.of(correction), "");
  }

  static Matter which(String words) {
    return new Matter(Kind.WHICH, "", Optional.empty(), words);
  }
}
