package io.kouxin.nlp.speech;

/** Bytes that are no recording we can play, with the reason as a value. */
public final class UnreadableAudio extends Exception {
  private static final long serialVersionUID = 1L;
  private final Reason reason;

  /** Says why; {@code detail} is for the log, not for the rep. */
  public UnreadableAudio(Reason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
  }

  /** Why the bytes cannot be played. */
  public Reason reason() {
    return reason;
  }

  /** Why bytes cannot be played. */
  public enum Reason {
    /** No bytes at all, or a file that holds no sound. */
    EMPTY,
    /** Another kind of file, or damaged beyond reading. */
    NOT_AUDIO,
    /** More bytes than we read. */
    TOO_BIG,
    /** More seconds than we listen to, or more work than one recording may cost. */
    TOO_LONG
  }
}
